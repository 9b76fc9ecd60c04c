import type { Permission } from '../../../domain/firms/permissions.ts';
import type { Text } from '../../../domain/kernel/language.ts';

/** What each permission lets one do, in a person's words. */
export const permissionNames = {
  'firm.read': { en: 'See the firm', ar: 'الاطلاع على المنشأة' },
  'firm.manage': { en: 'Change the settings', ar: 'تغيير الإعدادات' },
  'member.read': { en: 'See the members', ar: 'الاطلاع على الأعضاء' },
  'member.manage': { en: 'Invite and remove members', ar: 'دعوة الأعضاء وإزالتهم' },
  'event.read': { en: 'Read the audit trail', ar: 'الاطلاع على سجل التدقيق' },
  'account.read': { en: 'See the chart of accounts', ar: 'الاطلاع على شجرة الحسابات' },
  'account.manage': { en: 'Change the chart of accounts', ar: 'تعديل شجرة الحسابات' },
  'entry.read': { en: 'See the journal', ar: 'الاطلاع على القيود' },
  'entry.post': { en: 'Post and reverse entries', ar: 'ترحيل القيود وعكسها' },
  'period.close': { en: 'Close and reopen periods', ar: 'إقفال الفترات وإعادة فتحها' },
  'period.lock': { en: 'Lock periods for ever', ar: 'قفل الفترات نهائيًا' },
  'report.read': { en: 'See the reports', ar: 'الاطلاع على التقارير' },
  'contact.read': { en: 'See the customers', ar: 'الاطلاع على العملاء' },
  'contact.write': { en: 'Add and change customers', ar: 'إضافة العملاء وتعديلهم' },
  'invoice.read': { en: 'See the invoices', ar: 'الاطلاع على الفواتير' },
  'invoice.draft': { en: 'Draft invoices', ar: 'كتابة مسودات الفواتير' },
  'invoice.post': { en: 'Post, void and credit invoices', ar: 'ترحيل الفواتير وإلغاؤها وإصدار الإشعارات' },
  'payment.read': { en: 'See the payments', ar: 'الاطلاع على المقبوضات' },
  'payment.record': { en: 'Record payments', ar: 'تسجيل المقبوضات' },
  'import.read': { en: 'See the imports', ar: 'الاطلاع على عمليات الاستيراد' },
  'import.run': { en: 'Import files', ar: 'استيراد الملفات' },
  'case.read': { en: 'See cases', ar: 'الاطلاع على المعاملات' },
  'case.open': { en: 'Open cases', ar: 'فتح المعاملات' },
  'case.work': { en: 'Work on cases', ar: 'العمل على المعاملات' },
  'desk.manage': { en: 'Set up the desk', ar: 'إعداد المكتب' },
  'book.verify': { en: 'Verify the book', ar: 'التحقق من الدفتر' },
  'book.export': { en: 'Export the book', ar: 'تصدير الدفتر' },
} as const satisfies Record<Permission, Text>;

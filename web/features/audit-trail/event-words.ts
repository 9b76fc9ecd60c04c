import type { Text } from '../../../domain/kernel/language.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** What happened, as people say it. An event that is not here yet is shown by its own name. */
const events: Readonly<Record<string, Text>> = {
  'firm.founded': { en: 'Firm opened', ar: 'فُتحت المنشأة' },
  'firm.changed': { en: 'Settings changed', ar: 'تغيّرت الإعدادات' },
  'member.joined': { en: 'Member joined', ar: 'انضم عضو' },
  'member.invited': { en: 'Member invited', ar: 'دُعي عضو' },
  'member.role_changed': { en: 'Role changed', ar: 'تغيّر الدور' },
  'member.removed': { en: 'Member removed', ar: 'أُزيل عضو' },
  'invitation.withdrawn': { en: 'Invitation withdrawn', ar: 'سُحبت الدعوة' },
  'account.added': { en: 'Account added', ar: 'أُضيف حساب' },
  'account.changed': { en: 'Account changed', ar: 'عُدّل حساب' },
  'account.archived': { en: 'Account archived', ar: 'أُرشف حساب' },
  'account.restored': { en: 'Account restored', ar: 'أُعيد تفعيل حساب' },
  'dimension.added': { en: 'Dimension added', ar: 'أُضيف بُعد' },
  'dimension.changed': { en: 'Dimension changed', ar: 'عُدّل بُعد' },
  'entry.posted': { en: 'Entry posted', ar: 'رُحّل قيد' },
  'entry.reversed': { en: 'Entry reversed', ar: 'عُكس قيد' },
  'entries.posted': { en: 'Entries posted', ar: 'رُحّلت قيود' },
  'attachment.added': { en: 'File attached', ar: 'أُرفق ملف' },
  'period.closed': { en: 'Period closed', ar: 'أُقفلت فترة' },
  'period.reopened': { en: 'Period reopened', ar: 'أُعيد فتح فترة' },
  'period.locked': { en: 'Period locked', ar: 'قُفلت فترة نهائيًا' },
  'year.closed': { en: 'Year closed', ar: 'أُقفلت سنة' },
  'year.reopened': { en: 'Year reopened', ar: 'أُعيد فتح سنة' },
  'contact.created': { en: 'Contact added', ar: 'أُضيف عميل' },
  'contact.changed': { en: 'Contact changed', ar: 'عُدّل عميل' },
  'contact.archived': { en: 'Contact archived', ar: 'أُرشف عميل' },
  'contact.restored': { en: 'Contact restored', ar: 'أُعيد تفعيل عميل' },
  'invoice.drafted': { en: 'Invoice drafted', ar: 'أُنشئت مسودة فاتورة' },
  'invoice.edited': { en: 'Invoice edited', ar: 'عُدّلت مسودة فاتورة' },
  'invoice.discarded': { en: 'Draft discarded', ar: 'حُذفت مسودة' },
  'invoice.posted': { en: 'Invoice posted', ar: 'رُحّلت فاتورة' },
  'invoice.voided': { en: 'Invoice voided', ar: 'أُلغيت فاتورة' },
  'invoice.paid': { en: 'Invoice paid', ar: 'سُددت فاتورة' },
  'invoice.credited': { en: 'Invoice credited', ar: 'صدر إشعار دائن بفاتورة' },
  'invoice.settled': { en: 'Invoice settled', ar: 'سُوّيت فاتورة' },
  'credit-note.drafted': { en: 'Credit note drafted', ar: 'أُنشئت مسودة إشعار دائن' },
  'credit-note.posted': { en: 'Credit note posted', ar: 'رُحّل إشعار دائن' },
  'credit-note.voided': { en: 'Credit note voided', ar: 'أُلغي إشعار دائن' },
  'credit-note.allocated': { en: 'Credit note allocated', ar: 'خُصّص إشعار دائن' },
  'payment.recorded': { en: 'Payment recorded', ar: 'سُجّلت دفعة' },
  'payment.allocated': { en: 'Payment allocated', ar: 'خُصّصت دفعة' },
  'payment.voided': { en: 'Payment voided', ar: 'أُلغيت دفعة' },
  'import.started': { en: 'Import started', ar: 'بدأ استيراد' },
  'import.done': { en: 'Import done', ar: 'اكتمل استيراد' },
  'import.refused': { en: 'Import refused', ar: 'رُفض استيراد' },
};

export function useEventName(): (type: string) => string {
  const { language } = useLanguage();
  return (type) => events[type]?.[language] ?? type;
}

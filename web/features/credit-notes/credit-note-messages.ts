import { defineMessages } from '../../i18n/messages.ts';

export const creditNoteMessages = defineMessages({
  title: { en: 'Credit notes', ar: 'الإشعارات الدائنة' },
  newCreditNote: { en: 'New credit note', ar: 'إشعار دائن جديد' },
  editCreditNote: { en: 'Edit draft credit note', ar: 'تعديل مسودة إشعار دائن' },
  newHint: {
    en: 'To take back an invoice, open it and choose “Credit note”. What is written here is a credit on account.',
    ar: 'لاسترداد فاتورة افتحها واختر «إشعار دائن». ما يُكتب هنا رصيد دائن على الحساب.',
  },
  none: { en: 'No credit notes yet', ar: 'لا إشعارات دائنة بعد' },
  noneHint: { en: 'They come from an invoice that is taken back, or are written on account.', ar: 'تصدر عن فاتورة مستردة أو تُكتب على الحساب.' },
  noMatch: { en: 'No credit note matches these filters', ar: 'لا يوجد إشعار مطابق' },
  find: { en: 'Find a credit note', ar: 'ابحث عن إشعار دائن' },
  findHint: { en: 'Number, reference or customer', ar: 'الرقم أو المرجع أو العميل' },
  number: { en: 'No.', ar: 'الرقم' },
  customer: { en: 'Customer', ar: 'العميل' },
  date: { en: 'Date', ar: 'التاريخ' },
  state: { en: 'Status', ar: 'الحالة' },
  ofInvoice: { en: 'Of invoice', ar: 'عن الفاتورة' },
  total: { en: 'Total', ar: 'الإجمالي' },
  allocated: { en: 'Used', ar: 'المستخدم' },
  unallocated: { en: 'Left', ar: 'المتبقي' },
  creditNote: { en: 'Credit note {number}', ar: 'إشعار دائن {number}' },
  draftCreditNote: { en: 'Draft credit note', ar: 'مسودة إشعار دائن' },
  post: { en: 'Approve and post', ar: 'اعتماد وترحيل' },
  allocate: { en: 'Settle invoices', ar: 'تسوية فواتير' },
  refund: { en: 'Refund', ar: 'رد المبلغ' },
});

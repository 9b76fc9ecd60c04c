import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const invoicingRefusals = {
  // Contacts
  'contact.unknown': {
    status: 422,
    say: { en: 'There is no contact “{contact}”.', ar: 'لا توجد جهة اتصال «{contact}».' },
    fix: { en: 'Send the id of a contact of this firm.', ar: 'أرسل معرّف جهة اتصال من هذه المنشأة.' },
  },
  'contact.archived': {
    status: 409,
    say: { en: 'The contact “{contact}” is archived.', ar: 'جهة الاتصال «{contact}» مؤرشفة.' },
    fix: { en: 'Restore it, or choose another.', ar: 'أعد تفعيلها أو اختر غيرها.' },
  },
  'contact.not_customer': {
    status: 422,
    say: { en: '“{contact}” is a supplier only.', ar: '«{contact}» مورد فقط.' },
    fix: { en: 'Make the contact a customer too.', ar: 'اجعل جهة الاتصال عميلًا أيضًا.' },
  },
  'contact.tax_number': {
    status: 422,
    say: { en: '“{taxNumber}” cannot be a {name}.', ar: '«{taxNumber}» لا يصلح أن يكون {name}.' },
    fix: { en: 'It looks like {example}.', ar: 'صيغته مثل {example}.' },
  },
  // Drafts
  'invoice.not_draft': {
    status: 409,
    say: { en: 'This invoice is no longer a draft.', ar: 'لم تعد هذه الفاتورة مسودة.' },
    fix: { en: 'Credit or void it, and draft another.', ar: 'أصدر لها إشعارًا دائنًا أو ألغها ثم أنشئ مسودة جديدة.' },
  },
  'credit_note.not_draft': {
    status: 409,
    say: { en: 'This credit note is no longer a draft.', ar: 'لم يعد هذا الإشعار الدائن مسودة.' },
    fix: { en: 'Void it, and draft another.', ar: 'ألغه ثم أنشئ مسودة جديدة.' },
  },
  'document.nothing': {
    status: 422,
    say: { en: 'The document comes to nothing.', ar: 'إجمالي المستند صفر.' },
    fix: { en: 'Its total must be above zero.', ar: 'يجب أن يزيد إجماليه على الصفر.' },
  },
  'document.due_early': {
    status: 422,
    say: { en: 'It would be due before it is issued ({date}).', ar: 'تاريخ الاستحقاق قبل تاريخ الإصدار ({date}).' },
    fix: { en: 'Choose a later due date.', ar: 'اختر تاريخ استحقاق لاحقًا.' },
  },
  'document.date_early': {
    status: 422,
    say: { en: 'Something that this rests on happened on {date}.', ar: 'وقع ما يستند إليه هذا في {date}.' },
    fix: { en: 'Choose that date or a later one.', ar: 'اختر ذلك التاريخ أو ما بعده.' },
  },
  'decimal.malformed': {
    status: 422,
    say: { en: '“{value}” is not a number with at most {decimals} decimals.', ar: '«{value}» ليس رقمًا بعدد {decimals} منازل عشرية على الأكثر.' },
    fix: { en: 'Send a decimal string such as "{example}".', ar: 'أرسل نصًا عشريًا مثل "{example}".' },
  },
  'discount.too_large': {
    status: 422,
    say: { en: 'The discount is larger than the line.', ar: 'الخصم أكبر من قيمة السطر.' },
    fix: { en: 'Give at most all of it.', ar: 'لا يتجاوز الخصم قيمة السطر.' },
  },
  'tax_code.unknown': {
    status: 422,
    say: { en: 'There is no tax code “{taxCode}”.', ar: 'لا يوجد رمز ضريبة «{taxCode}».' },
    fix: { en: 'Use one of the firm’s tax codes.', ar: 'استعمل أحد رموز الضريبة لدى المنشأة.' },
  },
  'tax_code.no_rate': {
    status: 422,
    say: { en: 'The tax code “{taxCode}” had no rate on {date}.', ar: 'لم تكن لرمز الضريبة «{taxCode}» نسبة في {date}.' },
    fix: { en: 'Choose a code that was in force on that date.', ar: 'اختر رمزًا كان ساريًا في ذلك التاريخ.' },
  },
  'tax_code.exists': {
    status: 409,
    say: { en: 'There is a tax code “{taxCode}” already.', ar: 'يوجد رمز ضريبة «{taxCode}» بالفعل.' },
    fix: { en: 'Choose another code.', ar: 'اختر رمزًا آخر.' },
  },
  'rate.missing': {
    status: 422,
    say: {
      en: 'A document in {currency} needs its rate into {bookCurrency}.',
      ar: 'المستند بعملة {currency} يحتاج إلى سعر صرفها مقابل {bookCurrency}.',
    },
    fix: { en: 'Send `rate`: how much {bookCurrency} one {currency} is worth.', ar: 'أرسل rate: كم تساوي وحدة من {currency} بعملة {bookCurrency}.' },
  },
  'rate.unwanted': {
    status: 422,
    say: { en: 'A document in the book’s own currency has no rate.', ar: 'المستند بعملة الدفتر لا سعر صرف له.' },
    fix: { en: 'Leave it out.', ar: 'احذفه.' },
  },
  'account.is_control': {
    status: 422,
    say: { en: 'The account “{account}” is kept by the documents themselves.', ar: 'الحساب «{account}» تقيّده المستندات نفسها.' },
    fix: { en: 'Choose an account of income, for example.', ar: 'اختر حساب إيراد مثلًا.' },
  },
  'account.not_money': {
    status: 422,
    say: { en: 'The account “{account}” is neither bank nor cash.', ar: 'الحساب «{account}» ليس بنكًا ولا صندوقًا.' },
    fix: { en: 'Choose an account of the role bank or cash.', ar: 'اختر حسابًا دوره بنك أو صندوق.' },
  },
  // Posted documents
  'invoice.not_posted': {
    status: 409,
    say: { en: 'This invoice is not posted ({state}).', ar: 'هذه الفاتورة غير مرحّلة ({state}).' },
    fix: { en: 'Post it first.', ar: 'رحّلها أولًا.' },
  },
  'invoice.void': {
    status: 409,
    say: { en: 'This invoice was voided.', ar: 'أُلغيت هذه الفاتورة.' },
    fix: { en: 'Nothing more can be done with it.', ar: 'لا شيء آخر يمكن عمله بها.' },
  },
  'invoice.settled': {
    status: 409,
    say: { en: 'Something was paid or credited on this invoice.', ar: 'سُدّد من هذه الفاتورة أو أُشعر بعضها.' },
    fix: {
      en: 'Void the payment or credit note first, or credit what remains.',
      ar: 'ألغِ الدفعة أو الإشعار الدائن أولًا، أو أصدر إشعارًا دائنًا بالباقي.',
    },
  },
  'credit_note.not_posted': {
    status: 409,
    say: { en: 'This credit note is not posted ({state}).', ar: 'هذا الإشعار الدائن غير مرحّل ({state}).' },
    fix: { en: 'Post it first.', ar: 'رحّله أولًا.' },
  },
  'credit_note.void': {
    status: 409,
    say: { en: 'This credit note was voided.', ar: 'أُلغي هذا الإشعار الدائن.' },
    fix: { en: 'Nothing more can be done with it.', ar: 'لا شيء آخر يمكن عمله به.' },
  },
  'credit_note.exceeds': {
    status: 422,
    say: { en: 'At most {remaining} can still be credited here.', ar: 'لا يمكن إشعار أكثر من {remaining} هنا.' },
    fix: { en: 'Credit that or less.', ar: 'أشعر بذلك أو أقل.' },
  },
  'credit_note.line_unknown': {
    status: 422,
    say: { en: 'The invoice has no line {line}.', ar: 'لا يوجد في الفاتورة سطر {line}.' },
    fix: { en: 'Count its lines from 1.', ar: 'عُدّ أسطرها من 1.' },
  },
  'credit_note.line_twice': {
    status: 422,
    say: { en: 'Line {line} is credited twice here.', ar: 'السطر {line} مذكور مرتين هنا.' },
    fix: { en: 'Name each line once.', ar: 'اذكر كل سطر مرة واحدة.' },
  },
  'document.refunded': {
    status: 409,
    say: { en: 'Some of it was refunded.', ar: 'رُدّ بعض مبلغه.' },
    fix: { en: 'Void the refund first.', ar: 'ألغِ الردّ أولًا.' },
  },
  // Payments and allocations
  'payment.void': {
    status: 409,
    say: { en: 'This payment was voided.', ar: 'أُلغيت هذه الدفعة.' },
    fix: { en: 'Record it anew.', ar: 'سجّلها من جديد.' },
  },
  'allocation.unknown': {
    status: 422,
    say: { en: 'There is no document “{document}” to allocate to.', ar: 'لا يوجد مستند «{document}» للتخصيص عليه.' },
    fix: { en: 'Send the id of a posted document of the same contact.', ar: 'أرسل معرّف مستند مرحّل لجهة الاتصال نفسها.' },
  },
  'allocation.twice': {
    status: 422,
    say: { en: 'The document “{document}” is named twice.', ar: 'المستند «{document}» مذكور مرتين.' },
    fix: { en: 'Name each document once.', ar: 'اذكر كل مستند مرة واحدة.' },
  },
  'allocation.contact': {
    status: 422,
    say: { en: '“{document}” belongs to another contact.', ar: '«{document}» يخص جهة اتصال أخرى.' },
    fix: { en: 'Allocate within one contact.', ar: 'خصّص ضمن جهة اتصال واحدة.' },
  },
  'allocation.currency': {
    status: 422,
    say: { en: '“{document}” is in {currency}.', ar: '«{document}» بعملة {currency}.' },
    fix: { en: 'Record the payment in {currency} with its rate.', ar: 'سجّل الدفعة بعملة {currency} مع سعر صرفها.' },
  },
  'allocation.side': {
    status: 422,
    say: { en: '“{document}” is on the same side: neither can settle the other.', ar: '«{document}» في الجانب نفسه: لا يسوّي أحدهما الآخر.' },
    fix: { en: 'Receipts settle invoices; refunds settle credit.', ar: 'المقبوضات تسوّي الفواتير، والمردودات تسوّي الأرصدة الدائنة.' },
  },
  'allocation.not_open': {
    status: 409,
    say: { en: '“{document}” is not open ({state}).', ar: '«{document}» ليس مفتوحًا ({state}).' },
    fix: { en: 'Choose a document on which something is due.', ar: 'اختر مستندًا عليه مبلغ مستحق.' },
  },
  'allocation.exceeds': {
    status: 409,
    say: { en: 'Only {due} is due on “{document}”.', ar: 'المستحق على «{document}» هو {due} فقط.' },
    fix: { en: 'Allocate that or less; the rest stays as credit.', ar: 'خصّص ذلك أو أقل، ويبقى الباقي رصيدًا دائنًا.' },
  },
  'allocation.insufficient': {
    status: 409,
    say: { en: 'Only {unallocated} is left to allocate.', ar: 'المتبقي للتخصيص {unallocated} فقط.' },
    fix: { en: 'Allocate that or less.', ar: 'خصّص ذلك أو أقل.' },
  },
  'allocation.too_many': {
    status: 422,
    say: { en: 'One document settles at most {maximum} others.', ar: 'المستند الواحد يسوّي {maximum} مستندًا على الأكثر.' },
    fix: { en: 'Record it in parts.', ar: 'سجّله على أجزاء.' },
  },
} as const satisfies RefusalTable;

import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const mailRefusals = {
  'mail.too_large': {
    status: 413,
    say: { en: 'A mail has at most {maximum} MB.', ar: 'حجم الرسالة {maximum} م.ب على الأكثر.' },
    fix: { en: 'Send the files by the page of the case.', ar: 'أرسل الملفات من صفحة المعاملة.' },
  },
  'mail.malformed': {
    status: 422,
    say: { en: 'This is no mail that can be read.', ar: 'هذه ليست رسالة بريد مقروءة.' },
    fix: { en: 'Send a message with a sender, as RFC 5322 has it.', ar: 'أرسل رسالة لها مُرسِل وفق RFC 5322.' },
  },
  'mail.too_complex': {
    status: 422,
    say: { en: 'The mail has too many parts, too many files or too long a header.', ar: 'الرسالة كثيرة الأجزاء أو المرفقات أو طويلة الترويسة.' },
    fix: { en: 'Send it with fewer parts.', ar: 'أرسلها بأجزاء أقل.' },
  },
  'mail.unsafe': {
    status: 422,
    say: { en: 'The mail was found to be forged, spam, or to carry a virus.', ar: 'تبيّن أن الرسالة مزوّرة أو مزعجة أو تحمل فيروسًا.' },
    fix: { en: 'Send it from your own mailbox.', ar: 'أرسلها من صندوق بريدك.' },
  },
  'mail.no_such_address': {
    status: 422,
    say: { en: 'No firm is written to at this address.', ar: 'لا منشأة تُراسَل على هذا العنوان.' },
    fix: { en: 'Use the address that the desk’s settings show.', ar: 'استعمل العنوان المبيّن في إعدادات المكتب.' },
  },
  'mail.not_accepted': {
    status: 409,
    say: { en: 'The firm takes no cases by mail.', ar: 'لا تستقبل المنشأة المعاملات بالبريد.' },
    fix: { en: 'An owner can turn it on in the desk’s settings.', ar: 'يستطيع المالك تفعيله من إعدادات المكتب.' },
  },
  'mail.too_many': {
    status: 429,
    say: { en: 'Too many mails came from {sender} in this hour.', ar: 'وصلت رسائل كثيرة من {sender} خلال هذه الساعة.' },
    fix: { en: 'Wait an hour.', ar: 'انتظر ساعة.' },
  },
  'case_file.type': {
    status: 422,
    say: { en: 'Files like {name} are not kept: they could run.', ar: 'لا تُحفظ ملفات مثل {name} لأنها قابلة للتشغيل.' },
    fix: { en: 'Attach a document, a picture or an archive.', ar: 'أرفق مستندًا أو صورة أو ملفًا مضغوطًا.' },
  },
  'case_file.too_large': {
    status: 422,
    say: { en: 'A file has at most {maximum} MB.', ar: 'حجم الملف {maximum} م.ب على الأكثر.' },
    fix: { en: 'Make it smaller, or send it in parts.', ar: 'صغّره أو أرسله على أجزاء.' },
  },
  'case_file.too_many': {
    status: 409,
    say: { en: 'A case takes at most {maximum} files.', ar: 'المعاملة تقبل {maximum} ملف على الأكثر.' },
    fix: { en: 'Put them into one file.', ar: 'اجمعها في ملف واحد.' },
  },
  'case_file.not_arrived': {
    status: 409,
    say: { en: 'The file has not arrived.', ar: 'لم يصل الملف بعد.' },
    fix: { en: 'Upload it to the address that was given, then confirm it.', ar: 'ارفعه إلى العنوان المعطى ثم أكّده.' },
  },
  'case_file.damaged': {
    status: 422,
    say: { en: 'What arrived is not the file that was announced.', ar: 'ما وصل ليس الملف المعلن عنه.' },
    fix: { en: 'Upload it again.', ar: 'أعد رفعه.' },
  },
} as const satisfies RefusalTable;

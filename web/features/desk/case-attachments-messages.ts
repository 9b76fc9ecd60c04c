import { defineMessages } from '../../i18n/messages.ts';

export const attachmentMessages = defineMessages({
  title: { en: 'Files', ar: 'الملفات' },
  none: { en: 'No files yet.', ar: 'لا توجد ملفات بعد.' },
  drop: { en: 'Drop files here, or', ar: 'أسقط الملفات هنا أو' },
  choose: { en: 'Choose files', ar: 'اختر ملفات' },
  photo: { en: 'Take a photo', ar: 'التقط صورة' },
  internal: { en: 'For colleagues only', ar: 'للزملاء فقط' },
  forColleagues: { en: 'colleagues only', ar: 'للزملاء فقط' },
  isMail: { en: 'the mail as it came', ar: 'الرسالة كما وصلت' },
  download: { en: 'Download {name}', ar: 'تنزيل {name}' },
  keep: { en: 'Keep as a record', ar: 'حفظ كسجل' },
  kept: { en: '{name} is kept as a record of the case.', ar: 'حُفظ {name} سجلًا للمعاملة.' },
  sending: { en: 'Uploading {name}…', ar: 'جارٍ رفع {name}…' },
  attached: {
    en: '{count, plural, one {One file attached} other {# files attached}}',
    ar: '{count, plural, zero {لم يُرفق شيء} one {أُرفق ملف} two {أُرفق ملفان} few {أُرفقت # ملفات} many {أُرفق # ملفًا} other {أُرفق # ملف}}',
  },
  notSent: { en: '{name} was not attached.', ar: 'لم يُرفق {name}.' },
  about: { en: '{size} · {name} · {at}', ar: '{size} · {name} · {at}' },
  isMerged: { en: 'The case was merged: attach files in the other one.', ar: 'دُمجت المعاملة: أرفق الملفات في الأخرى.' },
  bytes: { en: '{count} B', ar: '{count} بايت' },
  kilobytes: { en: '{count} KB', ar: '{count} ك.ب' },
  megabytes: { en: '{count} MB', ar: '{count} م.ب' },
});

import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const importRefusals = {
  'import.amount_too_fine': {
    status: 422,
    say: { en: 'An amount of {commodity} has more than {digits} decimals.', ar: 'في السطر مبلغ من {commodity} له أكثر من {digits} منازل عشرية.' },
    fix: { en: 'Write it with at most {digits} decimals.', ar: 'اكتبه بعدد {digits} منازل على الأكثر.' },
  },
  'import.entry_unbalanced_in_book': {
    status: 422,
    say: {
      en: 'In the currency of the book the entry is off by {difference} minor units.',
      ar: 'القيد غير متزن بعملة الدفتر، والفرق {difference} من أصغر وحداتها.',
    },
    fix: { en: 'Give each amount of another currency its price.', ar: 'اذكر سعر كل مبلغ بعملة أخرى.' },
  },
  'import.amount_too_large': {
    status: 422,
    say: { en: 'An amount of {commodity} is larger than a line may hold.', ar: 'في السطر مبلغ من {commodity} أكبر مما يسعه السطر.' },
    fix: { en: 'Check the figure, or write it with fewer decimals.', ar: 'راجع الرقم أو اكتبه بمنازل عشرية أقل.' },
  },
  'import.commodity_malformed': {
    status: 422,
    say: { en: '{text} cannot be the code of a currency or commodity here.', ar: 'لا يصلح {text} رمزًا لعملة أو سلعة هنا.' },
    fix: {
      en: 'Name another code for it: at most {limit} characters, without spaces or #.',
      ar: 'اذكر له رمزًا آخر: {limit} حرفًا على الأكثر، بلا مسافات ولا علامة #.',
    },
  },
  'import.file_changed': {
    status: 422,
    say: { en: 'The file is not the one that was checked.', ar: 'الملف ليس هو الذي فُحص.' },
    fix: { en: 'Check it again.', ar: 'افحصه من جديد.' },
  },
  'import.gave_up': {
    status: 422,
    say: { en: 'The import failed again and again and was stopped.', ar: 'فشل الاستيراد مرة بعد مرة فأُوقف.' },
    fix: { en: 'Check it again; if it stays, send us the number of the import.', ar: 'افحصه من جديد، وإن استمر فأرسل إلينا رقم الاستيراد.' },
  },
  'import.format_unknown': {
    status: 422,
    say: { en: 'What kind of file this is cannot be told.', ar: 'تعذّرت معرفة نوع الملف.' },
    fix: { en: 'Say its format: {formats}.', ar: 'اذكر صيغته: {formats}.' },
  },
  'import.not_text': {
    status: 422,
    say: { en: 'The file is not text in UTF-8 or Windows-1256.', ar: 'الملف ليس نصًا بترميز UTF-8 أو Windows-1256.' },
    fix: { en: 'Save it as UTF-8.', ar: 'احفظه بترميز UTF-8.' },
  },
  'import.not_uploaded': {
    status: 409,
    say: { en: 'The file has not been uploaded.', ar: 'لم يُرفع الملف بعد.' },
    fix: { en: 'Send it to the address that was given.', ar: 'أرسله إلى العنوان الذي أُعطي.' },
  },
  'import.state': {
    status: 409,
    say: { en: 'The import is {state}.', ar: 'حالة الاستيراد: {state}.' },
    fix: { en: 'See what it allows now.', ar: 'انظر ما تسمح به حالته الآن.' },
  },
} as const satisfies RefusalTable;

import { defineMessages } from '../../i18n/messages.ts';

export const searchMessages = defineMessages({
  title: { en: 'Search', ar: 'البحث' },
  what: { en: 'What are you looking for?', ar: 'عمّ تبحث؟' },
  hint: {
    en: 'Names, numbers, words, amounts or dates. Narrow with contact: number: amount: date: kind: or a "phrase".',
    ar: 'أسماء أو أرقام أو كلمات أو مبالغ أو تواريخ. وللتضييق: عميل: رقم: مبلغ: تاريخ: نوع: أو «عبارة».',
  },
  kinds: { en: 'Kind', ar: 'النوع' },
  everything: { en: 'Everything', ar: 'الكل' },
  allOf: { en: 'All in {kind}', ar: 'عرض الكل في {kind}' },
  nothing: { en: 'Nothing matches', ar: 'لا نتائج مطابقة' },
  nothingHint: { en: 'Try fewer words, or only the beginning of a word.', ar: 'جرّب كلمات أقل، أو بداية الكلمة فقط.' },
  tooShort: { en: 'Type at least two letters or digits.', ar: 'اكتب حرفين أو رقمين على الأقل.' },
  forgiving: { en: 'Nothing matches exactly; these names are close.', ar: 'لا شيء يطابق تمامًا؛ هذه أسماء قريبة.' },
  results: {
    en: '{count, plural, =0 {No results} one {# result} other {# results}} shown',
    ar: '{count, plural, =0 {لا نتائج} zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
  },
});

import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const knowledgeRefusals = {
  'article.wordless': {
    status: 422,
    say: { en: 'An article needs a title and a text in at least one language.', ar: 'تحتاج المقالة إلى عنوان ونص بلغة واحدة على الأقل.' },
    fix: { en: 'Write it in English or in Arabic.', ar: 'اكتبها بالعربية أو بالإنجليزية.' },
  },
  'article.state': {
    status: 409,
    say: { en: 'The article is {state}; this is done from: {allowed}.', ar: 'المقالة في حالة {state}، وهذا الإجراء متاح من: {allowed}.' },
    fix: { en: 'Look at it again.', ar: 'راجع حالتها.' },
  },
} as const satisfies RefusalTable;

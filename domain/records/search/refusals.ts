import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const searchRefusals = {
  'search.too_short': {
    status: 422,
    say: { en: 'Two letters or digits at least are needed to search.', ar: 'يلزم حرفان أو رقمان على الأقل للبحث.' },
    fix: { en: 'Type more of the name, number or word.', ar: 'اكتب المزيد من الاسم أو الرقم أو الكلمة.' },
  },
} as const satisfies RefusalTable;

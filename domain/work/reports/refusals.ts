import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const reportsRefusals = {
  'desk_report.range': {
    status: 422,
    say: {
      en: 'A report spans at most {days} days and ends no earlier than it begins.',
      ar: 'يغطي التقرير {days} يومًا على الأكثر ولا ينتهي قبل أن يبدأ.',
    },
    fix: { en: 'Choose other dates.', ar: 'اختر تاريخين آخرين.' },
  },
  'desk_report.too_much': {
    status: 422,
    say: { en: 'There are more than {maximum} cases in these dates.', ar: 'في هذه المدة أكثر من {maximum} معاملة.' },
    fix: { en: 'Choose a shorter stretch.', ar: 'اختر مدة أقصر.' },
  },
} as const satisfies RefusalTable;

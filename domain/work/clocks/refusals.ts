import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const clockRefusals = {
  'clock.target': {
    status: 422,
    say: { en: 'A target is a whole number of minutes from 1 to {maximum}.', ar: 'المهلة عدد صحيح من الدقائق بين 1 و{maximum}.' },
    fix: { en: 'Give it in open minutes: 8 hours are 480.', ar: 'اكتبها بدقائق العمل: 8 ساعات هي 480.' },
  },
  'clock.warning': {
    status: 422,
    say: { en: 'A warning comes at 1 to 99 percent of the target.', ar: 'يأتي التنبيه عند 1 إلى 99 بالمئة من المهلة.' },
    fix: { en: 'Use 75, for example, or leave it out.', ar: 'استعمل 75 مثلًا أو احذفه.' },
  },
  'clock.state_twice': {
    status: 422,
    say: {
      en: 'The state “{state}” cannot both pause and end a clock, nor end it in two ways.',
      ar: 'الحالة «{state}» لا توقف المؤقت وتنهيه معًا، ولا تنهيه بطريقتين.',
    },
    fix: { en: 'Name it once.', ar: 'اذكرها مرة واحدة.' },
  },
} as const satisfies RefusalTable;

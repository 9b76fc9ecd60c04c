import type { Text } from '../../kernel/language.ts';
import type { Priority } from '../clocks/policy.ts';

/** How many are hit, and how soon it hurts. */
export const levels = {
  high: { en: 'High', ar: 'عالٍ' },
  medium: { en: 'Medium', ar: 'متوسط' },
  low: { en: 'Low', ar: 'منخفض' },
} as const satisfies Record<string, Text>;
export type Level = keyof typeof levels;
export const levelNames = Object.keys(levels) as readonly Level[];

/** What people call the priorities of the clocks, from the most pressing. */
export const priorities = {
  urgent: { en: 'Urgent', ar: 'عاجلة' },
  high: { en: 'High', ar: 'عالية' },
  normal: { en: 'Normal', ar: 'عادية' },
  low: { en: 'Low', ar: 'منخفضة' },
} as const satisfies Record<Priority, Text>;
export const priorityNames = Object.keys(priorities) as readonly Priority[];

/** Priority by impact (down) and urgency (across). */
const matrix: Readonly<Record<Level, Readonly<Record<Level, Priority>>>> = {
  high: { high: 'urgent', medium: 'high', low: 'normal' },
  medium: { high: 'high', medium: 'normal', low: 'low' },
  low: { high: 'normal', medium: 'low', low: 'low' },
};
export const priorityOf = (impact: Level, urgency: Level): Priority => matrix[impact][urgency];

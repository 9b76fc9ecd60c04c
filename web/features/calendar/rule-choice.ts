import { type Weekday, weekdays } from '../../../domain/firms/country-profiles.ts';
import { dayNumber, dayOf, isLocalDate, type LocalDate } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { weekdayOf } from '../../../domain/work/calendars/open-hours.ts';
import { type Rule, readRule, writeRule } from '../../../domain/work/deadlines/rule.ts';
import { latinDigits } from '../../i18n/digits.ts';

export const repeats = ['once', 'daily', 'weekly', 'monthly', 'yearly', 'custom'] as const;
export type Repeat = (typeof repeats)[number];
export const dayChoices = ['same', 'last', 'weekday'] as const;
export const endChoices = ['never', 'until', 'count'] as const;

/** A rule as the form asks for it. */
export interface RuleChoice {
  readonly repeat: Repeat;
  readonly interval: string;
  readonly days: readonly Weekday[];
  readonly on: (typeof dayChoices)[number];
  readonly ends: (typeof endChoices)[number];
  readonly until: LocalDate;
  readonly count: string;
  readonly custom: string;
}

export const firstChoice: RuleChoice = { repeat: 'once', interval: '1', days: [], on: 'same', ends: 'never', until: '', count: '12', custom: '' };

const frequency = { daily: 'DAILY', weekly: 'WEEKLY', monthly: 'MONTHLY', yearly: 'YEARLY' } as const;
const LAST_DAY = -1;

/** The weekday of a date and which of its month it is: the fifth counts as the last. */
export function placeInMonth(date: LocalDate): { readonly day: Weekday; readonly nth: number } {
  const nth = Math.ceil(dayOf(date) / 7);
  return { day: weekdays[weekdayOf(dayNumber(date))] ?? 'mon', nth: nth > 4 ? -1 : nth };
}

/** The rule that was chosen; nothing for what happens once. */
export function ruleOfChoice(choice: RuleChoice, firstOn: LocalDate): string | undefined {
  const { repeat } = choice;
  if (repeat === 'once') return undefined;
  if (repeat === 'custom') return choice.custom.trim();
  const rule: Rule = {
    frequency: frequency[repeat],
    interval: Math.max(1, Number(latinDigits(choice.interval)) || 1),
    ...(choice.ends === 'count' && { count: Math.max(1, Number(latinDigits(choice.count)) || 1) }),
    ...(choice.ends === 'until' && isLocalDate(choice.until) && { until: choice.until }),
    byDay:
      repeat === 'weekly'
        ? choice.days.map((day) => ({ day }))
        : repeat === 'monthly' && choice.on === 'weekday' && isLocalDate(firstOn)
          ? [placeInMonth(firstOn)]
          : [],
    byMonthDay: repeat === 'monthly' && choice.on === 'last' ? [LAST_DAY] : [],
    byMonth: [],
    bySetPosition: [],
  };
  return writeRule(rule);
}

/** The choices that make a rule, where there are such; otherwise the rule as it is written. */
export function choiceOfRule(text: string | null, firstOn: LocalDate): RuleChoice {
  if (text === null) return firstChoice;
  const rule = readRule(text);
  const custom: RuleChoice = { ...firstChoice, repeat: 'custom', custom: text };
  if (isRefusal(rule)) return custom;
  const repeat = repeats.find((one) => one in frequency && frequency[one as keyof typeof frequency] === rule.frequency) ?? 'custom';
  const choice: RuleChoice = {
    ...firstChoice,
    repeat,
    interval: String(rule.interval),
    days: repeat === 'weekly' ? rule.byDay.map(({ day }) => day) : [],
    on: rule.byMonthDay[0] === LAST_DAY || rule.byMonthDay[0] === 31 ? 'last' : repeat === 'monthly' && rule.byDay.length === 1 ? 'weekday' : 'same',
    ends: rule.until !== undefined ? 'until' : rule.count !== undefined ? 'count' : 'never',
    until: rule.until ?? '',
    count: String(rule.count ?? firstChoice.count),
    custom: text,
  };
  const [day] = rule.byMonthDay;
  const bySameDay = repeat === 'monthly' && choice.on === 'same' && day === dayOf(firstOn) && rule.byMonthDay.length === 1;
  const byLast = repeat === 'monthly' && choice.on === 'last' && day === 31 && rule.byMonthDay.length === 1;
  const same = ruleOfChoice(choice, firstOn);
  return same === writeRule(rule) || ((bySameDay || byLast) && rule.byDay.length + rule.bySetPosition.length + rule.byMonth.length === 0)
    ? choice
    : custom;
}

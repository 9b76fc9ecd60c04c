import { daysInMonth, type LocalDate } from '../../kernel/dates.ts';
import type { Rule } from './rule.ts';

/** Every pattern of leap years and steps that a rule may have comes round within these. */
const LOOK_AHEAD_YEARS = 41;

/** Combinations that are refused because some of them never come, and looking for what never comes takes a library for ever. */
export function unsupportedIn({ frequency, interval, byDay, byMonthDay, byMonth, bySetPosition }: Rule): string | undefined {
  const hasNth = byDay.some(({ nth }) => nth !== undefined);
  const isWeeklyOrLess = frequency === 'DAILY' || frequency === 'WEEKLY';
  if (isWeeklyOrLess && byMonth.length > 0) return 'BYMONTH';
  if (isWeeklyOrLess && byMonthDay.length > 0) return 'BYMONTHDAY';
  if (isWeeklyOrLess && bySetPosition.length > 0) return 'BYSETPOS';
  if (frequency === 'DAILY' && byDay.length > 0 && interval > 1) return 'BYDAY';
  if (isWeeklyOrLess && hasNth) return 'BYDAY';
  if (frequency === 'MONTHLY' && byMonth.length > 0 && interval > 1) return 'BYMONTH';
  if (byDay.length > 0 && byMonthDay.length > 0 && (hasNth || interval > 1 || byMonth.length > 0 || frequency === 'YEARLY')) return 'BYDAY';
  if (bySetPosition.some((position) => Math.abs(position) > leastOf({ frequency, byDay, byMonthDay, byMonth }))) return 'BYSETPOS';
  return undefined;
}

/** How many days of a month (or a year) a rule has at the least, to count positions among. */
function leastOf({ frequency, byDay, byMonthDay, byMonth }: Pick<Rule, 'frequency' | 'byDay' | 'byMonthDay' | 'byMonth'>): number {
  if (byDay.length > 0 && byMonthDay.length > 0) return 1;
  const months = frequency === 'YEARLY' ? byMonth.length || 12 : 1;
  if (byMonthDay.length > 0) return byMonthDay.length * months;
  const FULL_WEEKS = 4;
  const days = byDay.reduce((sum, { nth }) => sum + (nth === undefined ? FULL_WEEKS : 1), 0);
  return Math.max(1, days) * months;
}

/** Whether a rule by the day of the month ever finds a month that is long enough. */
export function everComes({ frequency, interval, byDay, byMonthDay, byMonth }: Rule, firstOn: LocalDate): boolean {
  if (frequency === 'DAILY' || frequency === 'WEEKLY' || byDay.length > 0) return true;
  const [year, month] = [Number(firstOn.slice(0, 4)), Number(firstOn.slice(5, 7))];
  const fromFirst = byMonthDay.length === 0;
  const shortest = Math.min(...(fromFirst ? [Number(firstOn.slice(8))] : byMonthDay).map(Math.abs));
  const monthsOfYear = byMonth.length > 0 ? byMonth : fromFirst ? [month] : Array.from({ length: 12 }, (_, i) => i + 1);
  if (frequency === 'YEARLY') {
    for (let y = year; y < year + LOOK_AHEAD_YEARS; y += interval) if (monthsOfYear.some((m) => daysInMonth(y, m) >= shortest)) return true;
    return false;
  }
  for (let m = month - 1; m < LOOK_AHEAD_YEARS * 12; m += interval) {
    const of = (m % 12) + 1;
    if ((byMonth.length === 0 || byMonth.includes(of)) && daysInMonth(year + Math.floor(m / 12), of) >= shortest) return true;
  }
  return false;
}

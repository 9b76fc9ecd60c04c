import { addDays, addMonths, dayOf, daysBetween, type LocalDate, lastDayOf, monthAfter, monthOf, yearOf } from '../../kernel/dates.ts';

export const comparisons = ['previous-period', 'previous-year'] as const;
export type Comparison = (typeof comparisons)[number];

/** Periods side by side at the most. */
export const MAX_PERIODS = 12;

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A period and those before it, newest first. Whole months go back by whole months, so that February stands beside January; other periods by their days. */
export function periodsBack({ from, to }: Period, comparison: Comparison, count: number): readonly Period[] {
  const months = comparison === 'previous-year' ? MONTHS_OF_YEAR : isWholeMonths({ from, to }) ? monthsOf({ from, to }) : undefined;
  const days = daysBetween(from, to) + 1;
  return existing(
    count,
    (back) =>
      months === undefined
        ? { from: addDays(from, -days * back), to: addDays(to, -days * back) }
        : { from: addMonths(from, -months * back), to: sameDayBack(to, months * back) },
    ({ from }) => from,
  );
}

/** A day and the same day of the months (or years) before it, newest first. */
export function datesBack(date: LocalDate, comparison: Comparison, count: number): readonly LocalDate[] {
  const months = comparison === 'previous-year' ? MONTHS_OF_YEAR : 1;
  return existing(
    count,
    (back) => sameDayBack(date, months * back),
    (back) => back,
  );
}

const MONTHS_OF_YEAR = 12;
const isWholeMonths = ({ from, to }: Period): boolean => dayOf(from) === 1 && to === lastDayOf(monthOf(to));
const monthsOf = ({ from, to }: Period): number =>
  (yearOf(to) - yearOf(from)) * MONTHS_OF_YEAR + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
/** The end of a month goes back to the end of a month. */
const sameDayBack = (date: LocalDate, months: number): LocalDate =>
  date === lastDayOf(monthOf(date)) ? lastDayOf(monthAfter(monthOf(date), -months)) : addMonths(date, -months);

/** Periods back to the first year of the calendar, before which there is none. */
function existing<T>(count: number, at: (back: number) => T, start: (period: T) => LocalDate): T[] {
  const periods: T[] = [];
  for (let back = 0; back < Math.min(count, MAX_PERIODS); back++) {
    const period = at(back);
    if (back > 0 && !(yearOf(start(period)) >= 1)) break;
    periods.push(period);
  }
  return periods;
}

import type { Weekday } from '../../firms/country-profiles.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';

/** A time on the wall clock, `HH:MM`. `24:00` is the end of a day and only ever an end. */
export type TimeOfDay = string;
/** Open from a time to a time of the same day. What passes midnight is two of them, one on each day. */
export type OpenInterval = readonly [from: TimeOfDay, to: TimeOfDay];

/** The hours kept from a date on, until the next week's date. A day that is not named is closed. */
export interface Week {
  readonly from: LocalDate;
  readonly hours: Readonly<Partial<Record<Weekday, readonly OpenInterval[]>>>;
}

/** A day, or days on end, off the week's hours: closed, or open for other hours (a short day). Where two meet, the one listed later holds. */
export type Holiday = ({ readonly date: LocalDate } | { readonly from: LocalDate; readonly to: LocalDate }) & {
  readonly name: Text;
  readonly hours?: readonly OpenInterval[];
};

/**
 * When somebody is there to work. A calendar never changes: a correction is a new version, and open clocks are folded again over it.
 * A minute is open if what the wall clock reads then lies within the hours of that day: a skipped hour is not worked, a repeated one is worked twice.
 */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly timeZone: string;
  /** In order of `from`. The first also holds for what came before it. */
  readonly weeks: readonly Week[];
  readonly holidays: readonly Holiday[];
  /** Day and night, without weeks or holidays. */
  readonly alwaysOpen?: true;
}

/** Minutes from midnight, or undefined where the text is no time of day. */
export function minuteOfDay(time: TimeOfDay): number | undefined {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(time) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 1440 ? minute : undefined;
}

/** Whether a holiday only changes the hours. */
export const isShortDay = ({ hours = [] }: Holiday): boolean => hours.length > 0;
export const firstDateOf = (holiday: Holiday): LocalDate => ('date' in holiday ? holiday.date : holiday.from);
export const lastDateOf = (holiday: Holiday): LocalDate => ('date' in holiday ? holiday.date : holiday.to);

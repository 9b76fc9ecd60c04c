import fc from 'fast-check';
import { weekdays } from '../../../../domain/firms/country-profiles.ts';
import type { Calendar, Holiday, OpenInterval, Week } from '../../../../domain/work/calendars/calendar.ts';
import { MIN_OPEN_MINUTES_A_WEEK } from '../../../../domain/work/calendars/check-calendar.ts';
import { calendar } from './calendars.ts';

/** Windows in which something happens somewhere: clocks change, a weekend moves, a year ends, a leap day comes. Each has what zones are tried in it. */
const changing = ['Europe/London', 'Africa/Cairo', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Chatham'];
const still = ['Asia/Riyadh', 'Asia/Kolkata', 'UTC'];
export const windows = [
  { around: '2024-03-10', zones: ['America/New_York', 'Africa/Casablanca'] },
  { around: '2024-03-31', zones: ['Europe/London'] },
  { around: '2024-04-07', zones: ['Australia/Lord_Howe', 'Pacific/Chatham', 'Africa/Casablanca'] },
  { around: '2024-04-26', zones: ['Africa/Cairo'] },
  { around: '2024-10-27', zones: ['Europe/London', 'Africa/Cairo', 'America/New_York'] },
  { around: '2023-12-31', zones: [...changing, ...still] },
  { around: '2024-02-29', zones: still },
  { around: '2013-06-29', zones: ['Asia/Riyadh'] },
  { around: '2022-01-01', zones: ['Asia/Dubai'] },
  { around: '2011-12-30', zones: ['Pacific/Apia'] },
] as const;
/** A window reaches so far to either side of its day; whatever happens, happens in its first half. */
export const WINDOW_DAYS = 30;
export const windowStart = (around: string): number => Date.parse(`${around}T00:00Z`) / 60_000 - 8 * 1440;

const time = (quarter: number): string => `${String(Math.floor(quarter / 60)).padStart(2, '0')}:${String(quarter % 60).padStart(2, '0')}`;

/** Up to three intervals: cuts of the day in order, taken by twos. Cuts are odd minutes as often as whole hours. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: 24 }).map((hour) => hour * 60),
  fc.integer({ min: 0, max: 1440 }),
);
const intervals: fc.Arbitrary<readonly OpenInterval[]> = fc.uniqueArray(minute, { maxLength: 6 }).map((cuts) => {
  const sorted = cuts.toSorted((a, b) => a - b);
  const found: OpenInterval[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2) found.push([time(sorted[i] ?? 0), time(sorted[i + 1] ?? 0)]);
  return found;
});
const hours: fc.Arbitrary<Week['hours']> = fc
  .array(intervals, { minLength: 7, maxLength: 7 })
  .map((days) => Object.fromEntries(weekdays.map((day, i) => [day, days[i] ?? []])))
  .filter(
    (days: Week['hours']) =>
      Object.values(days)
        .flat()
        .reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0) >= MIN_OPEN_MINUTES_A_WEEK,
  );
const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const dateNear = (around: string) =>
  fc.integer({ min: -9, max: 22 }).map((days) => new Date(Date.parse(around) + days * 86_400_000).toISOString().slice(0, 10));
const holidayNear = (around: string): fc.Arbitrary<Holiday> =>
  fc.tuple(dateNear(around), fc.integer({ min: 0, max: 4 }), fc.option(intervals, { nil: undefined })).map(([from, days, short]) => ({
    from,
    to: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10),
    name: { en: 'Off', ar: 'عطلة' },
    ...(short && { hours: short }),
  }));

export interface Placed {
  readonly calendar: Calendar;
  /** The first minute of the window. */
  readonly start: number;
}

/** Any calendar that is let in, in a window where something happens to it. */
export const anyCalendar: fc.Arbitrary<Placed> = fc.constantFrom(...windows).chain(({ around, zones }) =>
  fc
    .record({
      timeZone: fc.constantFrom<string>(...zones),
      weeks: fc.tuple(fc.array(hours, { minLength: 1, maxLength: 3 }), fc.uniqueArray(dateNear(around), { minLength: 3, maxLength: 3 })),
      holidays: fc.array(holidayNear(around), { maxLength: 4 }),
      always: fc.integer({ min: 0, max: 19 }),
    })
    .map(({ timeZone, weeks: [all, dates], holidays, always }) => {
      const from = dates.toSorted();
      const weeks = all.map((each, i) => ({ from: i === 0 ? '0001-01-01' : (from[i] ?? ''), hours: each }));
      return {
        start: windowStart(around),
        calendar: calendar(always === 0 ? { timeZone, weeks: [], alwaysOpen: true } : { timeZone, weeks, holidays }),
      };
    }),
);

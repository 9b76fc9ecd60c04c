import { weekdays } from '../../firms/country-profiles.ts';
import { daysBetween, isLocalDate } from '../../kernel/dates.ts';
import { type Fault, type Refusal, refuse } from '../../kernel/decision.ts';
import { type Calendar, firstDateOf, type Holiday, lastDateOf, minuteOfDay, type OpenInterval, type Week } from './calendar.ts';
import { isTimeZone } from './zone.ts';

/** The first fault names the refusal; `errors` lists them all, as far as a person would read. */
export interface CalendarRefusal extends Refusal {
  readonly errors: readonly Fault[];
}

export const MAX_WEEKS = 50;
export const MAX_INTERVALS_A_DAY = 12;
export const MAX_HOLIDAYS = 1_000;
export const MAX_HOLIDAY_DAYS = 366;
/** With less than this the longest target would fall due centuries later. */
export const MIN_OPEN_MINUTES_A_WEEK = 15;
const MAX_FAULTS = 50;

/** What is wrong with a calendar, or undefined where it can be kept. In this order: zone, weeks, hours, holidays. */
export function whyNotCalendar(calendar: Calendar): CalendarRefusal | undefined {
  const errors = [...faultsOf(calendar).take(MAX_FAULTS)];
  const [first] = errors;
  return first && { ...refuse(first.code, first.values), errors };
}

function* faultsOf({ timeZone, weeks, holidays, alwaysOpen }: Calendar): Generator<Fault, void, undefined> {
  if (!isTimeZone(timeZone)) yield { pointer: '/timeZone', code: 'calendar.time_zone', values: { zone: timeZone } };
  if (alwaysOpen) {
    if (weeks.length > 0 || holidays.length > 0) yield { pointer: '/alwaysOpen', code: 'calendar.always_open' };
    return;
  }
  if (weeks.length === 0) yield { pointer: '/weeks', code: 'calendar.no_open_hours', values: { minimum: MIN_OPEN_MINUTES_A_WEEK } };
  if (weeks.length > MAX_WEEKS) return yield { pointer: '/weeks', code: 'calendar.too_many', values: { maximum: MAX_WEEKS } };
  if (holidays.length > MAX_HOLIDAYS) return yield { pointer: '/holidays', code: 'calendar.too_many', values: { maximum: MAX_HOLIDAYS } };
  for (const [i, week] of weeks.entries()) yield* weekFaults(week, weeks[i - 1], `/weeks/${i}`);
  for (const [i, holiday] of holidays.entries()) yield* holidayFaults(holiday, `/holidays/${i}`);
}

function* weekFaults({ from, hours }: Week, previous: Week | undefined, at: string): Generator<Fault, void, undefined> {
  if (!isLocalDate(from)) yield notReal(`${at}/from`, from);
  else if (previous && from <= previous.from) yield { pointer: `${at}/from`, code: 'calendar.week_order', values: { from } };
  let open = 0;
  let sound = true;
  for (const day of weekdays) {
    const intervals = hours[day] ?? [];
    for (const fault of hoursFaults(intervals, `${at}/hours/${day}`)) {
      sound = false;
      yield fault;
    }
    for (const [opens, closes] of intervals) open += (minuteOfDay(closes) ?? 0) - (minuteOfDay(opens) ?? 0);
  }
  if (sound && open < MIN_OPEN_MINUTES_A_WEEK)
    yield { pointer: `${at}/hours`, code: 'calendar.no_open_hours', values: { minimum: MIN_OPEN_MINUTES_A_WEEK } };
}

function* holidayFaults(holiday: Holiday, at: string): Generator<Fault, void, undefined> {
  const [from, to] = [firstDateOf(holiday), lastDateOf(holiday)];
  if (!isLocalDate(from)) yield notReal(`${at}/${'date' in holiday ? 'date' : 'from'}`, from);
  else if (!isLocalDate(to)) yield notReal(`${at}/to`, to);
  else if (to < from) yield { pointer: `${at}/to`, code: 'calendar.holiday_backwards', values: { from, to } };
  else if (daysBetween(from, to) >= MAX_HOLIDAY_DAYS)
    yield { pointer: `${at}/to`, code: 'calendar.holiday_too_long', values: { maximum: MAX_HOLIDAY_DAYS } };
  if (holiday.hours) yield* hoursFaults(holiday.hours, `${at}/hours`);
}

function* hoursFaults(intervals: readonly OpenInterval[], at: string): Generator<Fault, void, undefined> {
  if (intervals.length > MAX_INTERVALS_A_DAY) return yield { pointer: at, code: 'calendar.too_many', values: { maximum: MAX_INTERVALS_A_DAY } };
  for (const [i, [from, to]] of intervals.entries()) {
    const [opens, closes] = [minuteOfDay(from), minuteOfDay(to)];
    if (opens === undefined) yield { pointer: `${at}/${i}/0`, code: 'calendar.time', values: { time: from } };
    else if (closes === undefined) yield { pointer: `${at}/${i}/1`, code: 'calendar.time', values: { time: to } };
    else if (closes <= opens) yield { pointer: `${at}/${i}`, code: 'calendar.interval_backwards', values: { from, to } };
    else {
      // Times are written alike, so their order is that of their text.
      const other = intervals.find(([start, end], j) => j !== i && (start < from || (start === from && j < i)) && end > from);
      if (other) yield { pointer: `${at}/${i}`, code: 'calendar.intervals_overlap', values: { from, to: other[1] } };
    }
  }
}

const notReal = (pointer: string, date: string): Fault => ({ pointer, code: 'date.not_real', values: { date } });

import { weekdays } from '../../firms/country-profiles.ts';
import { dayNumber } from '../../kernel/dates.ts';
import { assert } from '../../kernel/decision.ts';
import { type Calendar, firstDateOf, type Holiday, lastDateOf, minuteOfDay, type OpenInterval, type Week } from './calendar.ts';
import { DAY_MINUTES } from './minute.ts';

/** A day's hours in minutes from midnight, in order, with the holiday that sets them if one does. */
export interface Day {
  readonly spans: readonly (readonly [from: number, to: number])[];
  readonly minutes: number;
  readonly holiday?: Holiday;
}

/**
 * A calendar's hours in local time, as a running count: how many open minutes the wall clock has passed by a local minute. The count of
 * any span is a subtraction and the end of any count a bisection, so that a year costs what a day does. It knows nothing of zones.
 */
export interface OpenHours {
  readonly dayAt: (day: number) => Day;
  readonly countBefore: (local: number) => number;
  /** The earliest local minute by which the count is reached, looking on from a day before which it is not. */
  readonly minuteOfCount: (count: number, fromDay: number) => number;
}

const compiled = new WeakMap<Calendar, OpenHours>();

/** The hours of a calendar. Calendars never change, so each is worked out once. */
export function openHours(calendar: Calendar): OpenHours {
  let hours = compiled.get(calendar);
  if (!hours) {
    hours = compile(calendar);
    compiled.set(calendar, hours);
  }
  return hours;
}

const DAY_AND_NIGHT: Week = { from: '0001-01-01', hours: Object.fromEntries(weekdays.map((day) => [day, [['00:00', '24:00']]])) };

function compile({ weeks, holidays, alwaysOpen }: Calendar): OpenHours {
  const counts = weekCounts(alwaysOpen ? [DAY_AND_NIGHT] : weeks);
  const [first] = counts;
  assert(first !== undefined, 'a calendar that was let in has hours');
  const weekOf = (day: number): WeekCount => counts.findLast(({ start }) => start <= day) ?? first;
  const regularDay = (day: number): Day => weekOf(day).days[weekdayOf(day)] ?? CLOSED;

  const special = specialDays(holidays);
  const specialDates = [...special.keys()].sort((a, b) => a - b);
  // How far the count is off the weeks' own after so many of the special days.
  const corrections = [0];
  for (const day of specialDates) corrections.push((corrections.at(-1) ?? 0) + (special.get(day)?.minutes ?? 0) - regularDay(day).minutes);

  const dayAt = (day: number): Day => special.get(day) ?? regularDay(day);
  const countBeforeDay = (day: number): number =>
    countInWeeks(weekOf(day), day) + (corrections[bisect(0, specialDates.length, (i) => (specialDates[i] ?? day) >= day)] ?? 0);
  const countBefore = (local: number): number => {
    const day = Math.floor(local / DAY_MINUTES);
    const minute = local - day * DAY_MINUTES;
    let count = countBeforeDay(day);
    for (const [from, to] of dayAt(day).spans) count += Math.max(0, Math.min(to, minute) - from);
    return count;
  };
  const minuteOfCount = (count: number, fromDay: number): number => {
    let reach = 1;
    while (countBeforeDay(fromDay + reach) < count) reach *= 2;
    const day = bisect(fromDay, fromDay + reach, (candidate) => countBeforeDay(candidate + 1) >= count);
    let missing = count - countBeforeDay(day);
    for (const [from, to] of dayAt(day).spans) {
      if (missing <= to - from) return day * DAY_MINUTES + from + missing;
      missing -= to - from;
    }
    return (day + 1) * DAY_MINUTES;
  };
  return { dayAt, countBefore, minuteOfCount };
}

const CLOSED: Day = { spans: [], minutes: 0 };

/** A week's hours by the day, Monday first, and the count at the day on which they come into force. */
interface WeekCount {
  readonly start: number;
  readonly days: readonly Day[];
  /** Open minutes of the week before each of its days, and of all of it at the end. */
  readonly before: readonly number[];
  readonly base: number;
}

function weekCounts(weeks: readonly Week[]): WeekCount[] {
  const counts: WeekCount[] = [];
  for (const { from, hours } of weeks) {
    const start = dayNumber(from);
    const days = weekdays.map((day) => dayOf(hours[day] ?? []));
    const before = [0];
    for (const { minutes } of days) before.push((before.at(-1) ?? 0) + minutes);
    const previous = counts.at(-1);
    counts.push({ start, days, before, base: previous ? countInWeeks(previous, start) : 0 });
  }
  return counts;
}

function countInWeeks(week: WeekCount, day: number): number {
  return week.base + sinceFirstMonday(week, day) - sinceFirstMonday(week, week.start);
}
function sinceFirstMonday({ before }: WeekCount, day: number): number {
  const weekday = weekdayOf(day);
  return ((day + THURSDAY - weekday) / 7) * (before[7] ?? 0) + (before[weekday] ?? 0);
}

/** 1970-01-01, day 0, was a Thursday: Monday is 0. */
const THURSDAY = 3;
export const weekdayOf = (day: number): number => (((day + THURSDAY) % 7) + 7) % 7;

function specialDays(holidays: readonly Holiday[]): Map<number, Day> {
  const days = new Map<number, Day>();
  for (const holiday of holidays) {
    const day = { ...dayOf(holiday.hours ?? []), holiday };
    for (let at = dayNumber(firstDateOf(holiday)); at <= dayNumber(lastDateOf(holiday)); at++) days.set(at, day);
  }
  return days;
}

function dayOf(intervals: readonly OpenInterval[]): Day {
  const spans = intervals.map(([from, to]) => [minuteOfDay(from) ?? 0, minuteOfDay(to) ?? 0] as const).sort(([a], [b]) => a - b);
  return { spans, minutes: spans.reduce((sum, [from, to]) => sum + to - from, 0) };
}

/** The first number of a range for which something holds that goes on holding; the range's end if for none. */
function bisect(low: number, high: number, holds: (n: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

import { dayNumber, type Instant } from '../../kernel/dates.ts';
import { assert } from '../../kernel/decision.ts';
import type { Calendar } from './calendar.ts';
import { DAY_MINUTES, instantOf, type Minute, minuteOf } from './minute.ts';
import { openHours } from './open-hours.ts';
import { offsetSpanAt } from './zone.ts';

/** Open minutes from one instant to another; none where the second is not later. */
export const openMinutesBetween = (calendar: Calendar, from: Instant, to: Instant): number => openBetween(calendar, minuteOf(from), minuteOf(to));

/**
 * The earliest instant by which so many open minutes have passed. It lies in open time, the moment of closing included: eight hours from nine
 * on a day from nine to five end at five that day, not at nine the next. After no minutes at all: the instant itself, or the next opening.
 */
export const addOpenMinutes = (calendar: Calendar, from: Instant, minutes: number): Instant =>
  instantOf(afterOpen(calendar, minuteOf(from), minutes));

/** The instant itself if it is open, or else the next opening. */
export const nextOpen = (calendar: Calendar, at: Instant): Instant => instantOf(nextOpenMinute(calendar, minuteOf(at)));

/** The end of the year 9999: dates are written with four digits. A valid calendar reaches the longest target centuries before. */
const END_OF_TIME: Minute = dayNumber('9999-12-31') * DAY_MINUTES;

export function openBetween(calendar: Calendar, from: Minute, to: Minute): number {
  const { countBefore } = openHours(calendar);
  let open = 0;
  for (let at = from; at < to; ) {
    const span = offsetSpanAt(calendar.timeZone, at);
    const end = Math.min(to, span.to);
    open += countBefore(end + span.offset) - countBefore(at + span.offset);
    at = end;
  }
  return open;
}

export function afterOpen(calendar: Calendar, from: Minute, minutes: number): Minute {
  assert(Number.isInteger(minutes) && minutes >= 0, 'open minutes are counted in whole numbers');
  if (minutes === 0) return openBetween(calendar, from - 1, from) === 1 ? from : nextOpenMinute(calendar, from);
  const { countBefore, minuteOfCount } = openHours(calendar);
  let missing = minutes;
  for (let at = from; at < END_OF_TIME; ) {
    const { to, offset } = offsetSpanAt(calendar.timeZone, at);
    const passed = countBefore(at + offset);
    const available = countBefore(to + offset) - passed;
    if (missing <= available) return minuteOfCount(passed + missing, Math.floor((at + offset) / DAY_MINUTES)) - offset;
    missing -= available;
    at = to;
  }
  throw new Error('broken invariant: a calendar that was let in reaches every target');
}

/** The first open minute ends where one open minute has passed. */
const nextOpenMinute = (calendar: Calendar, at: Minute): Minute => afterOpen(calendar, at, 1) - 1;

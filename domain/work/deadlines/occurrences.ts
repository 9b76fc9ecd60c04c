import { addDays, type Instant, type LocalDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { instantOfLocal } from '../calendars/zone.ts';
import type { Deadline, Occurrence } from './deadline.ts';
import { shiftDate } from './shift-date.ts';

/** How far ahead occurrences stand on the calendar, in days and in number. The series itself goes on: the next ones come as these pass. */
export const AHEAD_DAYS = 400;
export const AHEAD_MOST = 16;
/** One transaction makes no more; after an outage the rest follow in the next. */
export const MADE_TOGETHER = 16;

/** The hour of the firm’s clock at which people are told, and at which a series is continued. */
const TOLD_AT = '08:00';
const CONTINUED_AT = '03:00';

/**
 * Which of the scheduled dates that come next are to have their occurrence now: all that have passed, those of the coming year, and always
 * one ahead. `waiting` counts those ahead that exist.
 */
export function datesToMake(next: readonly LocalDate[], waiting: number, today: LocalDate): readonly LocalDate[] {
  const until = addDays(today, AHEAD_DAYS);
  const made: LocalDate[] = [];
  let ahead = waiting;
  for (const date of next.slice(0, MADE_TOGETHER)) {
    if (date > today && ahead > 0 && (ahead >= AHEAD_MOST || date > until)) break;
    if (date > today) ahead += 1;
    made.push(date);
  }
  return made;
}

/** When a series is to be continued: at once if dates that are wanted are still to be made, the day after its next date otherwise; never once it has ended. */
export function continuedAt(
  { left, made, ahead }: { readonly left: readonly LocalDate[]; readonly made: readonly LocalDate[]; readonly ahead: readonly LocalDate[] },
  timeZone: string,
  now: Instant,
  today: LocalDate,
): Instant | undefined {
  const [next] = left;
  if (next === undefined) return undefined;
  if (made.length === MADE_TOGETHER && datesToMake(left, ahead.length, today).length > 0) return now;
  const passes = addDays([...ahead].sort()[0] ?? today, 1);
  const wanted = addDays(next, -AHEAD_DAYS);
  const at = instantOfLocal(timeZone, { date: passes < wanted ? wanted : passes, time: CONTINUED_AT });
  return at < now ? now : at;
}

export const newOccurrence = (deadline: Deadline, date: LocalDate, calendar: Calendar): Occurrence => ({
  deadline: deadline.id,
  date,
  dueOn: shiftDate(date, deadline.shift, calendar),
  state: 'pending',
  reminded: [],
  version: 1,
});

/** An occurrence to come as its deadline says it now. */
export function followDeadline(before: Occurrence, deadline: Deadline, calendar: Calendar): Occurrence {
  return { ...before, dueOn: shiftDate(before.date, deadline.shift, calendar), version: before.version + 1 };
}

/** When something of it is next to be done, by the firm’s clock: a threshold that nobody was told of, or a case to open. What has passed is due now. */
export function nextRing(occurrence: Occurrence, deadline: Deadline, timeZone: string, now: Instant): Instant | undefined {
  if (occurrence.state !== 'pending') return undefined;
  const days = deadline.reminders.filter((threshold) => !occurrence.reminded.includes(threshold));
  if (deadline.does.type === 'open-case' && occurrence.case === undefined) days.push(deadline.does.daysBefore);
  if (days.length === 0) return undefined;
  const at = ringAt(occurrence, Math.max(...days), timeZone);
  return at < now ? now : at;
}

/**
 * What is to be done of an occurrence at an instant. A host that was away tells once, of the latest threshold that has passed; the ones before it
 * count as told.
 */
export function ring(
  occurrence: Occurrence,
  deadline: Deadline,
  timeZone: string,
  now: Instant,
): { readonly after: Occurrence; readonly threshold: number | undefined; readonly opensCase: boolean } {
  const passed = (days: number): boolean => ringAt(occurrence, days, timeZone) <= now;
  const told = deadline.reminders.filter((threshold) => !occurrence.reminded.includes(threshold) && passed(threshold));
  const { does } = deadline;
  return {
    after: { ...occurrence, reminded: [...occurrence.reminded, ...told].sort((a, b) => b - a), version: occurrence.version + 1 },
    threshold: told.length > 0 ? Math.min(...told) : undefined,
    opensCase: does.type === 'open-case' && occurrence.case === undefined && passed(does.daysBefore),
  };
}

const ringAt = ({ dueOn }: Occurrence, days: number, timeZone: string): Instant =>
  instantOfLocal(timeZone, { date: addDays(dueOn, -days), time: TOLD_AT });

interface Settling {
  readonly by: Person;
  readonly at: Instant;
  readonly note?: string | undefined;
}

/** Met: who said so, when, and what shows it. */
export const completeOccurrence = (before: Occurrence, settling: Settling): Outcome<Occurrence> => settle(before, 'done', settling);
/** Not to be met, and why. */
export const waiveOccurrence = (before: Occurrence, settling: Settling): Outcome<Occurrence> => settle(before, 'waived', settling);

function settle(before: Occurrence, state: 'done' | 'waived', { by, at, note }: Settling): Outcome<Occurrence> {
  if (before.state !== 'pending') return refuse('occurrence.settled', { date: before.date });
  return { ...before, state, settled: { by, at, ...(note && { note }) }, version: before.version + 1 };
}

/** Waits again. Thresholds that were told are not told again. */
export function reopenOccurrence(before: Occurrence): Outcome<Occurrence> {
  if (before.state === 'pending') return refuse('occurrence.pending', { date: before.date });
  const { settled: _, ...rest } = before;
  return { ...rest, state: 'pending', version: before.version + 1 };
}

import type { LocalDate } from '../../../domain/kernel/dates.ts';
import type { Calendar } from '../../../domain/work/calendars/calendar.ts';
import type { Deadline, Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import { continuedAt, datesToMake, followDeadline, MADE_TOGETHER, newOccurrence } from '../../../domain/work/deadlines/occurrences.ts';
import type { Write } from '../../platform/table/port.ts';
import { occurrenceWrites } from './deadline-items.ts';
import { scheduledDates } from './scheduled-dates.ts';

/** What a schedule is made under: the firm’s hours, zone and day. */
export interface ScheduleFacts {
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly now: string;
  readonly today: LocalDate;
}

/** A deadline with its dates made as far ahead as they are shown, and what that writes. */
export interface Scheduled {
  readonly deadline: Deadline;
  readonly continuesAt: string | undefined;
  readonly writes: readonly Write[];
  readonly made: number;
}

/** Makes the occurrences that come next. `existing` are those from today on: what is there is never made twice, whatever its state. */
export async function makeDates(deadline: Deadline, existing: readonly Occurrence[], facts: ScheduleFacts): Promise<Scheduled> {
  const { calendar, timeZone, now, today } = facts;
  const dates = await scheduledDates(deadline, deadline.generatedThrough, MADE_TOGETHER + 1);
  const there = new Set(existing.map(({ date }) => date));
  const waiting = existing.map(({ date }) => date).filter((date) => date > today);
  const made = datesToMake(dates, waiting.length, today);
  const fresh = made.filter((date) => !there.has(date)).map((date) => newOccurrence(deadline, date, calendar));
  const ahead = [...waiting, ...made.filter((date) => date > today)];
  const first = [...fresh, ...existing].filter(({ state }) => state === 'pending').sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  const next = deadline.next && (!first || deadline.next.date <= first.date) ? deadline.next : first && { date: first.date, dueOn: first.dueOn };
  const { next: _, ...rest } = deadline;
  const after: Deadline = { ...rest, ...(next && { next }), generatedThrough: made.at(-1) ?? deadline.generatedThrough };
  return {
    deadline: after,
    continuesAt: continuedAt({ left: dates.slice(made.length), made, ahead }, timeZone, now, today),
    writes: fresh.flatMap((occurrence) => occurrenceWrites(undefined, [occurrence, after], timeZone, now)),
    made: fresh.length,
  };
}

/** Brings the occurrences to come in line with what a deadline says now: dates that left the rule go, others follow. What is settled or past stays. */
export async function remakeDates(before: Deadline, after: Deadline, existing: readonly Occurrence[], facts: ScheduleFacts): Promise<Scheduled> {
  const { calendar, timeZone, now, today } = facts;
  const moved =
    after.generatedThrough !== before.generatedThrough ||
    after.firstOn !== before.firstOn ||
    after.rule !== before.rule ||
    after.monthEnd !== before.monthEnd;
  const stays = moved ? new Set(await scheduledDates(after, after.generatedThrough, MADE_TOGETHER)) : undefined;
  const toCome = existing.filter(({ state, date }) => state === 'pending' && date >= today);
  const kept = toCome
    .filter(({ date }) => !stays || stays.has(date))
    .map((occurrence) => [occurrence, followDeadline(occurrence, after, calendar)] as const);
  const gone = toCome.filter(({ date }) => stays !== undefined && !stays.has(date));
  const past = before.next && before.next.date < today ? before.next : undefined;
  const { next: _, ...rest } = after;
  const settled = existing.filter(({ state }) => state !== 'pending');
  const scheduled = await makeDates({ ...rest, ...(past && { next: past }) }, [...settled, ...kept.map(([, follows]) => follows)], facts);
  return {
    ...scheduled,
    writes: [
      ...gone.flatMap((occurrence) => occurrenceWrites([occurrence, before], undefined, timeZone, now)),
      ...kept.flatMap(([occurrence, follows]) => occurrenceWrites([occurrence, before], [follows, scheduled.deadline], timeZone, now)),
      ...scheduled.writes,
    ],
  };
}

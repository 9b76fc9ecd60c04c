import type { Instant, LocalDate } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';
import { type Act, type Case, next } from './case.ts';

/** Time that somebody spent on a case. */
export interface TimeEntry {
  readonly id: Id<'time'>;
  readonly by: Person;
  readonly at: Instant;
  readonly date: LocalDate;
  readonly minutes: number;
  readonly billable: boolean;
  readonly note?: string;
}

/** Writes down time that was spent, today or before. */
export function logTime(before: Case, entry: TimeEntry, today: LocalDate): Outcome<Act> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  if (entry.date > today) return refuseAt('/date', 'time.future', { date: entry.date });
  const { billable, other } = before.minutes;
  return {
    type: 'case.time_logged',
    case: next(before, entry.at, {
      minutes: entry.billable ? { billable: billable + entry.minutes, other } : { billable, other: other + entry.minutes },
    }),
    data: { time: entry.id, minutes: entry.minutes, billable: entry.billable, date: entry.date },
  };
}

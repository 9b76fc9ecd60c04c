import { may } from '../../../domain/firms/permissions.ts';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Deadline, Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import { completeOccurrence as complete, reopenOccurrence as reopen, waiveOccurrence as waive } from '../../../domain/work/deadlines/occurrences.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { deadlineItem, occurrenceWrites } from './deadline-items.ts';
import { occurrenceHappened } from './happenings.ts';
import { loadDeadline, loadOccurrence, nextPendingAfter } from './load-deadline.ts';
import type { deadlinesRoutes } from './routes.ts';
import { wireOccurrence } from './wire-deadline.ts';

/** Marks a date as met: no reminder of it comes any more. */
export const completeOccurrence: Verb<typeof deadlinesRoutes.completeOccurrence> = (call) =>
  settle(call, call.params, 'deadline.met', (one) => complete(one, { by: personOf(call), at: call.now, note: call.body?.evidence }));

/** Waives a date. Why is kept with it. */
export const waiveOccurrence: Verb<typeof deadlinesRoutes.waiveOccurrence> = (call) =>
  settle(call, call.params, 'deadline.waived', (one) => waive(one, { by: personOf(call), at: call.now, note: call.body.reason }));

/** Lets a date wait again that was marked by mistake. */
export const reopenOccurrence: Verb<typeof deadlinesRoutes.reopenOccurrence> = (call) => settle(call, call.params, 'deadline.reopened', reopen);

async function settle(
  call: FirmCall,
  { deadlineId, date }: { readonly deadlineId: string; readonly date: string },
  type: `deadline.${string}`,
  decide: (before: Occurrence) => Outcome<Occurrence>,
) {
  const { table, firm, now } = call;
  const seen = new Reading(table);
  const [stored, before] = await Promise.all([loadDeadline(seen, deadlineId), loadOccurrence(seen, deadlineId, date)]);
  if (!stored || !before) return refuse('request.not_found');
  const { deadline } = stored;
  if (!may(call.role, 'deadline.manage') && deadline.owner?.id !== call.caller.user.id) return refuse('occurrence.not_yours');
  const after = decide(before);
  if (isRefusal(after)) return after;
  const next = await nextOf(call, deadline, after);
  const { next: _, ...rest } = deadline;
  const moved = { ...rest, ...(next && { next }) };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [
        { kind: 'put', item: deadlineItem(moved, stored.writes + 1, stored.continuesAt) },
        ...occurrenceWrites([before, deadline], [after, moved], firm.timeZone, now),
      ],
      happenings: [occurrenceHappened(type, moved, after, after.settled?.note === undefined ? {} : { note: after.settled.note })],
      answer: { status: 200 as const, body: wireOccurrence(after, call.today) },
    }),
  });
}

/** The earliest date that waits once this one has changed. The deadline is part of every such commit, so two of them follow one another. */
async function nextOf({ table }: FirmCall, { id, next }: Deadline, after: Occurrence): Promise<Deadline['next']> {
  if (after.state === 'pending') return !next || after.date < next.date ? { date: after.date, dueOn: after.dueOn } : next;
  if (next?.date !== after.date) return next;
  const following = await nextPendingAfter(table, id, after.date);
  return following && { date: following.date, dueOn: following.dueOn };
}

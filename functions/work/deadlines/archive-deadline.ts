import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import { archiveDeadline as decideArchiving } from '../../../domain/work/deadlines/set-deadline.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { deadlineItem, occurrenceWrites } from './deadline-items.ts';
import { deadlineHappened } from './happenings.ts';
import { loadDeadline, occurrencesFrom } from './load-deadline.ts';
import type { deadlinesRoutes } from './routes.ts';
import { wireDeadline } from './wire-deadline.ts';

/** Archives a deadline: dates to come go from the calendar, one that is overdue stays until it is settled. */
export const archiveDeadline: Verb<typeof deadlinesRoutes.archiveDeadline> = async (call) => {
  const seen = new Reading(call.table);
  const stored = await loadDeadline(seen, call.params.deadlineId);
  if (!stored) return refuse('request.not_found');
  const archived = decideArchiving(stored.deadline, call.now);
  if (isRefusal(archived)) return archived;
  const toCome = (await occurrencesFrom(call.table, archived.id, call.today)).filter(({ state }) => state === 'pending');
  const { next, ...rest } = archived;
  const deadline = { ...rest, ...(next && next.date < call.today && { next }) };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [
        { kind: 'put', item: deadlineItem(deadline, stored.writes + 1, undefined) },
        ...toCome.flatMap((occurrence) => occurrenceWrites([occurrence, stored.deadline], undefined, call.firm.timeZone, call.now)),
      ],
      happenings: [deadlineHappened('deadline.archived', deadline)],
      answer: { status: 200 as const, body: wireDeadline(deadline, call.today), version: deadline.version },
    }),
  });
};

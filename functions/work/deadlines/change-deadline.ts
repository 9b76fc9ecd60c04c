import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { changeDeadline as decideChange } from '../../../domain/work/deadlines/set-deadline.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { deadlineFacts, scheduleFacts } from './deadline-facts.ts';
import { deadlineItem } from './deadline-items.ts';
import { deadlineHappened } from './happenings.ts';
import { loadDeadline, occurrencesFrom } from './load-deadline.ts';
import type { deadlinesRoutes } from './routes.ts';
import { remakeDates } from './schedule.ts';
import { wireDeadline } from './wire-deadline.ts';

/** Changes a deadline as it was read. Its dates to come follow; those that were met, waived or missed stay as they are. */
export const changeDeadline: Verb<typeof deadlinesRoutes.changeDeadline> = async (call) => {
  const seen = new Reading(call.table);
  const stored = await loadDeadline(seen, call.params.deadlineId);
  if (!stored) return refuse('request.not_found');
  const before = stored.deadline;
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { body } = call;
  const named = { does: body.does ?? before.does, link: body.link === undefined ? before.link : body.link };
  const [facts, schedule] = await Promise.all([
    deadlineFacts(call, { ...named, owner: body.owner === undefined ? before.owner?.id : body.owner }, seen),
    scheduleFacts(call, seen),
  ]);
  const changed = decideChange(before, body, facts);
  if (isRefusal(changed)) return changed;
  const existing = await occurrencesFrom(call.table, before.id, call.today);
  const { deadline, continuesAt, writes } = await remakeDates(before, changed, existing, schedule);
  const isEmpty = !deadline.next && deadline.rule !== before.rule;
  if (isEmpty) return refuseAt('/rule', 'deadline.no_dates');
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: deadlineItem(deadline, stored.writes + 1, continuesAt) }, ...writes],
      happenings: [deadlineHappened('deadline.changed', deadline)],
      answer: { status: 200 as const, body: wireDeadline(deadline, call.today), version: deadline.version },
    }),
  });
};

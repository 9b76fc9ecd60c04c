import { isRefusal, refuseAt } from '../../../domain/kernel/decision.ts';
import { setDeadline as decideSetting } from '../../../domain/work/deadlines/set-deadline.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { deadlineFacts, scheduleFacts } from './deadline-facts.ts';
import { deadlineItem } from './deadline-items.ts';
import { deadlineHappened } from './happenings.ts';
import type { deadlinesRoutes } from './routes.ts';
import { makeDates } from './schedule.ts';
import { wireDeadline } from './wire-deadline.ts';

/** Sets a deadline, and makes its dates as far ahead as the calendar shows them. */
export const setDeadline: Verb<typeof deadlinesRoutes.setDeadline> = async (call) => {
  const seen = new Reading(call.table);
  const [facts, schedule] = await Promise.all([deadlineFacts(call, call.body, seen), scheduleFacts(call, seen)]);
  const set = decideSetting(call.mint('deadline'), call.body, facts);
  if (isRefusal(set)) return set;
  const scheduled = await makeDates(set, [], schedule);
  if (scheduled.made === 0) return refuseAt('/rule', 'deadline.no_dates');
  const { deadline, continuesAt, writes } = scheduled;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: deadlineItem(deadline, 1, continuesAt), when: { exists: false } }, ...writes],
      happenings: [deadlineHappened('deadline.set', deadline)],
      answer: { status: 201 as const, body: wireDeadline(deadline, call.today), version: deadline.version },
    }),
  });
};

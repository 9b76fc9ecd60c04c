import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import { withdrawRequest } from '../../../domain/work/decisions/settle-request.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { decisionsKeys } from './keys.ts';
import { loadPeople } from './place.ts';
import { requestOf } from './request-items.ts';
import { requestHappened, requestWrites } from './request-writes.ts';
import type { decisionsRoutes } from './routes.ts';
import { loadSubject } from './subject-store.ts';
import { wireRequest } from './wire-request.ts';

/** Takes a request back. */
export const withdrawDecisionRequest: Verb<typeof decisionsRoutes.withdrawDecisionRequest> = async (call) => {
  const seen = new Reading(call.table);
  const item = await seen.get(decisionsKeys.request({ request: call.params.decisionRequestId }));
  if (!item) return refuse('request.not_found');
  const before = requestOf(item);
  const after = withdrawRequest(before, { by: personOf(call), isOwner: call.role === 'owner', at: call.now });
  if (isRefusal(after)) return after;
  const [people, subject] = await Promise.all([loadPeople(call.table), loadSubject(before.subject, seen, call)]);
  const { writes } = await requestWrites(before, after, people, call);
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...writes, ...(subject?.point(after) ?? [])],
      happenings: [requestHappened('decision.withdrawn', after, { from: before.state, because: after.because ?? null })],
      answer: { status: 200 as const, body: wireRequest(call, after, people), version: after.version },
    }),
  });
};

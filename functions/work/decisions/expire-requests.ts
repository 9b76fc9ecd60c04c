import { expireRequest } from '../../../domain/work/decisions/settle-request.ts';
import { commitDue, whenDue } from '../../firms/when-due.ts';
import { decisionsKeys } from './keys.ts';
import { loadPeople } from './place.ts';
import { requestOf } from './request-items.ts';
import { requestHappened, requestWrites } from './request-writes.ts';
import { loadSubject } from './subject-store.ts';

/** A request whose time is over: nobody decided. Handed the same instant twice, the second finds nothing to do. */
export const expireRequests = whenDue(async (call, { id }) => {
  const item = await call.seen.get(decisionsKeys.request({ request: String(id) }));
  if (!item) return;
  const before = requestOf(item);
  const after = expireRequest(before, call.now);
  if (!after) return;
  const [people, subject] = await Promise.all([loadPeople(call.table), loadSubject(before.subject, call.seen, call)]);
  const { writes } = await requestWrites(before, after, people, call);
  await commitDue(call, {
    decide: () => ({
      writes: [...writes, ...(subject?.point(after) ?? [])],
      happenings: [requestHappened('decision.expired', after, { expiresAt: after.expiresAt })],
      answer: undefined,
    }),
  });
});

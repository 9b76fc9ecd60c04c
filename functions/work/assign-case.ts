import { isRefusal } from '../../domain/kernel/decision.ts';
import { type Assignment, assignCase as decideAssignment } from '../../domain/work/cases/assign-case.ts';
import type { Case } from '../../domain/work/cases/case.ts';
import { loadMember } from '../firms/members.ts';
import type { FirmCall, Verb } from '../platform/call.ts';
import type { Reading } from '../platform/commit.ts';
import { changeCase } from './change-case.ts';
import { readQueue } from './queue-store.ts';
import type { workRoutes } from './routes.ts';

/** Gives a case to somebody, or to another queue. */
export const assignCase: Verb<typeof workRoutes.assignCase> = (call) => changeCase(call, call.params.caseId, assigning(call, call.body));

/** The decision, conditional on the membership and the queue that it names: whoever leaves the firm meanwhile is given nothing. */
export const assigning = (call: FirmCall, sent: Assignment) => async (before: Case, seen: Reading) => {
  const [stored, queue] = await Promise.all([
    sent.assignee ? loadMember(seen, sent.assignee) : undefined,
    sent.queue !== undefined && sent.queue !== before.queue ? readQueue(seen, sent.queue) : undefined,
  ]);
  const member = stored && { id: stored.user, name: stored.name, role: stored.role };
  const act = decideAssignment(before, sent, { at: call.now, queues: queue ? [queue] : [], member });
  return isRefusal(act) ? act : { act };
};

import { may, type Role } from '../../firms/permissions.ts';
import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';
import { isEnded } from '../kinds/states.ts';
import { type Act, type Case, next } from './case.ts';
import type { Queue } from './queue.ts';

export interface Assignment {
  readonly assignee?: UserId | null | undefined;
  readonly queue?: string | undefined;
  /** Whom the caller believes to have it now: a case that somebody else took meanwhile stays theirs. */
  readonly from?: UserId | null | undefined;
}

export interface AssigningFacts {
  readonly at: Instant;
  readonly queues: readonly Queue[];
  /** The member who was named, as far as there is one. */
  readonly member: (Person & { readonly role: Role }) | undefined;
}

/** Gives a case to somebody, back to its queue, or to another queue. */
export function assignCase(before: Case, sent: Assignment, { at, queues, member }: AssigningFacts): Outcome<Act> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  if (isEnded(before.state)) return refuse('case.ended', { state: before.state });
  if (sent.from !== undefined && (before.assignee?.id ?? null) !== sent.from) return refuse('case.taken', { assignee: before.assignee?.name ?? '-' });
  if (sent.assignee && !member) return refuseAt('/assignee', 'assignee.unknown', { assignee: sent.assignee });
  if (member && !may(member.role, 'case.work')) return refuseAt('/assignee', 'assignee.role', { assignee: member.name });
  const queue = sent.queue ?? before.queue;
  if (queue !== before.queue && !queues.some(({ code, archived }) => code === queue && !archived))
    return refuseAt('/queue', 'queue.unknown', { queue });
  const { assignee: had, ...free } = before;
  const assignee = sent.assignee === undefined ? had : member && { id: member.id, name: member.name };
  return {
    type: 'case.assigned',
    case: next(assignee ? { ...free, assignee } : free, at, { queue }),
    data: { from: had?.id ?? null, to: assignee?.id ?? null, ...(queue !== before.queue && { queue: { from: before.queue, to: queue } }) },
  };
}

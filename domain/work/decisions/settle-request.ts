import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/decision.ts';
import { hasCome } from '../../kernel/instants.ts';
import type { Person } from '../../kernel/person.ts';
import { isSame } from '../cases/case.ts';
import { can, type DecisionRequest } from './request.ts';

/** Takes the question back: whoever asked, or an owner of the firm. */
export function withdrawRequest(
  before: DecisionRequest,
  { by, isOwner, at }: { readonly by: Person; readonly isOwner: boolean; readonly at: Instant },
): Outcome<DecisionRequest> {
  if (!isOwner && !before.interested.some((person) => isSame(person, by))) return refuse('decision.not_yours');
  if (!can('withdraw', before.state)) return refuse('decision.settled', { state: before.state });
  return settled(before, 'withdrawn', at, 'asked');
}

/** Nobody decided in time. Undefined where there is nothing to expire. */
export function expireRequest(before: DecisionRequest, at: Instant): DecisionRequest | undefined {
  return can('expire', before.state) && hasCome(before.expiresAt, at) ? settled(before, 'expired', at) : undefined;
}

/** What was authorised is no longer what stands there. */
export function voidRequest(before: DecisionRequest, at: Instant): DecisionRequest | undefined {
  return can('void', before.state) ? settled(before, 'void', at, 'material-edit') : undefined;
}

/** The subject is over before anybody decided. */
export function dropRequest(before: DecisionRequest, at: Instant): DecisionRequest | undefined {
  return can('withdraw', before.state) ? settled(before, 'withdrawn', at, 'subject-ended') : undefined;
}

function settled(
  before: DecisionRequest,
  state: DecisionRequest['state'],
  at: Instant,
  because?: NonNullable<DecisionRequest['because']>,
): DecisionRequest {
  return { ...before, state, settledAt: at, ...(because && { because }), links: [], version: before.version + 1 };
}

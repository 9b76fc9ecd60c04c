import { may, type Role } from '../../firms/permissions.ts';
import type { Instant, LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, type Refusal, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id, UserId } from '../../kernel/ids.ts';
import { hasCome } from '../../kernel/instants.ts';
import type { Person } from '../../kernel/person.ts';
import { isSame } from '../cases/case.ts';
import { type Delegation, deputiesOf, principalsOf } from './delegation.ts';
import { currentStep, evaluateStep, voicesOf } from './evaluate-step.ts';
import { can, type DecisionOutcome, type DecisionRequest, MAX_DECISIONS, type MadeDecision, type Step } from './request.ts';

export interface SentDecision {
  readonly outcome: DecisionOutcome;
  readonly comment?: string | undefined;
  /** In whose name, where it is not one's own. */
  readonly onBehalfOf?: UserId | undefined;
}

export interface DecidingFacts {
  readonly id: Id<'decision'>;
  readonly by: Person;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly delegations: readonly Delegation[];
  /** The members of the firm as they are now. */
  readonly members: readonly { readonly id: UserId; readonly role: Role }[];
}

/** A place in the step that is open, and in whose name it is taken. */
export interface Seat {
  readonly of: Person;
  readonly by: Person;
  readonly self: boolean;
  readonly delegation?: Delegation;
}

/**
 * Says yes, no, or not like this. Refused in this order: it is settled, its time is over, nobody asked this person, it would be their own wish,
 * whoever is spoken for decides here no more, their role is gone, they have spoken for somebody in this step already, they said the same before.
 */
export function decide(before: DecisionRequest, sent: SentDecision, facts: DecidingFacts): Outcome<DecisionRequest> {
  if (!can('decide', before.state)) return refuse('decision.settled', { state: before.state });
  if (hasCome(before.expiresAt, facts.at)) return refuse('decision.expired', { at: before.expiresAt.slice(0, 10) });
  const current = currentStep(before);
  if (!current) return refuse('decision.settled', { state: before.state });
  const seat = takeSeat(before, current, sent.onBehalfOf, facts);
  if (isRefusal(seat)) return seat;
  const { of, by, self } = seat;
  if (voicesOf(before.decisions, current.index).get(of.id) === sent.outcome) return refuse('decision.same');
  if (before.decisions.length >= MAX_DECISIONS) return refuse('decision.full');
  const { outcome, comment } = sent;
  const made: MadeDecision = { id: facts.id, step: current.index, of, by, self, outcome, ...(comment !== undefined && { comment }), at: facts.at };
  const decisions = [...before.decisions, made];
  const standing = evaluateStep(current.step, voicesOf(decisions, current.index));
  const isLast = current.index === before.steps.length - 1;
  const after: DecisionRequest = {
    ...before,
    decisions,
    // A link is for one decision: with it, whatever was sent to this person is used up.
    links: before.links.filter(({ user }) => user !== by.id),
    version: before.version + 1,
  };
  if (standing === 'open' || (standing === 'approved' && !isLast)) return after;
  return { ...after, state: standing, settledAt: facts.at, links: [] };
}

/** Whose seat somebody takes: their own, or that of the one person in whose name they may decide. */
export function takeSeat(
  request: DecisionRequest,
  { index, step }: { readonly index: number; readonly step: Step },
  onBehalfOf: UserId | undefined,
  facts: Omit<DecidingFacts, 'id' | 'at'>,
): Outcome<Seat> {
  const { by, today, delegations, members } = facts;
  const seats = seatsFor(step, by, delegations, today);
  const wanted = onBehalfOf === undefined ? seats : seats.filter(({ of }) => of.id === onBehalfOf);
  const [first] = wanted;
  if (!first) return onBehalfOf === undefined ? refuse('decision.not_asked') : refuseAt('/onBehalfOf', 'decision.not_deputy');
  const own = wanted.find(({ delegation }) => !delegation);
  if (!own && wanted.length > 1) return refuseAt('/onBehalfOf', 'decision.for_whom', { people: wanted.map(({ of }) => of.name).join(', ') });
  const seat = own ?? first;
  const isInterested = request.interested.some((person) => isSame(person, by));
  if (isInterested && (!step.self || seat.delegation || somebodyElse(step, by, facts))) return refuse('decision.self');
  // A deputy's word is worth what their principal's own would be: nothing, once the principal has left or only looks on.
  if (!members.some(({ id, role }) => id === seat.of.id && may(role, 'decision.decide')))
    return refuse('decision.principal_gone', { person: seat.of.name });
  if (step.role !== undefined && !members.some(({ id, role }) => id === seat.of.id && role === step.role))
    return refuse('decision.role_lost', { person: seat.of.name });
  const elsewhere = request.decisions.find((made) => made.step === index && isSame(made.by, by) && !isSame(made.of, seat.of));
  if (elsewhere) return refuse('decision.one_voice', { person: elsewhere.of.name });
  return { ...seat, self: isInterested };
}

/** In whose names somebody could decide now, and what stands against each: what the buttons say. */
export function waysToDecide(
  request: DecisionRequest,
  facts: Omit<DecidingFacts, 'id'>,
): readonly { readonly of: Person; readonly refusal?: Refusal }[] | Refusal {
  if (!can('decide', request.state)) return refuse('decision.settled', { state: request.state });
  if (hasCome(request.expiresAt, facts.at)) return refuse('decision.expired', { at: request.expiresAt.slice(0, 10) });
  const current = currentStep(request);
  const seats = current ? seatsFor(current.step, facts.by, facts.delegations, facts.today) : [];
  if (!current || seats.length === 0) return refuse('decision.not_asked');
  return seats.map(({ of }) => {
    const seat = takeSeat(request, current, of.id, facts);
    return isRefusal(seat) ? { of, refusal: seat } : { of };
  });
}

function seatsFor(step: Step, by: Person, delegations: readonly Delegation[], today: LocalDate): readonly Omit<Seat, 'self'>[] {
  const principals = principalsOf(by.id, delegations, today);
  return step.approvers.flatMap((of) => {
    if (isSame(of, by)) return [{ of, by }];
    const delegation = principals.find(({ person }) => isSame(person, of));
    return delegation ? [{ of, by, delegation }] : [];
  });
}

/** Whether anybody but whoever asked could decide: another who was asked, a deputy, or somebody who has the role by now. */
function somebodyElse(step: Step, by: Person, { delegations, members, today }: Pick<DecidingFacts, 'delegations' | 'members' | 'today'>): boolean {
  return (
    step.approvers.some((person) => !isSame(person, by)) ||
    deputiesOf(by.id, delegations, today).some(({ to }) => members.some(({ id }) => id === to.id)) ||
    (step.role !== undefined && members.some(({ id, role }) => id !== by.id && role === step.role))
  );
}

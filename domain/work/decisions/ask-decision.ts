import { may, type Role } from '../../firms/permissions.ts';
import type { Instant } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import { hoursAfter } from '../../kernel/instants.ts';
import type { Person } from '../../kernel/person.ts';
import { isSame, withPeople } from '../cases/case.ts';
import type { MaterialField } from './material.ts';
import { requiredOf, type StepRule } from './policy.ts';
import { type DecisionRequest, MAX_APPROVERS, MAX_STEPS, type Step, type Subject } from './request.ts';

export type Member = Person & { readonly role: Role };

export interface Asking {
  readonly subject: Subject;
  readonly material: readonly MaterialField[];
  readonly digest: string;
  /** The steps of the policy, then those that whoever asks has added. */
  readonly rules: readonly StepRule[];
  /** How many of the rules are the policy's: a fault in the others points at what was sent. */
  readonly fromPolicy: number;
  readonly policy: DecisionRequest['policy'];
  readonly note?: string | undefined;
  readonly expiresAt: Instant;
}

export interface AskingFacts {
  readonly id: Id<'decisionRequest'>;
  readonly by: Person;
  /** Whoever wants the subject to go on, besides whoever asks. */
  readonly wantedBy: readonly Person[];
  readonly at: Instant;
  readonly members: readonly Member[];
}

/** Asks for a decision: roles become people, and whoever asks is left out wherever somebody else is asked. */
export function askDecision(asking: Asking, { id, by, wantedBy, at, members }: AskingFacts): Outcome<DecisionRequest> {
  const { rules, fromPolicy, subject, material, digest, policy, note, expiresAt } = asking;
  if (rules.length === 0) return refuseAt('/steps', 'decision.no_steps');
  if (rules.length > MAX_STEPS) return refuseAt('/steps', 'decision.too_many_steps', { maximum: MAX_STEPS });
  if (expiresAt <= at) return refuseAt('/expiresOn', 'decision.expiry_past');
  const interested = withPeople([by], wantedBy);
  const steps: Step[] = [];
  for (const [i, rule] of rules.entries()) {
    const step = askStep(rule, { members, interested, at: i < fromPolicy ? '' : `/steps/${i - fromPolicy}` });
    if (isRefusal(step)) return step;
    steps.push(step);
  }
  return {
    id,
    subject,
    state: 'pending',
    material,
    digest,
    policy,
    steps,
    decisions: [],
    ...(note !== undefined && { note }),
    requestedBy: by,
    interested,
    requestedAt: at,
    expiresAt,
    links: [],
    version: 1,
  };
}

function askStep(
  { name, need, of, self = false }: StepRule,
  { members, interested, at }: { readonly members: readonly Member[]; readonly interested: readonly Person[]; readonly at: string },
): Outcome<Step> {
  if ('people' in of) {
    const unknown = of.people.find((id) => !members.some((member) => member.id === id && may(member.role, 'decision.decide')));
    if (unknown !== undefined)
      return refuseAt(`${at}/people`, 'decision.not_decider', { person: members.find((m) => m.id === unknown)?.name ?? unknown });
  }
  const named = 'people' in of ? members.filter(({ id }) => of.people.includes(id)) : members.filter(({ role }) => role === of.role);
  if (named.length === 0) return refuse('decision.nobody', { step: name.en });
  const others = named.filter((member) => !interested.some((person) => isSame(person, member)));
  const approvers = (others.length > 0 ? others : self ? named : []).map((member): Person => ({ id: member.id, name: member.name }));
  if (approvers.length === 0) return refuse('decision.nobody_else', { step: name.en });
  if (approvers.length > MAX_APPROVERS) return refuse('decision.too_many_approvers', { maximum: MAX_APPROVERS });
  const required = requiredOf(need, approvers.length);
  if (required > approvers.length) return refuse('decision.too_few', { required, people: approvers.length });
  return { name, need: typeof need === 'string' ? need : 'k-of-n', required, approvers, ...('role' in of && { role: of.role }), self };
}

const DAY_HOURS = 24;
export const expiryAfter = (at: Instant, days: number): Instant => hoursAfter(at, days * DAY_HOURS);

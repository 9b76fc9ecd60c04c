import { may, type Role } from '../../firms/permissions.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';
import { type Delegation, MAX_DELEGATIONS } from './delegation.ts';

export interface DelegationFacts {
  readonly today: LocalDate;
  /** The member who was named, as far as there is one. */
  readonly member: (Person & { readonly role: Role }) | undefined;
}

/** Names a deputy. Refused: oneself, a stranger, somebody who may not decide, dates that end before they begin or are over. */
export function delegate(
  sent: { readonly id: Id<'delegation'>; readonly person: Person; readonly from: LocalDate; readonly until: LocalDate },
  { member, today, count }: DelegationFacts & { readonly count: number },
): Outcome<Delegation> {
  if (!member) return refuseAt('/to', 'delegation.nobody');
  if (member.id === sent.person.id) return refuseAt('/to', 'delegation.self');
  if (!may(member.role, 'decision.decide')) return refuseAt('/to', 'delegation.role', { person: member.name });
  const wrong = whyNotDates(sent, today);
  if (wrong) return wrong;
  if (count >= MAX_DELEGATIONS) return refuse('delegation.too_many', { maximum: MAX_DELEGATIONS });
  return { ...sent, to: { id: member.id, name: member.name }, version: 1 };
}

/** Other dates. What was decided under the old ones stands. */
export function changeDelegation(
  before: Delegation,
  sent: { readonly from?: LocalDate | undefined; readonly until?: LocalDate | undefined },
  today: LocalDate,
): Outcome<Delegation> {
  const after = { ...before, from: sent.from ?? before.from, until: sent.until ?? before.until, version: before.version + 1 };
  return whyNotDates(after, today) ?? after;
}

function whyNotDates({ from, until }: Pick<Delegation, 'from' | 'until'>, today: LocalDate) {
  if (until < from) return refuseAt('/until', 'delegation.backwards', { from, until });
  if (until < today) return refuseAt('/until', 'delegation.over', { until });
  return undefined;
}

import type { LocalDate } from '../../kernel/dates.ts';
import type { Id, UserId } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';

/** Somebody decides in another's name, from one day to another, both included. */
export interface Delegation {
  readonly id: Id<'delegation'>;
  /** In whose name. */
  readonly person: Person;
  readonly to: Person;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly version: number;
}

/** Of one person, those that are over not counted: nobody can use up what another needs. */
export const MAX_DELEGATIONS = 20;

export const holdsOn = ({ from, until }: Delegation, day: LocalDate): boolean => from <= day && day <= until;

/** Those in whose names somebody may decide on a day. Not passed on: a deputy's deputy is nobody's. */
export const principalsOf = (deputy: UserId, delegations: readonly Delegation[], day: LocalDate): readonly Delegation[] =>
  delegations.filter((delegation) => delegation.to.id === deputy && holdsOn(delegation, day));
export const deputiesOf = (person: UserId, delegations: readonly Delegation[], day: LocalDate): readonly Delegation[] =>
  delegations.filter((delegation) => delegation.person.id === person && holdsOn(delegation, day));

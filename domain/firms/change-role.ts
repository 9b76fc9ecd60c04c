import { type Outcome, refuse } from '../kernel/decision.ts';
import type { Happening } from '../kernel/event.ts';
import type { Member, Seats } from './firm.ts';
import type { Role } from './permissions.ts';

export interface Standings {
  readonly member: Member;
  readonly seats: Seats;
  readonly happenings: readonly Happening[];
}

/** Gives a member another role. A firm keeps at least one owner: of two owners who step down at once, one does. */
export function changeRole(
  member: Member,
  role: Role,
  facts: { readonly ifMatch: number | undefined; readonly seats: Seats },
): Outcome<Standings, 'version.stale' | 'member.last_owner'> {
  const { seats } = facts;
  if (facts.ifMatch !== member.version) return refuse('version.stale');
  if (role === member.role) return { member, seats, happenings: [] };
  if (member.role === 'owner' && seats.owners <= 1) return refuse('member.last_owner');
  const owners = seats.owners + (role === 'owner' ? 1 : 0) - (member.role === 'owner' ? 1 : 0);
  const version = member.version + 1;
  return {
    member: { ...member, role, version },
    seats: { ...seats, owners, version: seats.version + 1 },
    happenings: [
      { type: 'member.role_changed', entity: { kind: 'member', id: member.user, version }, data: { name: member.name, from: member.role, to: role } },
    ],
  };
}

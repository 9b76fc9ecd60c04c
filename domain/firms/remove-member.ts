import { type Outcome, refuse } from '../kernel/decision.ts';
import type { Standings } from './change-role.ts';
import type { Member, Seats } from './firm.ts';

/** Ends a membership, with effect on the next request. What the member did stays theirs in the history. */
export function removeMember(member: Member, facts: { readonly seats: Seats }): Outcome<Standings, 'member.last_owner'> {
  const { seats } = facts;
  const isOwner = member.role === 'owner';
  if (isOwner && seats.owners <= 1) return refuse('member.last_owner');
  return {
    member,
    seats: { ...seats, owners: seats.owners - (isOwner ? 1 : 0), members: seats.members - 1, version: seats.version + 1 },
    happenings: [
      {
        type: 'member.removed',
        entity: { kind: 'member', id: member.user, version: member.version },
        data: { name: member.name, role: member.role },
      },
    ],
  };
}

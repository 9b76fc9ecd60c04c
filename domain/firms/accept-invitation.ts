import type { Instant } from '../kernel/dates.ts';
import { type Outcome, refuse } from '../kernel/decision.ts';
import type { Happening } from '../kernel/event.ts';
import type { Invitation, Member, Seats } from './firm.ts';
import { isOpen } from './invite-member.ts';

export interface Joining {
  readonly invitation: Invitation;
  readonly member: Member;
  readonly seats: Seats;
  readonly happenings: readonly Happening[];
}

/** Joins a firm. Whoever holds the link may: it was sent to one address, and the history says who came. A link joins one person, once. */
export function acceptInvitation(
  invitation: Invitation,
  person: Pick<Member, 'user' | 'name' | 'email'>,
  facts: { readonly now: Instant; readonly seats: Seats; readonly member: Member | undefined },
): Outcome<Joining, 'link.invalid' | 'member.exists'> {
  const { now, seats } = facts;
  if (!isOpen(invitation, now)) return refuse('link.invalid');
  if (facts.member) return refuse('member.exists');
  const { role } = invitation;
  const version = invitation.version + 1;
  return {
    invitation: { ...invitation, state: 'accepted', version },
    member: { ...person, role, joinedAt: now, version: 1 },
    seats: { owners: seats.owners + (role === 'owner' ? 1 : 0), members: seats.members + 1, version: seats.version + 1 },
    happenings: [
      { type: 'invitation.accepted', entity: { kind: 'invitation', id: invitation.id, version }, data: { email: invitation.email, role } },
      { type: 'member.joined', entity: { kind: 'member', id: person.user, version: 1 }, data: { name: person.name, role } },
    ],
  };
}

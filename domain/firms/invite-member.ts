import type { Instant } from '../kernel/dates.ts';
import { type Outcome, refuse } from '../kernel/decision.ts';
import { foldEmail } from '../kernel/email.ts';
import type { Happening } from '../kernel/event.ts';
import type { Id } from '../kernel/ids.ts';
import { hoursAfter } from '../kernel/instants.ts';
import type { Language } from '../kernel/language.ts';
import type { Invitation, Member, Seats } from './firm.ts';
import type { Role } from './permissions.ts';
import { type PlanName, planOf } from './plans.ts';

const INVITATION_HOURS = 7 * 24;

export interface Inviting {
  readonly invitation: Invitation;
  readonly seats: Seats;
  readonly happenings: readonly Happening[];
}

/**
 * Asks somebody to join, by mail. A seat is kept for them until they answer or the invitation is withdrawn. An invitation that has expired
 * keeps no seat and stands in nobody's way.
 */
export function inviteMember(
  request: { readonly email: string; readonly role: Role; readonly language: Language },
  facts: {
    readonly id: Id<'invitation'>;
    readonly now: Instant;
    readonly by: string;
    readonly plan: PlanName;
    readonly seats: Seats;
    readonly members: readonly Pick<Member, 'email'>[];
    readonly pending: readonly Invitation[];
  },
): Outcome<Inviting, 'member.exists' | 'invitation.exists' | 'seats.full'> {
  const { seats, pending, now } = facts;
  const address = foldEmail(request.email);
  if (facts.members.some((member) => foldEmail(member.email) === address)) return refuse('member.exists');
  const open = pending.filter((invitation) => isOpen(invitation, now));
  if (open.some((invitation) => foldEmail(invitation.email) === address)) return refuse('invitation.exists');
  const limit = planOf(facts.plan).limits.members;
  if (seats.members + open.length >= limit) return refuse('seats.full', { limit });
  return {
    invitation: {
      id: facts.id,
      email: request.email,
      role: request.role,
      language: request.language,
      invitedBy: facts.by,
      invitedAt: now,
      expiresAt: hoursAfter(now, INVITATION_HOURS),
      state: 'pending',
      version: 1,
    },
    seats: { ...seats, version: seats.version + 1 },
    happenings: [
      { type: 'member.invited', entity: { kind: 'invitation', id: facts.id, version: 1 }, data: { email: request.email, role: request.role } },
    ],
  };
}

/** Whether an invitation still waits for its answer. */
export const isOpen = (invitation: Invitation, now: Instant): boolean => invitation.state === 'pending' && invitation.expiresAt > now;

import { type Outcome, refuse } from '../kernel/decision.ts';
import type { Happening } from '../kernel/event.ts';
import type { Invitation } from './firm.ts';

export interface Withdrawal {
  readonly invitation: Invitation;
  readonly happenings: readonly Happening[];
}

/** Takes an invitation back: its link stops working with the next request. */
export function withdrawInvitation(invitation: Invitation): Outcome<Withdrawal, 'invitation.answered'> {
  if (invitation.state !== 'pending') return refuse('invitation.answered');
  const version = invitation.version + 1;
  return {
    invitation: { ...invitation, state: 'withdrawn', version },
    happenings: [
      {
        type: 'invitation.withdrawn',
        entity: { kind: 'invitation', id: invitation.id, version },
        data: { email: invitation.email, role: invitation.role },
      },
    ],
  };
}

import { isOpen } from '../../domain/firms/invite-member.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { firmKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { firmOf } from './firm-items.ts';
import { findInvitation } from './invitation-token.ts';
import type { firmsRoutes } from './routes.ts';

/** What an invitation offers, for the page that its link opens. Looking uses nothing up: mail programs look at links too. */
export const showInvitation: Verb<typeof firmsRoutes.showInvitation> = async (call) => {
  const found = await findInvitation(call.body.token, call.ports);
  if (isRefusal(found)) return found;
  const { table, invitation } = found;
  if (!isOpen(invitation, call.now)) return refuse('link.invalid');
  const item = await table.get(firmKey);
  if (!item) return refuse('link.invalid');
  const { id, name } = firmOf(item);
  const { email, role, invitedBy, expiresAt } = invitation;
  return { status: 200, body: { firm: { id, name }, email, role, invitedBy, expiresAt } };
};

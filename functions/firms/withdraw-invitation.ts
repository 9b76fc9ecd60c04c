import { withdrawInvitation as withdraw } from '../../domain/firms/withdraw-invitation.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { invitationItem, invitationOf } from './firm-items.ts';
import { firmKeys } from './keys.ts';
import type { firmsRoutes } from './routes.ts';

/** Takes an invitation back. */
export const withdrawInvitation: Verb<typeof firmsRoutes.withdrawInvitation> = async (call) => {
  const seen = new Reading(call.table);
  const item = await seen.get(firmKeys.invitation({ invitation: call.params.invitationId }));
  if (!item) return refuse('request.not_found');
  const stored = invitationOf(item);
  return commit(call, {
    seen,
    decide: () => {
      const withdrawn = withdraw(stored);
      if (isRefusal(withdrawn)) return withdrawn;
      const { invitation, happenings } = withdrawn;
      return {
        writes: [{ kind: 'put', item: invitationItem({ ...invitation, digest: stored.digest }) }],
        happenings,
        answer: { status: 204 as const, body: null },
      };
    },
  });
};

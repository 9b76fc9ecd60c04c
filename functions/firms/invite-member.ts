import { inviteMember as invite } from '../../domain/firms/invite-member.ts';
import { firmMails } from '../../domain/firms/mails.ts';
import { roles } from '../../domain/firms/permissions.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { pageOf, posted } from '../identity/letters.ts';
import { newToken } from '../identity/tokens.ts';
import { authKeys, firmKey, tokenHash } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { firmOf, invitationItem, invitationOf, memberOf, seatsItem, seatsOf } from './firm-items.ts';
import { tokenOf } from './invitation-token.ts';
import { firmKeys } from './keys.ts';
import type { firmsRoutes } from './routes.ts';
import { wireInvitation } from './wire-firm.ts';

/** Invites somebody: the mail leaves if and only if the invitation stands. */
export const inviteMember: Verb<typeof firmsRoutes.inviteMember> = async (call) => {
  const { table, now, mint, caller } = call;
  const seen = new Reading(table);
  // The seats first: whatever joins or is invited while the lists are read moves them, and this is decided again.
  const [seats, firmItem] = await seen.getAll([firmKeys.seats(), firmKey]);
  if (!firmItem) return refuse('request.not_found');
  const [members, invitations] = await Promise.all([
    queryAll(table, { pk: authKeys.member({ user: '' }).pk }),
    queryAll(table, { pk: firmKeys.invitation({ invitation: '' }).pk }),
  ]);
  const firm = firmOf(firmItem);
  const { email, role, language = firm.language } = call.body;
  const secret = newToken(call.ports);
  const id = mint('invitation');
  const link = { url: `${call.ports.pagesUrl}${pageOf.invitation}#token=${tokenOf(firm.id, id, secret)}` };
  const mail = posted(email, firmMails.invitation, language, call, { inviter: caller.user.name, firm: firm.name, role: roles[role][language] }, [
    link,
  ]);
  return commit(call, {
    seen,
    decide: () => {
      const invited = invite(
        { email, role, language },
        {
          id,
          now,
          by: caller.user.name,
          plan: firm.plan,
          seats: seatsOf(seats),
          members: members.map(memberOf),
          pending: invitations.map(invitationOf),
        },
      );
      if (isRefusal(invited)) return invited;
      const { invitation, happenings } = invited;
      return {
        writes: [
          { kind: 'put', item: invitationItem({ ...invitation, digest: tokenHash(secret) }), when: { exists: false } },
          { kind: 'put', item: seatsItem(invited.seats) },
          mail,
        ],
        happenings,
        answer: { status: 201 as const, body: wireInvitation(invitation, now) },
      };
    },
  });
};

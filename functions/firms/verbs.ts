import type { VerbsOf } from '../platform/call.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeFirm } from './change-firm.ts';
import { changeRole } from './change-role.ts';
import { getFirm } from './get-firm.ts';
import { inviteMember } from './invite-member.ts';
import { joinFirm } from './join-firm.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { listPlans } from './list-plans.ts';
import { removeMember } from './remove-member.ts';
import type { firmsRoutes } from './routes.ts';
import { showInvitation } from './show-invitation.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

export const firmsVerbs: VerbsOf<typeof firmsRoutes> = {
  listPlans,
  getFirm,
  changeFirm,
  listMembers,
  changeRole,
  removeMember,
  inviteMember,
  listInvitations,
  withdrawInvitation,
  showInvitation,
  acceptInvitation,
  joinFirm,
};

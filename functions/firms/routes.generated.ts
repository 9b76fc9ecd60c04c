// Generated from the rooms of api.ts by `npm run generate`.
import type { RouteIndex } from '../platform/http/route-index.ts';

export const firmsIndex = {
  firms: {
    listPlans: { method: 'GET', path: '/plans', permission: 'public' },
    getFirm: { method: 'GET', path: '/firms/{firmId}', permission: 'firm.read' },
    changeFirm: { method: 'PATCH', path: '/firms/{firmId}', permission: 'firm.manage' },
    listMembers: { method: 'GET', path: '/firms/{firmId}/members', permission: 'member.read' },
    changeRole: { method: 'PATCH', path: '/firms/{firmId}/members/{userId}', permission: 'member.manage' },
    removeMember: { method: 'DELETE', path: '/firms/{firmId}/members/{userId}', permission: 'member.manage' },
    inviteMember: { method: 'POST', path: '/firms/{firmId}/invitations', permission: 'member.manage' },
    listInvitations: { method: 'GET', path: '/firms/{firmId}/invitations', permission: 'member.read' },
    withdrawInvitation: { method: 'DELETE', path: '/firms/{firmId}/invitations/{invitationId}', permission: 'member.manage' },
    showInvitation: { method: 'POST', path: '/invitations/show', permission: 'public', perMinute: 60 },
    acceptInvitation: { method: 'POST', path: '/invitations/accept', permission: 'public', perMinute: 60 },
    joinFirm: { method: 'POST', path: '/invitations/join', permission: 'signed-in', perMinute: 60 },
  },
} as const satisfies RouteIndex;

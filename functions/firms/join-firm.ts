import { isOpen } from '../../domain/firms/invite-member.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { FirstAnswer, replayed } from '../identity/first-answer.ts';
import { IdentityStore } from '../identity/identity-store.ts';
import { identityKeys } from '../identity/keys.ts';
import type { Verb } from '../platform/call.ts';
import { findInvitation } from './invitation-token.ts';
import { join } from './join.ts';
import { firmsRoutes } from './routes.ts';
import { wireFirm } from './wire-firm.ts';

/** Joins a firm as the person who is signed in, whatever address the invitation went to: who holds the link was asked. */
export const joinFirm: Verb<typeof firmsRoutes.joinFirm> = async (call) => {
  const found = await findInvitation(call.body.token, call.ports);
  if (isRefusal(found)) return found;
  const first = new FirstAnswer(call);
  const before = await first.before(found.table, firmsRoutes.joinFirm.answers[201]);
  if (isRefusal(before)) return before;
  if (before) return { status: 201, ...before, ...replayed };
  if (!isOpen(found.invitation, call.now)) return refuse('link.invalid');

  const { id, name, email } = call.caller.user;
  const store = await IdentityStore.open(call.ports);
  // First the directory, which alone makes nobody a member: should the next commit not happen, it points to a door that stays shut.
  await store.commit([{ kind: 'put', item: { ...identityKeys.userFirm({ user: id, firm: found.firmId }), since: call.now } }]);
  return join(found, { user: id, name, email }, call, (firm) => {
    const body = { firm: wireFirm(firm), role: found.invitation.role };
    return { answer: { status: 201 as const, body }, writes: first.remember(body) };
  });
};

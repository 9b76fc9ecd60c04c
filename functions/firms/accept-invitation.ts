import { isOpen } from '../../domain/firms/invite-member.ts';
import { checkPassword } from '../../domain/identity/password.ts';
import { signUp } from '../../domain/identity/sign-up.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/kernel/decision.ts';
import { FirstAnswer, replayed } from '../identity/first-answer.ts';
import { admitGuess } from '../identity/guesses.ts';
import { IdentityStore, openingOf } from '../identity/identity-store.ts';
import { identityKeys } from '../identity/keys.ts';
import { type Arriving, accountWrites, arriving, findByPassword, firstStored } from '../identity/open-account.ts';
import { wireUser } from '../identity/wire-user.ts';
import type { Call, Verb } from '../platform/call.ts';
import { type FoundInvitation, findInvitation } from './invitation-token.ts';
import { join } from './join.ts';
import { firmsRoutes } from './routes.ts';
import { wireFirm } from './wire-firm.ts';

type Route = typeof firmsRoutes.acceptInvitation;

/**
 * Joins a firm by the link of a mail: with the password of an account at the address that was invited, or with a name and a password for a new one, whose address
 * the mail has verified already.
 */
export const acceptInvitation: Verb<Route> = async (call) => {
  const found = await findInvitation(call.body.token, call.ports);
  if (isRefusal(found)) return found;
  const first = new FirstAnswer(call);
  const before = await first.before(found.table, firmsRoutes.acceptInvitation.answers[201]);
  if (isRefusal(before)) return before;
  if (before) return { status: 201, ...before, ...replayed };
  if (!isOpen(found.invitation, call.now)) return refuse('link.invalid');

  const store = await IdentityStore.open(call.ports);
  const person = await personOf(call, found, store, first);
  if (isRefusal(person)) return person;
  const { user, session } = person;
  // First the person, the session and the directory, which alone make nobody a member. Should the next commit not happen, the link still works.
  await store.commit([...person.writes, { kind: 'put', item: { ...identityKeys.userFirm({ user: user.id, firm: found.firmId }), since: call.now } }]);
  return join(found, { user: user.id, name: user.name, email: user.email }, call, (firm) => {
    const body = { user: wireUser(user), firm: wireFirm(firm), role: found.invitation.role, session };
    return { answer: { status: 201 as const, body }, writes: first.remember(body) };
  });
};

async function personOf(call: Call<Route>, { invitation }: FoundInvitation, store: IdentityStore, first: FirstAnswer): Promise<Arriving | Refusal> {
  const { password, name, locale = invitation.language } = call.body;
  const { email } = invitation;
  const slowed = await admitGuess(call, email, first.command);
  if (slowed) return slowed;
  const { address, match, digest } = await findByPassword(store, email, password, call.ports.randomBytes);
  if (match) return arriving(store, match, digest, first.token, call);
  if (name === undefined) return refuse('request.invalid', undefined, [{ pointer: '/name', code: 'field.required' }]);
  const weak = checkPassword(password, email, '/password');
  if (weak) return weak;
  const user = firstStored(signUp({ email, name, locale }, { id: call.mint('user'), now: call.now, byMail: true }));
  const { session, writes } = openingOf(user, 'new', first.token, call);
  return { user, session, writes: [...accountWrites(user, digest, address), ...writes] };
}

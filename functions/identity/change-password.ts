import * as z from 'zod';
import { checkPassword } from '../../domain/identity/password.ts';
import { isRefusal, refuseAt } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { FirstAnswer, replayed } from './first-answer.ts';
import { admitGuess } from './guesses.ts';
import { endingOf, IdentityStore, userWrite } from './identity-store.ts';
import { credentialWrites } from './items.ts';
import { passwordChangedLetter } from './letters.ts';
import { digestAs, presentForm, saltOf, tryPassword } from './passwords.ts';
import type { identityRoutes } from './routes.ts';

/** Sets another password and ends the caller's other sessions: whoever had the old one is out with the next request. */
export const changePassword: Verb<typeof identityRoutes.changePassword> = async (call) => {
  const { current, next } = call.body;
  const { email } = call.caller.user;
  const store = await IdentityStore.open(call.ports);
  const first = new FirstAnswer(call);
  const before = await first.before(store.table, z.null());
  if (isRefusal(before)) return before;
  if (before) return { status: 204, body: null, ...replayed };
  const weak = checkPassword(next, email, '/next');
  if (weak) return weak;
  const slowed = await admitGuess(call, email, first.command);
  if (slowed) return slowed;

  const user = await store.user(call.caller.user.id);
  const credential = await store.credential(user);
  const salt = saltOf(credential.password);
  const { match } = await tryPassword(current, [credential], salt);
  if (!match) return refuseAt('/current', 'password.wrong');
  const password = await digestAs(presentForm(salt), next);
  const others = (await store.sessions(user.id)).filter((session) => session.id !== call.caller.session);
  await store.commit([
    ...credentialWrites(user.email, credential, { ...credential, password }),
    userWrite(user, { ...user, passwords: user.passwords + 1, version: user.version + 1 }),
    ...others.flatMap((session) => endingOf(user.id, session)),
    passwordChangedLetter(user, call),
    ...first.remember(null),
  ]);
  return { status: 204, body: null };
};

import * as z from 'zod';
import { checkPassword } from '../../domain/identity/password.ts';
import { isRefusal } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { FirstAnswer, replayed } from './first-answer.ts';
import { endingOf, IdentityStore, userWrite } from './identity-store.ts';
import { credentialWrites, type StoredUser } from './items.ts';
import { passwordChangedLetter } from './letters.ts';
import { openLink } from './open-link.ts';
import { digestAs, presentForm, saltOf } from './passwords.ts';
import type { identityRoutes } from './routes.ts';

/** Sets a password by the link of a mail, and ends every session. Who reads the mail has shown that the address is theirs. */
export const completePasswordReset: Verb<typeof identityRoutes.completePasswordReset> = async (call) => {
  const { token, password } = call.body;
  const store = await IdentityStore.open(call.ports);
  const first = new FirstAnswer(call);
  const before = await first.before(store.table, z.null());
  if (isRefusal(before)) return before;
  if (before) return { status: 204, body: null, ...replayed };
  const link = await openLink(store, token, 'password-reset', call.now);
  if (isRefusal(link)) return link;
  const { user, used } = link;
  const weak = checkPassword(password, user.email, '/password');
  if (weak) return weak;

  const credential = await store.credential(user);
  const digest = await digestAs(presentForm(saltOf(credential.password)), password);
  const verifiedAt = user.verifiedAt ?? call.now;
  const changed: StoredUser = { ...user, verifiedAt, passwords: user.passwords + 1, version: user.version + 1 };
  await store.commit([
    used,
    ...credentialWrites(user.email, credential, { ...credential, verifiedAt, password: digest }),
    userWrite(user, changed),
    ...(await store.sessions(user.id)).flatMap((session) => endingOf(user.id, session)),
    passwordChangedLetter(user, call),
    ...first.remember(null),
  ]);
  return { status: 204, body: null };
};

import { sessionKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import type { Write } from '../platform/table/port.ts';
import { IdentityStore, userWrite } from './identity-store.ts';
import type { StoredUser } from './items.ts';
import { identityKeys } from './keys.ts';
import { RENAME } from './rename-member.ts';
import type { identityRoutes } from './routes.ts';
import { wireUser } from './wire-user.ts';

/** Changes the caller's name or language: here and in the caller's sessions at once, in the lists of members a moment later. */
export const changeMe: Verb<typeof identityRoutes.changeMe> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const user = await store.user(call.caller.user.id);
  const { name = user.name, language = user.language } = call.body;
  if (name === user.name && language === user.language) return { status: 200, body: wireUser(user) };
  const changed: StoredUser = { ...user, name, language, version: user.version + 1 };
  const sessions = await store.sessions(user.id);
  const renamed: Write = {
    kind: 'put',
    item: { ...identityKeys.rename({ user: user.id }), name, at: call.now, due: { at: call.now, handler: RENAME } },
  };
  await store.commit([
    userWrite(user, changed),
    ...sessions.map(({ digest }): Write => ({ kind: 'update', key: sessionKey(digest), set: { name, language }, when: { exists: true } })),
    ...(name === user.name ? [] : [renamed]),
  ]);
  return { status: 200, body: wireUser(changed) };
};

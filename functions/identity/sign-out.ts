import type { Verb } from '../platform/call.ts';
import { endingOf, IdentityStore } from './identity-store.ts';
import { sessionOf } from './items.ts';
import { identityKeys } from './keys.ts';
import type { identityRoutes } from './routes.ts';

/** Ends the session of this very request. */
export const signOut: Verb<typeof identityRoutes.signOut> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const { user, session } = call.caller;
  const item = await store.table.get(identityKeys.userSession({ user: user.id, session }));
  // Gone already: another request signed out in the same moment.
  if (item) await store.commit(endingOf(user.id, sessionOf(item)));
  return { status: 204, body: null };
};

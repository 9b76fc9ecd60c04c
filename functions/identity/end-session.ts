import { refuse } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { endingOf, IdentityStore } from './identity-store.ts';
import { sessionOf } from './items.ts';
import { identityKeys } from './keys.ts';
import type { identityRoutes } from './routes.ts';

/** Ends one of the caller's own sessions. Anybody else's is not there. */
export const endSession: Verb<typeof identityRoutes.endSession> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const user = call.caller.user.id;
  const item = await store.table.get(identityKeys.userSession({ user, session: call.params.sessionId }));
  if (!item) return refuse('request.not_found');
  await store.commit(endingOf(user, sessionOf(item)));
  return { status: 204, body: null };
};

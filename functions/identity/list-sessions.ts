import type { Verb } from '../platform/call.ts';
import { IdentityStore } from './identity-store.ts';
import type { identityRoutes } from './routes.ts';

/** Where the caller is signed in, the latest first. All fit one page: a person has few. */
export const listSessions: Verb<typeof identityRoutes.listSessions> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const sessions = (await store.sessions(call.caller.user.id))
    .filter((session) => session.expiresAt > call.now)
    .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const data = sessions.map(({ id, openedAt, expiresAt, address, userAgent }) => ({
    id,
    openedAt,
    expiresAt,
    address,
    userAgent,
    current: id === call.caller.session,
  }));
  return { status: 200, body: { data, has_more: false, next_cursor: null } };
};

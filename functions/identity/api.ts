import { room } from '../platform/http/room.ts';

/** Its one room: routes and verbs come with the first request for one of them. */
export const rooms = {
  identity: room(
    async () => (await import('./routes.ts')).identityRoutes,
    async () => (await import('./verbs.ts')).identityVerbs,
  ),
};

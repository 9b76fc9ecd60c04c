import { room } from '../platform/http/room.ts';

/** Its one room: routes and verbs come with the first request for one of them. */
export const rooms = {
  firms: room(
    async () => (await import('./routes.ts')).firmsRoutes,
    async () => (await import('./verbs.ts')).firmsVerbs,
  ),
};

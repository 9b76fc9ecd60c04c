import { room } from '../platform/http/room.ts';

/** Each room's routes and verbs come with the first request for it. */
export const rooms = {
  filing: room(
    async () => (await import('./filing/routes.ts')).filingRoutes,
    async () => (await import('./filing/verbs.ts')).filingVerbs,
  ),
  retention: room(
    async () => (await import('./retention/routes.ts')).retentionRoutes,
    async () => (await import('./retention/verbs.ts')).retentionVerbs,
  ),
  search: room(
    async () => (await import('./search/routes.ts')).searchRoutes,
    async () => (await import('./search/verbs.ts')).searchVerbs,
  ),
};

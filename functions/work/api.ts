import { room } from '../platform/http/room.ts';

/** Each room's routes and verbs come with the first request for it. */
export const rooms = {
  cases: room(
    async () => (await import('./cases-routes.ts')).casesRoutes,
    async () => (await import('./verbs.ts')).casesVerbs,
  ),
  decisions: room(
    async () => (await import('./decisions/routes.ts')).decisionsRoutes,
    async () => (await import('./decisions/verbs.ts')).decisionsVerbs,
  ),
  deadlines: room(
    async () => (await import('./deadlines/routes.ts')).deadlinesRoutes,
    async () => (await import('./deadlines/verbs.ts')).deadlinesVerbs,
  ),
  mail: room(
    async () => (await import('./mail/routes.ts')).mailRoutes,
    async () => (await import('./mail/verbs.ts')).mailVerbs,
  ),
  reports: room(
    async () => (await import('./reports/routes.ts')).reportsRoutes,
    async () => (await import('./reports/verbs.ts')).reportsVerbs,
  ),
};

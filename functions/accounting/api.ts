import { room } from '../platform/http/room.ts';

/** Each room's routes and verbs come with the first request for it. */
export const rooms = {
  book: room(
    async () => (await import('./book/routes.ts')).bookRoutes,
    async () => (await import('./book/verbs.ts')).bookVerbs,
  ),
  invoicing: room(
    async () => (await import('./invoicing/routes.ts')).invoicingRoutes,
    async () => (await import('./invoicing/verbs.ts')).invoicingVerbs,
  ),
  periods: room(
    async () => (await import('./periods/routes.ts')).periodsRoutes,
    async () => (await import('./periods/verbs.ts')).periodsVerbs,
  ),
  reports: room(
    async () => (await import('./reports/routes.ts')).reportsRoutes,
    async () => (await import('./reports/verbs.ts')).reportsVerbs,
  ),
  imports: room(
    async () => (await import('./imports/routes.ts')).importsRoutes,
    async () => (await import('./imports/verbs.ts')).importsVerbs,
  ),
  verify: room(
    async () => (await import('./verify/routes.ts')).verifyRoutes,
    async () => (await import('./verify/verbs.ts')).verifyVerbs,
  ),
};

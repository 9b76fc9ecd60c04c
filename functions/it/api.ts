import { room } from '../platform/http/room.ts';

/** Each room's routes and verbs come with the first request for it. */
export const rooms = {
  assets: room(
    async () => (await import('./assets/routes.ts')).assetsRoutes,
    async () => (await import('./assets/verbs.ts')).assetsVerbs,
  ),
  licences: room(
    async () => (await import('./licences/routes.ts')).licencesRoutes,
    async () => (await import('./licences/verbs.ts')).licencesVerbs,
  ),
  access: room(
    async () => (await import('./access/routes.ts')).accessRoutes,
    async () => (await import('./access/verbs.ts')).accessVerbs,
  ),
  knowledge: room(
    async () => (await import('./knowledge/routes.ts')).knowledgeRoutes,
    async () => (await import('./knowledge/verbs.ts')).knowledgeVerbs,
  ),
  services: room(
    async () => (await import('./services/routes.ts')).servicesRoutes,
    async () => (await import('./services/verbs.ts')).servicesVerbs,
  ),
};

import { accessRoutes } from './access/routes.ts';
import { assetsRoutes } from './assets/routes.ts';
import { knowledgeRoutes } from './knowledge/routes.ts';
import { licencesRoutes } from './licences/routes.ts';
import { servicesRoutes } from './services/routes.ts';

/** Everything of the IT services that a caller can ask for. */
export const itRoutes = { ...assetsRoutes, ...licencesRoutes, ...accessRoutes, ...knowledgeRoutes, ...servicesRoutes };

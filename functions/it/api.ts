import type { VerbsOf } from '../platform/call.ts';
import { lateVerbs } from '../platform/late-verbs.ts';
import { accessRoutes } from './access/routes.ts';
import { assetsRoutes } from './assets/routes.ts';
import { knowledgeRoutes } from './knowledge/routes.ts';
import { licencesRoutes } from './licences/routes.ts';
import type { itRoutes } from './routes.ts';
import { servicesRoutes } from './services/routes.ts';

export const verbs: VerbsOf<typeof itRoutes> = {
  ...lateVerbs(assetsRoutes, async () => (await import('./assets/verbs.ts')).assetsVerbs),
  ...lateVerbs(licencesRoutes, async () => (await import('./licences/verbs.ts')).licencesVerbs),
  ...lateVerbs(accessRoutes, async () => (await import('./access/verbs.ts')).accessVerbs),
  ...lateVerbs(knowledgeRoutes, async () => (await import('./knowledge/verbs.ts')).knowledgeVerbs),
  ...lateVerbs(servicesRoutes, async () => (await import('./services/verbs.ts')).servicesVerbs),
};

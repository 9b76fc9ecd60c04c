import { accountingRoutes } from './accounting/routes.ts';
import { firmsRoutes } from './firms/routes.ts';
import { identityRoutes } from './identity/routes.ts';
import { integrationsRoutes } from './integrations/routes.ts';
import { itRoutes } from './it/routes.ts';
import { recordsRoutes } from './records/routes.ts';
import { workRoutes } from './work/routes.ts';

/** Every context's routes: what the router, the reference, the typed client of the pages and the tests of every route are made from. */
export const routeTables = {
  identity: identityRoutes,
  firms: firmsRoutes,
  accounting: accountingRoutes,
  work: workRoutes,
  records: recordsRoutes,
  it: itRoutes,
  integrations: integrationsRoutes,
} as const;
export type ContextName = keyof typeof routeTables;

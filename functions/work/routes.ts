import { casesRoutes } from './cases-routes.ts';
import { deadlinesRoutes } from './deadlines/routes.ts';
import { decisionsRoutes } from './decisions/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { reportsRoutes } from './reports/routes.ts';

/** Everything of the desk that a caller can ask for. */
export const workRoutes = { ...casesRoutes, ...decisionsRoutes, ...deadlinesRoutes, ...mailRoutes, ...reportsRoutes };

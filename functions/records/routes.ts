import { filingRoutes } from './filing/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { searchRoutes } from './search/routes.ts';

/** Everything of the records that a caller can ask for. */
export const recordsRoutes = { ...filingRoutes, ...retentionRoutes, ...searchRoutes };

import { bookRoutes } from './book/routes.ts';
import { importsRoutes } from './imports/routes.ts';
import { invoicingRoutes } from './invoicing/routes.ts';
import { periodsRoutes } from './periods/routes.ts';
import { reportsRoutes } from './reports/routes.ts';
import { verifyRoutes } from './verify/routes.ts';

/** Everything of the books that a caller can ask for. */
export const accountingRoutes = { ...bookRoutes, ...invoicingRoutes, ...periodsRoutes, ...reportsRoutes, ...importsRoutes, ...verifyRoutes };

import type { VerbsOf } from '../platform/call.ts';
import { lateVerbs } from '../platform/late-verbs.ts';
import { bookVerbs } from './book/verbs.ts';
import { importsRoutes } from './imports/routes.ts';
import { invoicingRoutes } from './invoicing/routes.ts';
import { periodsRoutes } from './periods/routes.ts';
import { reportsRoutes } from './reports/routes.ts';
import type { accountingRoutes } from './routes.ts';
import { verifyRoutes } from './verify/routes.ts';

/** The book's own verbs are there from the start; the others come with the first request that needs them. */
export const verbs: VerbsOf<typeof accountingRoutes> = {
  ...bookVerbs,
  ...lateVerbs(invoicingRoutes, async () => (await import('./invoicing/verbs.ts')).invoicingVerbs),
  ...lateVerbs(periodsRoutes, async () => (await import('./periods/verbs.ts')).periodsVerbs),
  ...lateVerbs(reportsRoutes, async () => (await import('./reports/verbs.ts')).reportsVerbs),
  ...lateVerbs(importsRoutes, async () => (await import('./imports/verbs.ts')).importsVerbs),
  ...lateVerbs(verifyRoutes, async () => (await import('./verify/verbs.ts')).verifyVerbs),
};

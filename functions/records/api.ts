import type { VerbsOf } from '../platform/call.ts';
import { lateVerbs } from '../platform/late-verbs.ts';
import { filingRoutes } from './filing/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import type { recordsRoutes } from './routes.ts';
import { searchRoutes } from './search/routes.ts';

export const verbs: VerbsOf<typeof recordsRoutes> = {
  ...lateVerbs(filingRoutes, async () => (await import('./filing/verbs.ts')).filingVerbs),
  ...lateVerbs(retentionRoutes, async () => (await import('./retention/verbs.ts')).retentionVerbs),
  ...lateVerbs(searchRoutes, async () => (await import('./search/verbs.ts')).searchVerbs),
};

import type { VerbsOf } from '../platform/call.ts';
import { lateVerbs } from '../platform/late-verbs.ts';
import { casesRoutes } from './cases-routes.ts';
import { commentOnCase } from './comment-on-case.ts';
import { deadlinesRoutes } from './deadlines/routes.ts';
import { decisionsRoutes } from './decisions/routes.ts';
import { listCases } from './list-cases.ts';
import { mailRoutes } from './mail/routes.ts';
import { moveCase } from './move-case.ts';
import { openCase } from './open-case.ts';
import type { workRoutes } from './routes.ts';

/** What a desk does all day is there from the start; the rest comes with the first request that needs it. */
export const verbs: VerbsOf<typeof workRoutes> = {
  ...lateVerbs(casesRoutes, async () => (await import('./verbs.ts')).casesVerbs),
  ...lateVerbs(decisionsRoutes, async () => (await import('./decisions/verbs.ts')).decisionsVerbs),
  ...lateVerbs(deadlinesRoutes, async () => (await import('./deadlines/verbs.ts')).deadlinesVerbs),
  ...lateVerbs(mailRoutes, async () => (await import('./mail/verbs.ts')).mailVerbs),
  openCase,
  listCases,
  moveCase,
  commentOnCase,
};

import type { VerbsOf } from '../platform/call.ts';
import { lateVerbs } from '../platform/late-verbs.ts';
import { commentOnCase } from './comment-on-case.ts';
import { listCases } from './list-cases.ts';
import { moveCase } from './move-case.ts';
import { openCase } from './open-case.ts';
import { workRoutes } from './routes.ts';

/** What a desk does all day is there from the start; the rest comes with the first request that needs it. */
export const verbs: VerbsOf<typeof workRoutes> = {
  ...lateVerbs(workRoutes, async () => (await import('./verbs.ts')).workVerbs),
  openCase,
  listCases,
  moveCase,
  commentOnCase,
};

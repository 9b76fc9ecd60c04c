import { refuse } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { pageBody, takePage } from '../platform/lists/take-page.ts';
import { loadCase } from './change-case.ts';
import { commentsOf, type SaidOf } from './comments.ts';
import type { workRoutes } from './routes.ts';
import { wireComment } from './wire-case.ts';

/** What was said of a case, newest first. */
export const listComments: Verb<typeof workRoutes.listComments> = async (call) => {
  const stored = await loadCase(call.table, call.params.caseId);
  if (!stored) return refuse('request.not_found');
  const page = await takePage(rows(commentsOf(call, stored.case, call.cursor.from)), call.query.limit, () => true);
  const data = page.data.map(({ comment, from }) => wireComment(comment, from));
  return { status: 200, body: pageBody(call, data, page.next) };
};

async function* rows(said: AsyncIterable<SaidOf>) {
  for await (const value of said) yield { at: value.at, value };
}

import { may } from '../../../domain/firms/permissions.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { aboutArticle, feedbackOn, loadArticle, mayRead, wireArticle } from './article-items.ts';
import { knowledgeKeys } from './keys.ts';
import type { knowledgeRoutes } from './routes.ts';

/** Whether an article helped: one answer a person, which they may change. The article itself stays as it is, so that no edit of it is in the way. */
export const sayIfArticleHelped: Verb<typeof knowledgeRoutes.sayIfArticleHelped> = async (call) => {
  const seen = new Reading(call.table);
  const { articleId } = call.params;
  const { helped } = call.body;
  const key = knowledgeKeys.articleFeedback({ article: articleId, user: call.caller.user.id });
  const [article, said, before] = await Promise.all([loadArticle(call.table, articleId), seen.get(key), feedbackOn(call, articleId)]);
  if (!article || !mayRead(article, may(call.role, 'knowledge.write'))) return refuse('request.not_found');
  const add = moved(said && said.helped === true, helped);
  const after = { yes: before.helped.yes + add.yes, no: before.helped.no + add.no };
  const answer = { status: 200 as const, body: wireArticle(article, { helped: after, mine: helped }), version: article.version };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [
        { kind: 'put', item: { ...key, v: Number(said?.v ?? 0) + 1, helped, at: call.now } },
        { kind: 'update', key: knowledgeKeys.articleHelped({ article: articleId }), add: { yes: add.yes, no: add.no } },
      ],
      happenings: [{ ...aboutArticle('article.rated', article), data: { helped } }],
      answer,
    }),
  });
};

/** By how much each count moves from one answer to the next. */
function moved(before: boolean | undefined, now: boolean): { readonly yes: number; readonly no: number } {
  return { yes: Number(now) - Number(before === true), no: Number(!now) - Number(before === false) };
}

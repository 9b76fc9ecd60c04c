import { type ArticleAct, actOnArticle } from '../../../domain/it/knowledge/article.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { aboutArticle, articleWrites, feedbackOn, loadArticle, wireArticle } from './article-items.ts';
import type { knowledgeRoutes } from './routes.ts';

export const publishArticle: Verb<typeof knowledgeRoutes.publishArticle> = (call) => act(call, call.params.articleId, 'publish');
export const archiveArticle: Verb<typeof knowledgeRoutes.archiveArticle> = (call) => act(call, call.params.articleId, 'archive');

const happened = { publish: 'article.published', archive: 'article.archived' } as const;

async function act(call: FirmCall, id: string, which: ArticleAct) {
  const seen = new Reading(call.table);
  const [before, feedback] = await Promise.all([loadArticle(seen, id), feedbackOn(call, id)]);
  if (!before) return refuse('request.not_found');
  const after = actOnArticle(before, which, personOf(call), call.now);
  if (isRefusal(after)) return after;
  return commit(call, {
    seen,
    decide: () => ({
      writes: articleWrites(before, after),
      happenings: [aboutArticle(happened[which], after)],
      answer: { status: 200 as const, body: wireArticle(after, feedback), version: after.version },
    }),
  });
}

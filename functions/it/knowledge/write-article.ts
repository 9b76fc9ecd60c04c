import { type Article, withoutWords } from '../../../domain/it/knowledge/article.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { aboutArticle, articleWrites, feedbackOn, loadArticle, noFeedback, wireArticle } from './article-items.ts';
import type { knowledgeRoutes } from './routes.ts';

/** Writes an article. Nobody reads it before it is published but those who write. */
export const writeArticle: Verb<typeof knowledgeRoutes.writeArticle> = async (call) => {
  const wordless = withoutWords(call.body.wordings);
  if (wordless) return wordless;
  const by = personOf(call);
  const article: Article = {
    ...call.body,
    id: call.mint('article'),
    state: 'draft',
    author: by,
    editor: by,
    createdAt: call.now,
    updatedAt: call.now,
    version: 1,
  };
  return commit(call, {
    decide: () => ({
      writes: articleWrites(undefined, article),
      happenings: [aboutArticle('article.written', article)],
      answer: { status: 201 as const, body: wireArticle(article, noFeedback), version: 1 },
    }),
  });
};

/** Changes an article. One that is published says the new words at once; the old ones are kept. */
export const changeArticle: Verb<typeof knowledgeRoutes.changeArticle> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadArticle(seen, call.params.articleId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { wordings = before.wordings, kinds = before.kinds, tags = before.tags } = call.body;
  const wordless = withoutWords(wordings);
  if (wordless) return wordless;
  const after: Article = { ...before, wordings, kinds, tags, editor: personOf(call), updatedAt: call.now, version: before.version + 1 };
  const feedback = await feedbackOn(call, before.id);
  return commit(call, {
    seen,
    decide: () => ({
      writes: articleWrites(before, after),
      happenings: [aboutArticle('article.changed', after)],
      answer: { status: 200 as const, body: wireArticle(after, feedback), version: after.version },
    }),
  });
};

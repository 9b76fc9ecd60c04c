import { may } from '../../../domain/firms/permissions.ts';
import { type Article, wordingFor } from '../../../domain/it/knowledge/article.ts';
import { askedWords, type Clue, rankArticles } from '../../../domain/it/knowledge/suggest-articles.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { pageOf } from '../../platform/lists/page-of.ts';
import { stored } from '../../platform/table/own-item.ts';
import type { Item } from '../../platform/table/port.ts';
import { feedbackOn, loadArticle, mayRead, wireArticle, wireSummary, wireWordings } from './article-items.ts';
import { knowledgeKeys } from './keys.ts';
import type { knowledgeRoutes } from './routes.ts';

/** Articles in a state. Drafts and the archive show to those who write; to others they are empty. */
export const listArticles: Verb<typeof knowledgeRoutes.listArticles> = async (call) => {
  const { state, kind } = call.query;
  const writes = may(call.role, 'knowledge.write');
  const { pk } = knowledgeKeys.articles({ state, updatedAt: '', article: '' });
  const wanted = (article: Article) => mayRead(article, writes) && (kind === undefined || article.kinds.includes(kind));
  const page = await pageOf<Article>(call, { index: 'gsi1', pk, descending: true }, wanted);
  return { status: 200, body: { ...page, data: page.data.map(wireSummary) } };
};

export const getArticle: Verb<typeof knowledgeRoutes.getArticle> = async (call) => {
  const { articleId } = call.params;
  const [article, feedback] = await Promise.all([loadArticle(call.table, articleId), feedbackOn(call, articleId)]);
  if (!article || !mayRead(article, may(call.role, 'knowledge.write'))) return refuse('request.not_found');
  return { status: 200, body: wireArticle(article, feedback), version: article.version };
};

/** A word that speaks for more articles than this says little about any of them. */
const ARTICLES_OF_A_WORD = 50;
const SUGGESTED = 5;
const BEGINNING_LENGTH = 160;

/** The published articles that most words of a text speak for: a few small reads, whatever the size of the knowledge base. */
export const suggestArticles: Verb<typeof knowledgeRoutes.suggestArticles> = async ({ table, language, query: { q, kind } }) => {
  const pages = await Promise.all(
    askedWords(q).map((word) =>
      table.query({ pk: knowledgeKeys.articleClue({ word, article: '' }).pk, descending: true, limit: ARTICLES_OF_A_WORD, eventually: true }),
    ),
  );
  const found = rankArticles(
    pages.flatMap(({ items }) => items.map(clueOf)),
    kind,
    SUGGESTED,
  );
  const articles = await table.batchGet(found.map((id) => knowledgeKeys.article({ article: id })));
  const data = articles.flatMap((item) => {
    if (item?.state !== 'published') return [];
    const article = stored<Article>(item);
    const { title, body } = wordingFor(article.wordings, language);
    return [{ id: article.id, title, beginning: beginningOf(body) }];
  });
  return { status: 200, body: { data } };
};

const clueOf = (row: Item): Clue => ({ article: row.sk, weight: Number(row.weight), kinds: row.kinds as unknown as readonly string[] });

function beginningOf(body: string): string {
  const letters = [...body.replaceAll(/\s+/g, ' ').trim()];
  return letters.length <= BEGINNING_LENGTH ? letters.join('') : `${letters.slice(0, BEGINNING_LENGTH).join('').trimEnd()}…`;
}

interface Said extends Pick<Article, 'wordings'> {
  readonly of: number;
  readonly at: string;
  readonly by: Article['editor'];
}

export const listArticleVersions: Verb<typeof knowledgeRoutes.listArticleVersions> = async (call) => {
  const article = await loadArticle(call.table, call.params.articleId);
  if (!article) return refuse('request.not_found');
  const { pk } = knowledgeKeys.article({ article: article.id });
  const page = await pageOf<Said>(call, { pk, prefix: 'VERSION#', descending: true });
  return {
    status: 200,
    body: { ...page, data: page.data.map(({ of, at, by, wordings }) => ({ version: of, at, by: { ...by }, wordings: wireWordings(wordings) })) },
  };
};

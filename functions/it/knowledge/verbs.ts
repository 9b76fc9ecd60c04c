import type { VerbsOf } from '../../platform/call.ts';
import { archiveArticle, publishArticle } from './publish-article.ts';
import { getArticle, listArticles, listArticleVersions, suggestArticles } from './read-articles.ts';
import type { knowledgeRoutes } from './routes.ts';
import { sayIfArticleHelped } from './say-if-article-helped.ts';
import { changeArticle, writeArticle } from './write-article.ts';

export const knowledgeVerbs: VerbsOf<typeof knowledgeRoutes> = {
  writeArticle,
  listArticles,
  suggestArticles,
  getArticle,
  changeArticle,
  publishArticle,
  archiveArticle,
  sayIfArticleHelped,
  listArticleVersions,
};

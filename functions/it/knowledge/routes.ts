import * as z from 'zod';
import { caseKindCodes } from '../../../domain/work/kinds/case-kinds.ts';
import { defineRoutes } from '../../platform/http/route.ts';
import { anId, listOf, paging } from '../../platform/wire.ts';
import * as shapes from './shapes.ts';

const articles = '/firms/{firmId}/articles';
const one = `${articles}/{articleId}` as const;
const params = z.object({ articleId: anId('article') });
const ASKED_LENGTH = 500;

/** What callers can ask about the knowledge base. */
export const knowledgeRoutes = defineRoutes({
  writeArticle: {
    method: 'POST',
    path: articles,
    summary: { en: 'Write an article, as a draft', ar: 'كتابة مقالة كمسودة' },
    permission: 'knowledge.write',
    body: shapes.newArticle,
    answers: { 201: shapes.article },
    refuses: ['article.wordless'],
  },
  listArticles: {
    method: 'GET',
    path: articles,
    summary: { en: 'Articles, latest change first', ar: 'المقالات من الأحدث تعديلًا' },
    permission: 'knowledge.read',
    query: z.strictObject({
      state: shapes.articleState.default('published'),
      kind: z.enum(caseKindCodes as [string, ...string[]]).optional(),
      ...paging,
    }),
    answers: { 200: listOf(shapes.articleSummary) },
    refuses: ['cursor.invalid'],
  },
  suggestArticles: {
    method: 'GET',
    path: `${articles}/suggestions`,
    summary: { en: 'Published articles that may answer what somebody types', ar: 'مقالات منشورة قد تجيب عما يُكتب' },
    permission: 'knowledge.read',
    query: z.strictObject({ q: z.string().min(1).max(ASKED_LENGTH), kind: z.enum(caseKindCodes as [string, ...string[]]).optional() }),
    answers: { 200: shapes.suggestions },
    refuses: [],
  },
  getArticle: {
    method: 'GET',
    path: one,
    summary: { en: 'One article', ar: 'مقالة واحدة' },
    permission: 'knowledge.read',
    params,
    answers: { 200: shapes.article },
    refuses: [],
  },
  changeArticle: {
    method: 'PATCH',
    path: one,
    summary: { en: 'Change an article; what it said before is kept', ar: 'تعديل مقالة مع حفظ نصها السابق' },
    permission: 'knowledge.write',
    params,
    body: shapes.articleChange,
    versioned: true,
    answers: { 200: shapes.article },
    refuses: ['version.stale', 'article.wordless'],
  },
  publishArticle: {
    method: 'POST',
    path: `${one}/publish`,
    summary: { en: 'Publish an article to everybody in the firm', ar: 'نشر مقالة لجميع أعضاء المنشأة' },
    permission: 'knowledge.write',
    params,
    answers: { 200: shapes.article },
    refuses: ['article.state'],
  },
  archiveArticle: {
    method: 'POST',
    path: `${one}/archive`,
    summary: { en: 'Take an article out of sight', ar: 'أرشفة مقالة' },
    permission: 'knowledge.write',
    params,
    answers: { 200: shapes.article },
    refuses: ['article.state'],
  },
  sayIfArticleHelped: {
    method: 'POST',
    path: `${one}/feedback`,
    summary: { en: 'Say whether it helped: once each, and one may change one’s mind', ar: 'قل هل أفادتك: مرة لكل شخص ويمكن تغييرها' },
    permission: 'knowledge.read',
    params,
    body: shapes.feedback,
    answers: { 200: shapes.article },
    refuses: [],
  },
  listArticleVersions: {
    method: 'GET',
    path: `${one}/versions`,
    summary: { en: 'What an article said before, latest first', ar: 'نصوص المقالة السابقة من الأحدث' },
    permission: 'knowledge.write',
    params,
    query: z.strictObject(paging),
    answers: { 200: listOf(shapes.articleVersion) },
    refuses: ['cursor.invalid'],
  },
});

import type { Article, Helped } from '../../../domain/it/knowledge/article.ts';
import { cluesOf } from '../../../domain/it/knowledge/suggest-articles.ts';
import type { FirmCall } from '../../platform/call.ts';
import type { Reader } from '../../platform/reading.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { rowWrites } from '../../platform/table/row-writes.ts';
import { knowledgeKeys } from './keys.ts';

export async function loadArticle(from: Reader, id: string): Promise<Article | undefined> {
  const item = await from.get(knowledgeKeys.article({ article: id }));
  return item && stored<Article>(item);
}

const VERSION_DIGITS = 6;

/** What an article writes from one version to the next: itself, what it said before where that changed, and the words that speak for it while it is published. */
export function articleWrites(before: Article | undefined, after: Article): Write[] {
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = knowledgeKeys.articles({ state: after.state, updatedAt: after.updatedAt, article: after.id });
  return [
    {
      kind: 'put',
      item: { ...knowledgeKeys.article({ article: after.id }), ...plain(rest), v: version, gsi1pk, gsi1sk },
      ...(!before && { when: { exists: false } }),
    },
    ...(before && JSON.stringify(before.wordings) !== JSON.stringify(after.wordings) ? [saidBefore(before)] : []),
    ...rowWrites(before ? clueRows(before) : [], clueRows(after)),
  ];
}

const saidBefore = ({ id, version, updatedAt: at, editor: by, wordings }: Article): Write => ({
  kind: 'put',
  item: {
    ...knowledgeKeys.articleVersion({ article: id, version: String(version).padStart(VERSION_DIGITS, '0') }),
    v: 1,
    ...plain({ at, by, wordings }),
    of: version,
  },
});

const clueRows = (article: Article): readonly Item[] =>
  article.state === 'published'
    ? [...cluesOf(article)].map(([word, weight]) => ({
        ...knowledgeKeys.articleClue({ word, article: article.id }),
        v: 1,
        weight,
        kinds: [...article.kinds],
      }))
    : [];

export const aboutArticle = (type: `article.${string}`, { id, version, wordings }: Article) => ({
  type,
  entity: { kind: 'article', id, version },
  data: { title: wordings.en?.title ?? wordings.ar?.title ?? '' },
});

/** A draft and what is archived are for those who write the knowledge base. */
export const mayRead = ({ state }: Article, writes: boolean): boolean => state === 'published' || writes;

export const wireSummary = ({ id, wordings, kinds, tags, state, updatedAt, publishedAt, version }: Article) => ({
  id,
  titles: { en: wordings.en?.title ?? null, ar: wordings.ar?.title ?? null },
  kinds: [...kinds],
  tags: [...tags],
  state,
  updatedAt,
  publishedAt: publishedAt ?? null,
  version,
});

export const wireWordings = ({ en, ar }: Article['wordings']) => ({ en: en ? { ...en } : null, ar: ar ? { ...ar } : null });

/** Whether it helped: what everybody said, and what the caller did. */
export interface Feedback {
  readonly helped: Helped;
  readonly mine: boolean | undefined;
}
export const noFeedback: Feedback = { helped: { yes: 0, no: 0 }, mine: undefined };

export async function feedbackOn({ table, caller }: Pick<FirmCall, 'table' | 'caller'>, id: string): Promise<Feedback> {
  const [counts, said] = await table.batchGet([
    knowledgeKeys.articleHelped({ article: id }),
    knowledgeKeys.articleFeedback({ article: id, user: caller.user.id }),
  ]);
  return { helped: { yes: Number(counts?.yes ?? 0), no: Number(counts?.no ?? 0) }, mine: said && said.helped === true };
}

export const wireArticle = (article: Article, { helped, mine }: Feedback) => ({
  ...wireSummary(article),
  wordings: wireWordings(article.wordings),
  author: { ...article.author },
  editor: { ...article.editor },
  createdAt: article.createdAt,
  helped: { ...helped },
  mine: mine ?? null,
});

import { languages } from '../../kernel/language.ts';
import { formsOf, wordsOf } from '../../records/search/words.ts';
import type { Article } from './article.ts';

/** Words under which one article is suggested: a transaction that replaces all of them still fits. */
export const MAX_CLUES = 36;
/** Words of a typed text that are looked up. */
export const MAX_ASKED = 8;
const LEAST_LENGTH = 3;

const IN_TITLE = 5;
const IN_TAG = 4;
const MOST_IN_BODY = 3;

/** Words that stand in every text and say nothing about it. */
const empty = new Set(
  wordsOf(
    'the and for with that this from have has not are was will can you your how what when does please need want help issue problem ' +
      'في من على الى عن مع هذا هذه ذلك التي الذي كان كيف متى هل ماذا لا لم لن قد ثم او أو أن إن ما كل عند بعد قبل يرجى أريد اريد مشكلة مساعدة',
  ),
);

const tellingForms = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => word.length >= LEAST_LENGTH && !empty.has(word))
    .flatMap(formsOf);

/** The words under which an article is suggested, and how much each says about it. */
export function cluesOf({ wordings, tags }: Pick<Article, 'wordings' | 'tags'>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (word: string, weight: number, most: number): void => {
    const had = weights.get(word) ?? 0;
    if (had < most) weights.set(word, Math.min(had + weight, most));
  };
  const said = languages.flatMap((language) => wordings[language] ?? []);
  for (const { title } of said) for (const word of tellingForms(title)) add(word, IN_TITLE, IN_TITLE);
  for (const tag of tags) for (const word of tellingForms(tag)) add(word, IN_TAG, IN_TAG);
  for (const { body } of said) for (const word of tellingForms(body)) add(word, 1, MOST_IN_BODY);
  return new Map([...weights].sort(([, a], [, b]) => b - a).slice(0, MAX_CLUES));
}

/** The words of a text that are worth looking up, the longest first: they are the rarest. */
export const askedWords = (text: string): readonly string[] =>
  [...new Set(tellingForms(text))].sort((a, b) => b.length - a.length).slice(0, MAX_ASKED);

/** What one looked-up word says for an article. */
export interface Clue {
  readonly article: string;
  readonly weight: number;
  readonly kinds: readonly string[];
}
const FOR_KIND = 2;
/** One word of a body alone is chance. */
const LEAST_SCORE = 4;

/** Articles by how much the words say for them; one that is written for the kind of case counts more. */
export function rankArticles(clues: readonly Clue[], kind: string | undefined, limit: number): readonly string[] {
  const scores = new Map<string, number>();
  for (const { article, weight, kinds } of clues) {
    const had = scores.get(article) ?? (kind !== undefined && kinds.includes(kind) ? FOR_KIND : 0);
    scores.set(article, had + weight);
  }
  return [...scores]
    .filter(([, score]) => score >= LEAST_SCORE)
    .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? 1 : -1))
    .slice(0, limit)
    .map(([article]) => article);
}

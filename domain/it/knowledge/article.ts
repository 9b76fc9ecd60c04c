import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Language, Text } from '../../kernel/language.ts';
import { languages } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';

export const articleStates = {
  draft: { en: 'Draft', ar: 'مسودة' },
  published: { en: 'Published', ar: 'منشورة' },
  archived: { en: 'Archived', ar: 'مؤرشفة' },
} as const satisfies Record<string, Text>;
export type ArticleState = keyof typeof articleStates;
export const articleStateNames = Object.keys(articleStates) as readonly ArticleState[];

/** Which states allow what. The verbs refuse by it; the pages disable by it. */
export const articleCan = {
  publish: ['draft', 'archived'],
  archive: ['published'],
} as const satisfies Record<string, readonly ArticleState[]>;

/** A text in one language. */
export interface Wording {
  readonly title: string;
  readonly body: string;
}
/** In at least one language; a reader gets their own where there is one. */
export type Wordings = Readonly<Partial<Record<Language, Wording>>>;

/** How something is done, or what helps when it does not work. */
export interface Article {
  readonly id: Id<'article'>;
  readonly wordings: Wordings;
  /** Kinds of case that it helps with. */
  readonly kinds: readonly string[];
  readonly tags: readonly string[];
  readonly state: ArticleState;
  readonly author: Person;
  readonly editor: Person;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly publishedAt?: Instant;
  readonly version: number;
}

export type ArticleAct = keyof typeof articleCan;
const outcomes = { publish: 'published', archive: 'archived' } as const satisfies Record<ArticleAct, ArticleState>;

/** The article one version on, in the state that the act brings; refused where the state does not allow the act. */
export function actOnArticle(before: Article, act: ArticleAct, by: Person, at: Instant): Outcome<Article> {
  const from: readonly ArticleState[] = articleCan[act];
  if (!from.includes(before.state)) return refuse('article.state', { state: before.state, allowed: from.join(', ') });
  return {
    ...before,
    state: outcomes[act],
    editor: by,
    updatedAt: at,
    ...(act === 'publish' && { publishedAt: at }),
    version: before.version + 1,
  };
}

/** How many said that it helped them, and that it did not. */
export interface Helped {
  readonly yes: number;
  readonly no: number;
}

/** An article says something in at least one language. */
export const withoutWords = (wordings: Wordings) =>
  languages.some((language) => wordings[language]) ? undefined : refuseAt('/wordings', 'article.wordless');

/** The wording for a reader: in their language, or in the other. */
export function wordingFor(wordings: Wordings, language: Language): Wording {
  return wordings[language] ?? wordings[language === 'en' ? 'ar' : 'en'] ?? { title: '', body: '' };
}

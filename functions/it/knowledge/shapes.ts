import * as z from 'zod';
import { articleStateNames } from '../../../domain/it/knowledge/article.ts';
import { caseKindCodes } from '../../../domain/work/kinds/case-kinds.ts';
import { anId, instant, line, names, person } from '../../platform/wire.ts';
import { changes } from '../shapes.ts';

/** What articles look like on the wire. */
const BODY_LENGTH = 20_000;
const MAX_TAGS = 10;
const wording = z.strictObject({ title: line, body: z.string().min(1).max(BODY_LENGTH) });
const wordings = z
  .strictObject({ en: wording.exactOptional(), ar: wording.exactOptional() })
  .meta({ id: 'Wordings', description: 'a title and a text, in English, in Arabic, or in both' });
const kinds = z.array(z.enum(caseKindCodes as [string, ...string[]])).max(caseKindCodes.length);
const tags = z.array(z.string().min(1).max(40)).max(MAX_TAGS);

export const articleState = names(articleStateNames);
export const newArticle = z.strictObject({ wordings, kinds: kinds.default([]), tags: tags.default([]) }).meta({ id: 'NewArticle' });
export const articleChange = z
  .strictObject({ wordings: wordings.optional(), kinds: kinds.optional(), tags: tags.optional() })
  .refine(changes, { error: 'field.required' })
  .meta({ id: 'ArticleChange' });
export const feedback = z.strictObject({ helped: z.boolean() });

const summary = {
  id: anId('article'),
  titles: z.strictObject({ en: z.string().nullable(), ar: z.string().nullable() }),
  kinds: z.array(z.string()),
  tags: z.array(z.string()),
  state: articleState,
  updatedAt: instant,
  publishedAt: instant.nullable(),
  version: z.int(),
};
export const articleSummary = z.strictObject(summary).meta({ id: 'ArticleSummary' });
export const article = z
  .strictObject({
    ...summary,
    wordings: z.strictObject({ en: wording.nullable(), ar: wording.nullable() }),
    author: person,
    editor: person,
    createdAt: instant,
    helped: z.strictObject({ yes: z.int(), no: z.int() }),
    mine: z.boolean().nullable().meta({ description: 'what the caller said of it: whether it helped' }),
  })
  .meta({ id: 'Article' });
export const articleVersion = z.strictObject({
  version: z.int(),
  at: instant,
  by: person,
  wordings: z.strictObject({ en: wording.nullable(), ar: wording.nullable() }),
});
export const suggestions = z.strictObject({
  data: z.array(z.strictObject({ id: anId('article'), title: z.string(), beginning: z.string() })),
});

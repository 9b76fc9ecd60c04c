import * as z from 'zod';
import { searchKindNames } from '../../../domain/records/search/kinds.ts';

export const searchKind = z.enum(searchKindNames as readonly [(typeof searchKindNames)[number], ...(typeof searchKindNames)[number][]]);
const marks = z
  .array(z.tuple([z.number().int(), z.number().int()]))
  .meta({ description: 'where it answers: pairs of where a stretch begins and ends, in UTF-16 units' });
export const find = z.strictObject({
  kind: searchKind,
  id: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  on: z.string().nullable(),
  amount: z.strictObject({ value: z.string(), currency: z.string() }).nullable(),
  highlights: z.array(z.strictObject({ in: z.enum(['title', 'subtitle', 'text']), text: z.string(), marks })),
});
export const finds = z.strictObject({
  data: z.array(find),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
  indexedThrough: z
    .number()
    .int()
    .meta({ description: 'the number of the last event that the search has read; what happened after it is found shortly' }),
  forgiving: z.boolean().meta({ description: 'nothing answered as it was typed: names that are nearly so' }),
});

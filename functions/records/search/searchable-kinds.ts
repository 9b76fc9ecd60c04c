import { type SearchKindName, searchKindNames } from '../../../domain/records/search/kinds.ts';
import { bookSearchables } from '../../accounting/book/searchable.ts';
import { invoicingSearchables } from '../../accounting/invoicing/searchable.ts';
import { firmsSearchables } from '../../firms/searchable.ts';
import { itSearchables } from '../../it/searchable.ts';
import { deadlinesSearchables } from '../../work/deadlines/searchable.ts';
import { workSearchables } from '../../work/searchable.ts';
import { filingSearchables } from '../filing/searchable.ts';
import type { Searchable, Searchables } from './searchable.ts';

/** Everything that can be found. A context adds its own kinds in its `searchable.ts`, and one line here. */
const searchables: Searchables = {
  ...invoicingSearchables,
  ...bookSearchables,
  ...workSearchables,
  ...filingSearchables,
  ...deadlinesSearchables,
  ...itSearchables,
  ...firmsSearchables,
};

export interface Room {
  readonly kind: SearchKindName;
  readonly searchable: Searchable;
}
/** In the order in which finds are shown. */
export const rooms: readonly Room[] = searchKindNames.flatMap((kind) => {
  const searchable = searchables[kind];
  return searchable ? [{ kind, searchable }] : [];
});

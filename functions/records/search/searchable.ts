import type { SearchKindName } from '../../../domain/records/search/kinds.ts';
import type { SearchDoc } from '../../../domain/records/search/search-doc.ts';
import type { FirmCall } from '../../platform/call.ts';
import type { Ports } from '../../platform/ports.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';

/** Who looks: a caller, who is shown what they may see now; or the index, which reads everything and shows nothing. */
export interface Viewer {
  readonly table: FirmTable;
  readonly ports: Ports;
  readonly caller: FirmCall | undefined;
}

type Found = SearchDoc | undefined;

/** How a context's things are found. What a loader leaves out (deleted, void, not for this caller) is not found. */
export type Searchable =
  /** Indexed when an event tells of one; `entity` is what events call the kind. */
  | { readonly by: 'events'; readonly entity: string; readonly load: (viewer: Viewer, ids: readonly string[]) => Promise<readonly Found[]> }
  /** Entries of the journal, by their numbers. */
  | { readonly by: 'journal'; readonly load: (viewer: Viewer, seqs: readonly number[]) => Promise<readonly Found[]> }
  /** So few that each search reads them all. */
  | { readonly by: 'reading'; readonly all: (viewer: Viewer) => Promise<readonly SearchDoc[]> };

/** One context's kinds, by name. */
export type Searchables = Readonly<Partial<Record<SearchKindName, Searchable>>>;

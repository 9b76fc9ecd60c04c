import type { LocalDate } from '../kernel/dates.ts';
import type { Actor } from '../kernel/event.ts';
import type { Id } from '../kernel/ids.ts';

/** The dimensions by which lines can be told apart. */
export const dimensionKinds = {
  branch: { en: 'branch', ar: 'فرع' },
  project: { en: 'project', ar: 'مشروع' },
  costCentre: { en: 'cost centre', ar: 'مركز تكلفة' },
} as const;
export type DimensionKind = keyof typeof dimensionKinds;
export type Dimensions = { readonly [K in DimensionKind]?: string };

/** A line of an entry. `amount` is in minor units of the book's currency: debit above zero, credit below. */
export interface Line {
  readonly account: string;
  readonly amount: bigint;
  /** The amount in another currency or commodity, on the same side; `amount` is then what it is worth in the book. */
  readonly foreign?: { readonly currency: string; readonly amount: bigint };
  readonly memo?: string;
  readonly contact?: Id<'contact'>;
  readonly dimensions?: Dimensions;
}

/** The document that an entry belongs to: its entry follows the document, and is not reversed on its own. */
export interface DocumentRef {
  readonly kind: 'invoice' | 'credit-note' | 'payment';
  readonly id: string;
  readonly number?: string;
}

/** An entry before it is posted. */
export interface EntryDraft {
  readonly date: LocalDate;
  readonly memo: string;
  readonly reference?: string;
  readonly lines: readonly Line[];
  readonly document?: DocumentRef;
  /** The id of the entry that this one reverses. */
  readonly reverses?: Id<'entry'>;
  /** A year's closing entry (or its reversal): the profit and loss leaves it out. */
  readonly closing?: boolean;
  /** Where a line came from in an imported file. */
  readonly source?: string;
}

/** An entry as it stands in the book: numbered, chained, never edited. */
export interface Entry extends EntryDraft {
  readonly id: Id<'entry'>;
  readonly seq: number;
  readonly at: string;
  readonly by: Actor;
  readonly hash: string;
}

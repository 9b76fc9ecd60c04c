import type { LocalDate, Month } from '../kernel/dates.ts';
import type { Actor } from '../kernel/event.ts';
import type { Id } from '../kernel/ids.ts';
import type { ChartOfAccounts } from './chart-of-accounts.ts';

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
  /** Where it came from in an imported file. */
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

/** A batch that is being written beyond the head: while it is `sealing`, readers and writers wait for it, or finish it if its writer is gone. */
export interface Lease {
  readonly id: string;
  readonly phase: 'staging' | 'sealing';
  readonly takenAt: string;
  /** Where the head goes when it is sealed. */
  readonly seq: number;
  readonly hash: string;
}

/** Where the book stands. Every post is conditional on the `version` that it saw, and moves it. */
export interface BookHead {
  readonly version: number;
  /** The number of the last entry. */
  readonly seq: number;
  readonly hash: string;
  /** Moves when an account, a dimension or a commodity changes: what is known of the chart holds for this number. */
  readonly chartVersion: number;
  readonly currency: string;
  readonly digits: number;
  /** The month (1 to 12) in which the fiscal year starts. */
  readonly fiscalYearStart: number;
  /** The month of the earliest entry: where the books begin. */
  readonly firstMonth?: Month;
  /** The last date that is closed: nothing is posted on or before it until its month is reopened. */
  readonly closedThrough?: LocalDate;
  /** The last date that is locked: nothing is ever posted on or before it again. */
  readonly lockedThrough?: LocalDate;
  /** Fiscal years that are closed, in order, each with its closing entry. */
  readonly closedYears: readonly { readonly year: number; readonly entry: Id<'entry'> | null }[];
  readonly lease?: Lease;
  /** The last number taken of each series and year (`INV-2026`): gapless, because taking one is part of the post that needs it (rule B10). */
  readonly series?: Readonly<Record<string, number>>;
  /** The import that is writing: while it does, no period closes under it. */
  readonly importing?: Id<'import'>;
}

/** The book as a decision sees it. */
export interface Book {
  readonly head: BookHead;
  readonly chart: ChartOfAccounts;
}

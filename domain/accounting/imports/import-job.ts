import type { Id } from '../../kernel/ids.ts';
import type { BookHead } from '../book.ts';
import type { AccountRole, AccountType } from '../charts/chart.ts';
import type { LineFault } from '../journals/journal.ts';

/** What can be imported. */
export const importFormats = ['hledger', 'ledger', 'beancount', 'journal-csv', 'journal-jsonl', 'contacts-csv', 'opening-balances-csv'] as const;
export type ImportFormat = (typeof importFormats)[number];

/**
 * An import is a job: the whole file is checked before anything is written, so that a fault anywhere leaves nothing behind; then it is
 * written in numbered steps, each once. A crash continues where the last step stood.
 */
export const importStates = ['uploading', 'checking', 'ready', 'refused', 'running', 'done', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

/** Which acts an import allows in which state; the verbs refuse by it and the pages disable by it. */
export const importCan = {
  upload: ['uploading'],
  check: ['uploading', 'ready', 'refused'],
  start: ['ready'],
  discard: ['uploading', 'ready', 'refused'],
} as const satisfies Record<string, readonly ImportState[]>;

/** An import that fails so often without coming on is not tried again: it lets the book go and says so. */
export const MAX_ATTEMPTS = 5;

/** What of a book decides whether a checked file can still be written: the chart, and how far it is closed. */
export const bookState = ({ chartVersion, closedThrough, lockedThrough }: BookHead): string =>
  `${chartVersion} ${closedThrough ?? ''} ${lockedThrough ?? ''}`;

/** What the person who imports may say about the file. */
export interface ImportOptions {
  /** Account of the file -> account of the chart. Accounts that are not named here keep their own name as their code, and are added. */
  readonly accounts?: Readonly<Record<string, string>> | undefined;
  /** Types of accounts whose type the file does not say. */
  readonly types?: Readonly<Record<string, AccountType>> | undefined;
  /** Sign or name in the file -> currency: `{"$": "USD"}`. */
  readonly currencies?: Readonly<Record<string, string>> | undefined;
}

/** An account of the file and what becomes of it. */
export interface PlannedAccount {
  readonly name: string;
  readonly code: string;
  readonly type: AccountType;
  readonly role?: AccountRole;
  readonly isNew: boolean;
  /** The file does not say the type, nor does the name: it is taken as an asset unless the importer says otherwise. */
  readonly typeAssumed?: boolean;
}

export interface PlannedCommodity {
  readonly name: string;
  readonly code: string;
  readonly digits: number;
  readonly isNew: boolean;
  /** Amounts of it whose worth the file does not say: they are kept by quantity, worth nothing in the book's currency until it is revalued. */
  readonly withoutWorth: number;
}

/** What the check of a file found: shown before anything is written. */
export interface ImportPreview {
  readonly entries: number;
  readonly lines: number;
  readonly from?: string;
  readonly to?: string;
  readonly accounts: readonly PlannedAccount[];
  readonly commodities: readonly PlannedCommodity[];
  readonly faults: readonly LineFault[];
  /** More faults than are listed. */
  readonly moreFaults: number;
}

export interface ImportJob {
  readonly id: Id<'import'>;
  readonly version: number;
  readonly state: ImportState;
  readonly name: string;
  readonly format: ImportFormat;
  readonly bytes: number;
  readonly options: ImportOptions;
  /** Goes on to write by itself when the check finds no fault. */
  readonly runWhenReady: boolean;
  /** Entries (or rows) of the file, once it was checked. */
  readonly total?: number;
  /** Faults that the check found. */
  readonly faults?: number;
  /** Entries (or contacts) written so far. */
  readonly written: number;
  /** SHA-256 of the file as it was checked: what was checked is written, and nothing else. */
  readonly digest?: string;
  /** The state of the book that it was checked against (`bookState`). */
  readonly checkedAgainst?: string;
  /** Workers that took it up since it last came on. */
  readonly attempts?: number;
  readonly createdAt: string;
  readonly createdBy: { readonly id: Id<'user'>; readonly name: string };
  readonly finishedAt?: string;
}

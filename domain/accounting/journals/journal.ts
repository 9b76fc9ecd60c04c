import type { RefusalCode } from '../../refusals.ts';
import type { JournalRefusal } from './refusals.ts';

/**
 * What every journal format is read into. Amounts keep every digit that the file has: `quantity` counts 10^-scale of the commodity.
 * Readers are generators, so that a journal of any length is read in little memory; nothing is rounded and nothing is skipped.
 */
export interface Quantity {
  /** Signed: positive debits. */
  readonly quantity: bigint;
  readonly scale: number;
  /** As written: `$`, `EUR`, `AAPL`; empty where the file gives a bare number. */
  readonly commodity: string;
}

export interface JournalPosting {
  readonly account: string;
  readonly amount: Quantity;
  /** What the amount is worth in another commodity, in total and signed like the amount: from `@`, `@@`, `{}`. It is the posting's weight when the entry balances. */
  readonly worth?: Quantity;
  /** Where the file gives the posting a date of its own. */
  readonly date?: string;
  readonly memo?: string;
  /** Written `(account)`: the entry does not balance with it. Its tool counts it in every report, so an importer must offset it through a named account. */
  readonly virtual?: true;
}

export interface JournalEntry {
  /** The line of the file on which the entry starts, from 1. */
  readonly line: number;
  readonly date: string;
  readonly payee: string;
  readonly memo: string;
  readonly reference?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly postings: readonly JournalPosting[];
}

export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/** An account as the file declares or uses it. `type` is absent where neither a declaration nor its name says. */
export interface JournalAccount {
  readonly name: string;
  /** What the account is called, where the file names it by a code. */
  readonly label?: string;
  readonly type?: AccountType;
  /** Money in hand or at a bank: what a cash flow statement follows. */
  readonly cash?: boolean;
}

/** What is wrong with a line of a file; the code is in the table of refusals (`import.*`). */
export interface LineFault {
  readonly line: number;
  readonly column?: number;
  readonly code: JournalRefusal | RefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type JournalItem = { readonly kind: 'entry'; readonly entry: JournalEntry } | { readonly kind: 'fault'; readonly fault: LineFault };

/**
 * Reads a journal's text. Yields each entry once, balanced per commodity weight (elided amounts are filled in; one that does not balance is a fault),
 * and a fault for each line that is not understood. An entry that posts nothing is not yielded; one may be off by less than its tool shows. Balance assertions are checked; one that fails is a fault. `accounts` is complete once the reader is exhausted.
 */
export interface JournalReading extends Iterable<JournalItem> {
  readonly accounts: ReadonlyMap<string, JournalAccount>;
  /** Commodities seen, with the most decimals any amount of them has. */
  readonly commodities: ReadonlyMap<string, number>;
}
export type JournalReader = (text: string) => JournalReading;

import type { LocalDate } from '../../kernel/dates.ts';
import type { Dimensions } from '../book.ts';
import { dimensionsOfKey } from '../post.ts';

/** A line as the ledger of its account keeps it; what else is known of it stands in its entry. */
export interface LedgerLine {
  /** Number of its entry, and which line of it. */
  readonly seq: number;
  readonly line: number;
  readonly date: LocalDate;
  /** In the book's currency: debit above zero. */
  readonly amount: bigint;
  /** Empty for the book's own currency; `foreign` is then zero. */
  readonly currency: string;
  readonly foreign: bigint;
  readonly contact: string;
  readonly dimensions: string;
}

/** Where a line stands in its account's ledger: by date, then in the order of posting. */
export type LedgerPlace = Pick<LedgerLine, 'date' | 'seq' | 'line'>;

export interface RunningLine extends LedgerLine {
  /** After this line, in the book's currency. */
  readonly balance: bigint;
  /** After this line, in its own currency. */
  readonly foreignBalance: bigint;
}

export const inLedgerOrder = (a: LedgerPlace, b: LedgerPlace): number =>
  a.date === b.date ? a.seq - b.seq || a.line - b.line : a.date < b.date ? -1 : 1;

/** Lines in their order, each with what the account held after it; `held` is what it held before the first, by currency ('' is the book's own: the whole worth). */
export function runningBalances(
  lines: readonly LedgerLine[],
  held: { readonly balance: bigint; readonly currencies: ReadonlyMap<string, bigint> },
): RunningLine[] {
  let balance = held.balance;
  const currencies = new Map(held.currencies);
  return lines.map((line) => {
    balance += line.amount;
    const foreignBalance = (currencies.get(line.currency) ?? 0n) + line.foreign;
    currencies.set(line.currency, foreignBalance);
    return { ...line, balance, foreignBalance };
  });
}

/** Whether a line is under the dimensions asked for. */
export function isUnderDimensions(key: string, wanted: Dimensions): boolean {
  const has = dimensionsOfKey(key);
  return (Object.keys(wanted) as (keyof Dimensions)[]).every((kind) => wanted[kind] === undefined || has[kind] === wanted[kind]);
}

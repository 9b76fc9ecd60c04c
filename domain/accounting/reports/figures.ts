import { assert } from '../../kernel/decision.ts';
import type { AccountBalance } from '../balances.ts';
import type { Account, ChartOfAccounts } from '../chart-of-accounts.ts';

/** What a report says of one account: its balances under every currency and dimension together, in the book's currency. */
export interface Figures {
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly balance: bigint;
  /** What the account holds in each currency, where it holds more than the book's own; that one is written ''. */
  readonly currencies: readonly CurrencyFigures[];
}

export interface CurrencyFigures {
  readonly currency: string;
  readonly opening: bigint;
  /** Debits less credits of the range. */
  readonly change: bigint;
  readonly balance: bigint;
}

export const NO_FIGURES: Figures = { opening: 0n, debit: 0n, credit: 0n, balance: 0n, currencies: [] };

/** Adds balances up per account. */
export function figuresByAccount(balances: Iterable<AccountBalance>): ReadonlyMap<string, Figures> {
  const rows = new Map<string, { opening: bigint; debit: bigint; credit: bigint; balance: bigint; currencies: Map<string, CurrencyFigures> }>();
  for (const row of balances) {
    let sums = rows.get(row.account);
    if (!sums) {
      sums = { opening: 0n, debit: 0n, credit: 0n, balance: 0n, currencies: new Map() };
      rows.set(row.account, sums);
    }
    sums.opening += row.opening;
    sums.debit += row.debit;
    sums.credit += row.credit;
    sums.balance += row.balance;
    const own = row.currency === '';
    const before = sums.currencies.get(row.currency);
    sums.currencies.set(row.currency, {
      currency: row.currency,
      opening: (before?.opening ?? 0n) + (own ? row.opening : row.foreignOpening),
      change: (before?.change ?? 0n) + (own ? row.debit - row.credit : row.foreignDebit - row.foreignCredit),
      balance: (before?.balance ?? 0n) + (own ? row.balance : row.foreignBalance),
    });
  }
  const figures = new Map<string, Figures>();
  for (const [account, { currencies, ...sums }] of rows) {
    const onlyOwn = currencies.size === 1 && currencies.has('');
    figures.set(account, { ...sums, currencies: onlyOwn ? [] : [...currencies.values()].filter(moved).sort(byCurrency) });
  }
  return figures;
}

/** The accounts of which a report has something to say, in the order of the chart, with their figures in each column. */
export function accountsIn(
  chart: ChartOfAccounts,
  columns: readonly ReadonlyMap<string, Figures>[],
): { readonly account: Account; readonly figures: readonly Figures[] }[] {
  const codes = new Set<string>();
  for (const column of columns) for (const [code, figures] of column) if (isSomething(figures)) codes.add(code);
  const rows: { account: Account; figures: Figures[] }[] = [];
  for (const account of chart.inOrder()) {
    if (codes.delete(account.code)) rows.push({ account, figures: columns.map((column) => column.get(account.code) ?? NO_FIGURES) });
  }
  assert(codes.size === 0, `every account with a movement is in the chart (${[...codes].join(', ')})`);
  return rows;
}

export const sumOf = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
};

/** The sums of each column over rows of columns. */
export const columnSums = (rows: Iterable<readonly bigint[]>, columns: number): bigint[] => {
  const sums = Array.from({ length: columns }, () => 0n);
  for (const row of rows) for (let i = 0; i < columns; i++) sums[i] = (sums[i] ?? 0n) + (row[i] ?? 0n);
  return sums;
};

const moved = ({ opening, change, balance }: CurrencyFigures): boolean => opening !== 0n || change !== 0n || balance !== 0n;
const isSomething = ({ opening, debit, credit, currencies }: Figures): boolean =>
  opening !== 0n || debit !== 0n || credit !== 0n || currencies.length > 0;
const byCurrency = (a: CurrencyFigures, b: CurrencyFigures): number => (a.currency < b.currency ? -1 : 1);

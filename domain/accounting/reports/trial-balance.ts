import type { AccountBalance } from '../balances.ts';
import type { Account, ChartOfAccounts } from '../chart-of-accounts.ts';
import { accountsIn, type CurrencyFigures, figuresByAccount } from './figures.ts';

/** One account over a range: what it had, what moved, what it has; the last once more on the side where it stands. */
export interface TrialBalanceRow {
  readonly account: Account;
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly balance: bigint;
  readonly debitBalance: bigint;
  readonly creditBalance: bigint;
  readonly currencies: readonly CurrencyFigures[];
  /** The balance at the end of each period that it is compared with. */
  readonly compared: readonly bigint[];
}

export type TrialBalanceTotals = Readonly<Record<'opening' | 'debit' | 'credit' | 'balance' | 'debitBalance' | 'creditBalance', bigint>>;

export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[];
  /** Opening and balance are zero, and debits equal credits, over the whole book at any date; not under one dimension alone. */
  readonly totals: TrialBalanceTotals;
}

/** Every account that has moved, and the proof that the book balances. */
export function trialBalance(
  chart: ChartOfAccounts,
  balances: readonly AccountBalance[],
  compared: readonly (readonly AccountBalance[])[] = [],
): TrialBalance {
  const rows = accountsIn(chart, [balances, ...compared].map(figuresByAccount)).map(({ account, figures: [own, ...others] }): TrialBalanceRow => {
    const { opening = 0n, debit = 0n, credit = 0n, balance = 0n, currencies = [] } = own ?? {};
    const sides = { debitBalance: balance > 0n ? balance : 0n, creditBalance: balance < 0n ? -balance : 0n };
    return { account, opening, debit, credit, balance, ...sides, currencies, compared: others.map((other) => other.balance) };
  });
  const totals = { opening: 0n, debit: 0n, credit: 0n, balance: 0n, debitBalance: 0n, creditBalance: 0n };
  for (const row of rows) {
    totals.opening += row.opening;
    totals.debit += row.debit;
    totals.credit += row.credit;
    totals.balance += row.balance;
    totals.debitBalance += row.debitBalance;
    totals.creditBalance += row.creditBalance;
  }
  return { rows, totals };
}

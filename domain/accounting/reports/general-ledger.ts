import type { AccountBalance } from '../balances.ts';
import type { Account, ChartOfAccounts } from '../chart-of-accounts.ts';
import { accountsIn, type CurrencyFigures, figuresByAccount } from './figures.ts';

/** An account of the general ledger: what it had, what moved, what it has. Its lines are read apart, page by page. */
export interface LedgerAccount {
  readonly account: Account;
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closing: bigint;
  readonly currencies: readonly CurrencyFigures[];
}

export type LedgerTotals = Readonly<Record<'opening' | 'debit' | 'credit' | 'closing', bigint>>;

/** Every account with an opening balance or a line in the range, in the order of the chart, and what they come to. */
export function generalLedger(
  chart: ChartOfAccounts,
  balances: readonly AccountBalance[],
): { readonly accounts: readonly LedgerAccount[]; readonly totals: LedgerTotals } {
  const accounts = accountsIn(chart, [figuresByAccount(balances)]).map(({ account, figures: [figures] }): LedgerAccount => {
    const { opening = 0n, debit = 0n, credit = 0n, balance = 0n, currencies = [] } = figures ?? {};
    return { account, opening, debit, credit, closing: balance, currencies };
  });
  const totals = { opening: 0n, debit: 0n, credit: 0n, closing: 0n };
  for (const row of accounts) {
    totals.opening += row.opening;
    totals.debit += row.debit;
    totals.credit += row.credit;
    totals.closing += row.closing;
  }
  return { accounts, totals };
}

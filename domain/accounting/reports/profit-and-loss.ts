import type { Text } from '../../kernel/language.ts';
import type { AccountBalance } from '../balances.ts';
import type { DimensionKind } from '../book.ts';
import type { Account, ChartOfAccounts } from '../chart-of-accounts.ts';
import { dimensionsOfKey } from '../post.ts';
import { accountsIn, type CurrencyFigures, columnSums, figuresByAccount } from './figures.ts';

export const profitSections = {
  income: { en: 'Income', ar: 'الإيرادات' },
  costOfSales: { en: 'Cost of sales', ar: 'تكلفة المبيعات' },
  expenses: { en: 'Expenses', ar: 'المصروفات' },
} as const satisfies Record<string, Text>;
export type ProfitSection = keyof typeof profitSections;

export interface ProfitRow {
  readonly section: ProfitSection;
  readonly account: Account;
  /** One per column: income above zero when it is earned, expense above zero when it is spent. */
  readonly amounts: readonly bigint[];
  /** What moved in each currency, in the first column. */
  readonly currencies: readonly Pick<CurrencyFigures, 'currency' | 'change'>[];
}

export type ProfitTotals = Readonly<Record<'income' | 'costOfSales' | 'grossProfit' | 'expenses' | 'net', bigint>>;

export interface ProfitAndLoss {
  readonly rows: readonly ProfitRow[];
  /** One per column. */
  readonly totals: readonly ProfitTotals[];
}

/**
 * What was earned and spent: columns are ranges, or values of a dimension. The balances are those without closing entries, so that a year
 * reads the same before and after it is closed.
 */
export function profitAndLoss(chart: ChartOfAccounts, columns: readonly (readonly AccountBalance[])[]): ProfitAndLoss {
  const rows: ProfitRow[] = [];
  for (const { account, figures } of accountsIn(chart, columns.map(figuresByAccount))) {
    const section = sectionOf(account);
    if (
      !section ||
      figures.every(({ debit, credit, currencies }) => debit === 0n && credit === 0n && currencies.every(({ change }) => change === 0n))
    )
      continue;
    const sign = section === 'income' ? -1n : 1n;
    rows.push({
      section,
      account,
      amounts: figures.map(({ debit, credit }) => sign * (debit - credit)),
      currencies: (figures[0]?.currencies ?? []).map(({ currency, change }) => ({ currency, change: sign * change })),
    });
  }
  const sums = (section: ProfitSection) =>
    columnSums(
      rows.filter((row) => row.section === section).map(({ amounts }) => amounts),
      columns.length,
    );
  const [income, costOfSales, expenses] = [sums('income'), sums('costOfSales'), sums('expenses')];
  const totals = columns.map((_, i): ProfitTotals => {
    const [earned = 0n, cost = 0n, spent = 0n] = [income[i], costOfSales[i], expenses[i]];
    return { income: earned, costOfSales: cost, grossProfit: earned - cost, expenses: spent, net: earned - cost - spent };
  });
  return { rows: rows.sort((a, b) => ORDER[a.section] - ORDER[b.section]), totals };
}

const ORDER: Record<ProfitSection, number> = { income: 0, costOfSales: 1, expenses: 2 };

function sectionOf({ type, role }: Account): ProfitSection | undefined {
  if (type === 'income') return 'income';
  if (type !== 'expense') return undefined;
  return role === 'cost-of-sales' ? 'costOfSales' : 'expenses';
}

/** Balances by the value that their lines have in one dimension; '' holds those that have none. Values in order, without one last. */
export function byDimension(balances: readonly AccountBalance[], kind: DimensionKind): ReadonlyMap<string, readonly AccountBalance[]> {
  const values = Map.groupBy(balances, ({ dimensions }) => dimensionsOfKey(dimensions)[kind] ?? '');
  return new Map([...values].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)));
}

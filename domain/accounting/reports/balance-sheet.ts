import { assert } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/language.ts';
import type { AccountBalance } from '../balances.ts';
import type { Account, ChartOfAccounts } from '../chart-of-accounts.ts';
import { accountsIn, type CurrencyFigures, columnSums, type Figures, figuresByAccount } from './figures.ts';

export const balanceSections = {
  currentAssets: { en: 'Current assets', ar: 'الأصول المتداولة' },
  fixedAssets: { en: 'Fixed assets', ar: 'الأصول الثابتة' },
  liabilities: { en: 'Liabilities', ar: 'الالتزامات' },
  equity: { en: 'Equity', ar: 'حقوق الملكية' },
} as const satisfies Record<string, Text>;
export type BalanceSection = keyof typeof balanceSections;

/** Lines of equity that are computed, not posted: what makes the sheet balance on any day, not only on the day after a year is closed. */
export const computedLines = {
  currentYearEarnings: { en: 'Current year earnings', ar: 'أرباح السنة الحالية' },
  unclosedEarnings: { en: 'Earnings of years not closed', ar: 'أرباح سنوات لم تُقفل' },
  restOfFirm: { en: 'Balance with the rest of the firm', ar: 'الرصيد مع بقية المنشأة' },
} as const satisfies Record<string, Text>;
export type ComputedLine = keyof typeof computedLines;

/** One per column: an asset above zero when it is owned, a liability or equity above zero when it is owed. Contra accounts stand below zero by their sign. */
export type BalanceRow = { readonly section: BalanceSection; readonly amounts: readonly bigint[] } & (
  | { readonly account: Account; readonly currencies: readonly Pick<CurrencyFigures, 'currency' | 'balance'>[] }
  | { readonly computed: ComputedLine }
);

export type BalanceTotals = Readonly<Record<BalanceSection | 'assets' | 'liabilitiesAndEquity', bigint>>;

export interface BalanceSheet {
  readonly rows: readonly BalanceRow[];
  /** One per column. */
  readonly totals: readonly BalanceTotals[];
}

/**
 * What the firm owns and owes. Each column's balances are those from the first day of the fiscal year through the day of the sheet, so that
 * their opening is what earlier years left. `partly`: under one dimension the lines of an entry may stand on both sides of the fence, and the
 * difference is shown as owed to or by the rest of the firm.
 */
export function balanceSheet(chart: ChartOfAccounts, columns: readonly (readonly AccountBalance[])[], partly = false): BalanceSheet {
  const rows: BalanceRow[] = [];
  const earnings: Figures[][] = [];
  for (const { account, figures } of accountsIn(chart, columns.map(figuresByAccount))) {
    const section = sectionOf(account);
    if (!section) earnings.push([...figures]);
    else if (figures.some((column) => isHeld(account, column))) {
      const sign = account.type === 'asset' ? 1n : -1n;
      const held = (figures[0]?.currencies ?? []).map(({ currency, balance }) => ({ currency, balance: sign * balance }));
      rows.push({
        section,
        account,
        amounts: figures.map(({ balance }) => sign * balance),
        currencies: held.filter(({ balance }) => balance !== 0n),
      });
    }
  }
  const sum = (of: (figures: Figures) => bigint) =>
    columnSums(
      earnings.map((figures) => figures.map(of)),
      columns.length,
    );
  rows.push({ section: 'equity', computed: 'currentYearEarnings', amounts: sum(({ debit, credit }) => credit - debit) });
  const unclosed = sum(({ opening }) => -opening);
  if (unclosed.some(isSomething)) rows.push({ section: 'equity', computed: 'unclosedEarnings', amounts: unclosed });
  const open = totalsOf(rows, columns.length).map(({ assets, liabilitiesAndEquity }) => assets - liabilitiesAndEquity);
  assert(partly || !open.some(isSomething), 'a balance sheet balances');
  if (open.some(isSomething)) rows.push({ section: 'equity', computed: 'restOfFirm', amounts: open });
  return { rows: rows.sort((a, b) => ORDER[a.section] - ORDER[b.section]), totals: totalsOf(rows, columns.length) };
}

function totalsOf(rows: readonly BalanceRow[], columns: number): BalanceTotals[] {
  const sums = (section: BalanceSection) =>
    columnSums(
      rows.filter((row) => row.section === section).map(({ amounts }) => amounts),
      columns,
    );
  const [current, fixed, owed, own] = [sums('currentAssets'), sums('fixedAssets'), sums('liabilities'), sums('equity')];
  return Array.from({ length: columns }, (_, i): BalanceTotals => {
    const [currentAssets = 0n, fixedAssets = 0n, liabilities = 0n, equity = 0n] = [current[i], fixed[i], owed[i], own[i]];
    return { currentAssets, fixedAssets, assets: currentAssets + fixedAssets, liabilities, equity, liabilitiesAndEquity: liabilities + equity };
  });
}

const ORDER: Record<BalanceSection, number> = { currentAssets: 0, fixedAssets: 1, liabilities: 2, equity: 3 };

function sectionOf({ type, role }: Account): BalanceSection | undefined {
  switch (type) {
    case 'asset':
      return role === 'fixed-asset' || role === 'accumulated-depreciation' ? 'fixedAssets' : 'currentAssets';
    case 'liability':
      return 'liabilities';
    case 'equity':
      return 'equity';
    case 'income':
    case 'expense':
      return undefined;
  }
}

/** Worth something, or a quantity of something whose worth is not known. The exchange clearing account is worth nothing by its nature. */
const isHeld = ({ role }: Account, { balance, currencies }: Figures): boolean =>
  balance !== 0n || (role !== 'fx-clearing' && currencies.some((held) => held.balance !== 0n));
const isSomething = (amount: bigint): boolean => amount !== 0n;

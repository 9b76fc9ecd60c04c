import { FIRST_MONTH, firstDayOf, type LocalDate, lastDayOf, type Month, monthAfter, monthOf } from '../../kernel/dates.ts';
import { type AccountBalance, balancesOf } from '../balances.ts';
import type { ChartOfAccounts } from '../chart-of-accounts.ts';
import type { AccountRole } from '../charts/chart.ts';
import type { Movement } from '../movements.ts';
import { sumOf } from './figures.ts';
import type { Period } from './periods-compared.ts';
import { type ProfitTotals, profitAndLoss } from './profit-and-loss.ts';

/** Months of the picture at the top of the home page. */
export const MONTHS_SHOWN = 12;

export interface SummaryMonth {
  readonly month: Month;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly profit: ProfitTotals;
  /** At the end of the month. */
  readonly cash: bigint;
}

export interface Summary {
  /** At the end of the range; what is owed to us, by us and to the tax authority each above zero. */
  readonly cash: bigint;
  readonly receivable: bigint;
  readonly payable: bigint;
  readonly taxDue: bigint;
  /** Over the range. */
  readonly profit: ProfitTotals;
  /** The twelve months that end with the range's last. */
  readonly months: readonly SummaryMonth[];
}

/** How the firm stands, in a few figures: the same figures that the statements show. */
export function summary(chart: ChartOfAccounts, movements: readonly Movement[], { from, to }: Period): Summary {
  const balances = balancesOf(movements, { from, to });
  const balanceIn = (...roles: readonly AccountRole[]) => sumOf(inRoles(chart, balances, roles).map(({ balance }) => balance));
  const months = monthsThrough(to);
  const byMonth = Map.groupBy(movements, ({ key }) => key.month);
  const cashMovements = ofAccounts(chart, movements, ['cash', 'bank']);
  const profits = profitAndLoss(chart, [
    balancesOf(movements, { from, to }, WITHOUT_CLOSING),
    ...months.map((range) => balancesOf(byMonth.get(range.month) ?? [], range, WITHOUT_CLOSING)),
  ]).totals;
  return {
    cash: balanceIn('cash', 'bank'),
    receivable: balanceIn('receivable'),
    payable: -balanceIn('payable'),
    taxDue: -balanceIn('tax-output', 'tax-input', 'tax-settlement'),
    profit: profits[0] ?? NO_PROFIT,
    months: months.map((range, i) => ({
      ...range,
      profit: profits[i + 1] ?? NO_PROFIT,
      cash: sumOf(balancesOf(cashMovements, { to: range.to }).map(({ balance }) => balance)),
    })),
  };
}

const WITHOUT_CLOSING = { withoutClosing: true };
const NO_PROFIT: ProfitTotals = { income: 0n, costOfSales: 0n, grossProfit: 0n, expenses: 0n, net: 0n };

/** Oldest first; the last as far as the range goes. */
export function monthsThrough(to: LocalDate): readonly { readonly month: Month; readonly from: LocalDate; readonly to: LocalDate }[] {
  const last = monthOf(to);
  const months = Array.from({ length: MONTHS_SHOWN }, (_, i) => monthAfter(last, i - MONTHS_SHOWN + 1)).filter((month) => month >= FIRST_MONTH);
  return months.map((month) => ({ month, from: firstDayOf(month), to: month === last ? to : lastDayOf(month) }));
}

/** Archived accounts count too: what they hold is the firm's. */
const codesIn = (chart: ChartOfAccounts, roles: readonly AccountRole[]): ReadonlySet<string> =>
  new Set([...chart.accounts.values()].filter(({ role }) => role && roles.includes(role)).map(({ code }) => code));
const inRoles = (chart: ChartOfAccounts, balances: readonly AccountBalance[], roles: readonly AccountRole[]): readonly AccountBalance[] => {
  const codes = codesIn(chart, roles);
  return balances.filter(({ account }) => codes.has(account));
};
const ofAccounts = (chart: ChartOfAccounts, movements: readonly Movement[], roles: readonly AccountRole[]): readonly Movement[] => {
  const codes = codesIn(chart, roles);
  return movements.filter(({ key }) => codes.has(key.account));
};

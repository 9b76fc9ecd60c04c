import { balancesOf, type Which } from '../../../domain/accounting/balances.ts';
import type { DimensionKind } from '../../../domain/accounting/book.ts';
import type { ChartOfAccounts } from '../../../domain/accounting/chart-of-accounts.ts';
import type { Movement } from '../../../domain/accounting/movements.ts';
import type { Period } from '../../../domain/accounting/reports/periods-compared.ts';
import {
  profitAndLoss as build,
  byDimension,
  type ProfitAndLoss,
  type ProfitSection,
  type ProfitTotals,
  profitSections,
} from '../../../domain/accounting/reports/profit-and-loss.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Text } from '../../../domain/kernel/language.ts';
import type { Verb } from '../../platform/call.ts';
import { exactly } from '../exact.ts';
import { dimensionsAsked, queryFault, rangeAsked, rangesAsked } from './query.ts';
import { readMovements } from './read-movements.ts';
import { reportAnswer, reportNotes, titles } from './report-file.ts';
import type { reportsRoutes } from './routes.ts';
import { type StatementPart, statementSheet } from './statement-sheet.ts';
import { ReportWire } from './wire-report.ts';

const title = { en: 'Profit and loss', ar: 'قائمة الدخل' };
const profitTitles = {
  grossProfit: { en: 'Gross profit', ar: 'مجمل الربح' },
  net: { en: 'Net profit', ar: 'صافي الربح' },
} as const satisfies Record<string, Text>;
const without = { en: 'None', ar: 'بدون' };

/** What was earned and spent in a range; entries that close a year are left out, so that closing changes nothing here. */
export const profitAndLoss: Verb<typeof reportsRoutes.profitAndLoss> = async (call) => {
  const { query } = call;
  if (query.by && (query.compare || query.periods)) return queryFault('/by', 'field.invalid');
  const range = rangeAsked(query, call);
  if (isRefusal(range)) return range;
  const ranges = rangesAsked(range, query);
  const { book, value } = await exactly(call, async ({ head, chart }) => {
    const under = dimensionsAsked(query, chart);
    if (isRefusal(under)) return under;
    const movements = await readMovements(call, head, ranges);
    const which: Which = { ...under, withoutClosing: true };
    return { ...under, ...(query.by ? columnsBy(chart, movements, range, which, query.by) : columnsOver(chart, movements, ranges, which)) };
  });
  if (isRefusal(value)) return value;
  const { report, dimensions, columns, titles: headings } = value;
  const wire = new ReportWire(book, call.firm.id, dimensions);
  // The columns of a dimension are parts of the whole, which stands before them in the report and apart on the wire.
  const skip = query.by ? 1 : 0;
  const wireColumns = (amounts: readonly bigint[]) => ({ amount: wire.amount(amounts[0] ?? 0n), amounts: amounts.slice(skip).map(wire.amount) });
  const body = {
    ...wire.head(),
    ...range,
    ...(query.by && { by: query.by }),
    columns: columns.map((column, i) => ({ ...column, totals: wireTotals(report.totals[i + skip], wire) })),
    rows: report.rows.map(({ section, account, amounts, currencies }) => ({
      section,
      ...wire.account(account),
      ...range,
      ...wireColumns(amounts),
      ...wire.currencies(currencies.map(({ currency, change }) => ({ currency, balance: change }))),
      ledger: wire.ledger(account.code, range, 'exclude'),
    })),
    sections: sections.map((section) => ({ section, name: profitSections[section], ...wireColumns(report.totals.map((totals) => totals[section])) })),
    totals: wireTotals(report.totals[0], wire),
  };
  const name = `profit-and-loss-${range.from}-${range.to}`;
  return reportAnswer(call, query.format, body, () => ({
    name,
    title,
    notes: reportNotes(call, book, range),
    ...statementSheet(headings, partsOf(report), book.head.digits),
  }));
};

const sections = Object.keys(profitSections) as ProfitSection[];

function columnsOver(chart: ChartOfAccounts, movements: readonly Movement[], ranges: readonly Period[], which: Which) {
  const report = build(
    chart,
    ranges.map((range) => balancesOf(movements, range, which)),
  );
  return {
    report,
    columns: ranges.map(({ from, to }) => ({ from, to })),
    titles: ranges.length === 1 ? [titles.amount] : ranges.map(({ from, to }) => `${from} – ${to}`),
  };
}

/** One column per value of the dimension and one for what has none; the whole before them. */
function columnsBy(chart: ChartOfAccounts, movements: readonly Movement[], range: Period, which: Which, kind: DimensionKind) {
  const balances = balancesOf(movements, range, which);
  const values = byDimension(balances, kind);
  const columns = [...values.keys()].map((value) => ({ value: value || null, name: value ? (chart.dimension(kind, value)?.name ?? value) : null }));
  return { report: build(chart, [balances, ...values.values()]), columns, titles: [titles.total, ...columns.map(({ name }) => name ?? without)] };
}

const NOTHING: ProfitTotals = { income: 0n, costOfSales: 0n, grossProfit: 0n, expenses: 0n, net: 0n };

const wireTotals = ({ income, costOfSales, grossProfit, expenses, net }: ProfitTotals = NOTHING, wire: ReportWire) => ({
  income: wire.amount(income),
  costOfSales: wire.amount(costOfSales),
  grossProfit: wire.amount(grossProfit),
  expenses: wire.amount(expenses),
  net: wire.amount(net),
});

function partsOf({ rows, totals }: ProfitAndLoss): StatementPart[] {
  const part = (section: ProfitSection): StatementPart => ({
    title: profitSections[section],
    rows: rows.filter((row) => row.section === section).map(({ account, amounts }) => ({ code: account.code, name: account.name, amounts })),
    total: totals.map((column) => column[section]),
  });
  const figure = (name: 'grossProfit' | 'net'): StatementPart => ({ title: profitTitles[name], total: totals.map((column) => column[name]) });
  return [part('income'), part('costOfSales'), figure('grossProfit'), part('expenses'), figure('net')];
}

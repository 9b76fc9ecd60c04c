import { balancesOf } from '../../../domain/accounting/balances.ts';
import {
  type BalanceSection,
  type BalanceSheet,
  type BalanceTotals,
  balanceSections,
  balanceSheet as build,
  computedLines,
} from '../../../domain/accounting/reports/balance-sheet.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { exactly } from '../exact.ts';
import { dayAsked, daysAsked, dimensionsAsked, fiscalYearStartOf } from './query.ts';
import { readMovements } from './read-movements.ts';
import { reportAnswer, reportNotes, titles } from './report-file.ts';
import type { reportsRoutes } from './routes.ts';
import { type StatementPart, statementSheet } from './statement-sheet.ts';
import { ReportWire } from './wire-report.ts';

const title = { en: 'Balance sheet', ar: 'قائمة المركز المالي' };
const assets = { en: 'Total assets', ar: 'إجمالي الأصول' };
const liabilitiesAndEquity = { en: 'Total liabilities and equity', ar: 'إجمالي الالتزامات وحقوق الملكية' };

/** What the firm owns and owes at the end of a day. It balances on any day: earnings that no closing entry has moved yet are computed lines. */
export const balanceSheet: Verb<typeof reportsRoutes.balanceSheet> = async (call) => {
  const { query } = call;
  const day = dayAsked(query, call);
  if (isRefusal(day)) return day;
  const ranges = daysAsked(day, query).map((to) => ({ from: fiscalYearStartOf(call.firm, to), to }));
  const { book, value } = await exactly(call, async ({ head, chart }) => {
    const under = dimensionsAsked(query, chart);
    if (isRefusal(under)) return under;
    const movements = await readMovements(call, head, ranges);
    return {
      ...under,
      report: build(
        chart,
        ranges.map((range) => balancesOf(movements, range, under)),
        under.dimensions !== undefined,
      ),
    };
  });
  if (isRefusal(value)) return value;
  const { report, dimensions } = value;
  const wire = new ReportWire(book, call.firm.id, dimensions);
  const [year = { from: day, to: day }] = ranges;
  const body = {
    ...wire.head(),
    asOf: day,
    columns: ranges.map(({ to }, i) => ({ asOf: to, totals: wireTotals(report.totals[i], wire) })),
    rows: report.rows.map((row) => ({ section: row.section, ...wireRow(row, wire, year), ...wireColumns(row.amounts, wire) })),
    sections: sections.map((section) => ({
      section,
      name: balanceSections[section],
      ...wireColumns(
        report.totals.map((totals) => totals[section]),
        wire,
      ),
    })),
    totals: wireTotals(report.totals[0], wire),
  };
  const headings = ranges.length === 1 ? [titles.amount] : ranges.map(({ to }) => to);
  return reportAnswer(call, query.format, body, () => ({
    name: `balance-sheet-${day}`,
    title,
    notes: reportNotes(call, book, { asOf: day }),
    ...statementSheet(headings, partsOf(report), book.head.digits),
  }));
};

const sections = Object.keys(balanceSections) as BalanceSection[];

const wireColumns = (amounts: readonly bigint[], wire: ReportWire) => ({ amount: wire.amount(amounts[0] ?? 0n), amounts: amounts.map(wire.amount) });

/** A posted line leads to its account's ledger of the year; a computed one to the range that it is computed over. */
function wireRow(row: BalanceSheet['rows'][number], wire: ReportWire, year: { readonly from: string; readonly to: string }) {
  if ('computed' in row) return { computed: row.computed, account: null, name: { ...computedLines[row.computed] }, type: 'equity' as const, ...year };
  return { ...wire.account(row.account), ...year, ...wire.currencies(row.currencies), ledger: wire.ledger(row.account.code, year) };
}

const NOTHING: BalanceTotals = { currentAssets: 0n, fixedAssets: 0n, assets: 0n, liabilities: 0n, equity: 0n, liabilitiesAndEquity: 0n };

const wireTotals = (totals: BalanceTotals = NOTHING, wire: ReportWire) => ({
  assets: wire.amount(totals.assets),
  currentAssets: wire.amount(totals.currentAssets),
  fixedAssets: wire.amount(totals.fixedAssets),
  liabilities: wire.amount(totals.liabilities),
  equity: wire.amount(totals.equity),
  liabilitiesAndEquity: wire.amount(totals.liabilitiesAndEquity),
});

function partsOf({ rows, totals }: BalanceSheet): StatementPart[] {
  const part = (section: BalanceSection): StatementPart => ({
    title: balanceSections[section],
    rows: rows
      .filter((row) => row.section === section)
      .map((row) => ({
        ...('computed' in row ? { code: '', name: computedLines[row.computed] } : { code: row.account.code, name: row.account.name }),
        amounts: row.amounts,
      })),
    total: totals.map((column) => column[section]),
  });
  return [
    part('currentAssets'),
    part('fixedAssets'),
    { title: assets, total: totals.map((column) => column.assets) },
    part('liabilities'),
    part('equity'),
    { title: liabilitiesAndEquity, total: totals.map((column) => column.liabilitiesAndEquity) },
  ];
}

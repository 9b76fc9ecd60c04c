import type { ProfitTotals } from '../../../domain/accounting/reports/profit-and-loss.ts';
import { summary as build } from '../../../domain/accounting/reports/summary.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { exactly } from '../exact.ts';
import { rangeAsked } from './query.ts';
import { readMovements } from './read-movements.ts';
import type { reportsRoutes } from './routes.ts';
import { ReportWire } from './wire-report.ts';

/** How the firm stands, for its home page, in one exact reading. */
export const reportSummary: Verb<typeof reportsRoutes.reportSummary> = async (call) => {
  const range = rangeAsked(call.query, call);
  if (isRefusal(range)) return range;
  const { book, value } = await exactly(call, async ({ head, chart }) => build(chart, await readMovements(call, head, [range]), range));
  const wire = new ReportWire(book, call.firm.id);
  const profitOf = ({ income, costOfSales, expenses, net }: ProfitTotals) => ({
    income: wire.amount(income),
    expenses: wire.amount(costOfSales + expenses),
    profit: wire.amount(net),
  });
  return {
    status: 200,
    body: {
      ...wire.head(),
      ...range,
      rows: value.months.map(({ month, from, to, profit, cash }) => ({ month, from, to, ...profitOf(profit), cash: wire.amount(cash) })),
      totals: {
        cash: wire.amount(value.cash),
        receivable: wire.amount(value.receivable),
        payable: wire.amount(value.payable),
        taxDue: wire.amount(value.taxDue),
        ...profitOf(value.profit),
      },
    },
  };
};

import { balancesOf } from '../../../domain/accounting/balances.ts';
import { trialBalance as build, type TrialBalance } from '../../../domain/accounting/reports/trial-balance.ts';
import { firstDayOf } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { amountCell, type Sheet, type SheetColumn } from '../../platform/files/sheet.ts';
import { exactly } from '../exact.ts';
import { dayAsked, daysAsked, dimensionsAsked, queryFault, rangeAsked, rangesAsked } from './query.ts';
import { readMovements } from './read-movements.ts';
import { accountTypes, reportAnswer, reportNotes, titles } from './report-file.ts';
import type { reportsRoutes } from './routes.ts';
import { ReportWire } from './wire-report.ts';

const title = { en: 'Trial balance', ar: 'ميزان المراجعة' };

/** Every account at a day, or over a range: the proof that debits equal credits. */
export const trialBalance: Verb<typeof reportsRoutes.trialBalance> = async (call) => {
  const { query } = call;
  if (query.from !== undefined && query['as-of'] !== undefined) return queryFault('/as-of', 'field.invalid');
  const range = query.from === undefined ? undefined : rangeAsked(query, call);
  const day = dayAsked(query, call);
  if (isRefusal(range)) return range;
  if (isRefusal(day)) return day;
  const columns = range ? rangesAsked(range, query) : daysAsked(day, query).map((to) => ({ to }));
  const { book, value } = await exactly(call, async ({ head, chart }) => {
    const under = dimensionsAsked(query, chart);
    if (isRefusal(under)) return under;
    const movements = await readMovements(call, head, columns);
    const [own = [], ...compared] = columns.map((column) => balancesOf(movements, column, under));
    return { ...under, report: build(chart, own, compared) };
  });
  if (isRefusal(value)) return value;
  const { report, dimensions } = value;
  const wire = new ReportWire(book, call.firm.id, dimensions);
  const first = range?.from ?? firstDayOf(book.head.firstMonth ?? day.slice(0, 7));
  const lines = { from: first < day ? first : day, to: range?.to ?? day };
  const isCompared = columns.length > 1;
  const body = {
    ...wire.head(),
    ...(range ?? { asOf: day }),
    ...(isCompared && { columns: columns.map((column) => ('from' in column ? column : { asOf: column.to })) }),
    rows: report.rows.map(({ account, currencies, compared, ...amounts }) => ({
      ...wire.account(account),
      ...lines,
      ...wireAmounts(amounts, wire),
      ...wire.currencies(currencies),
      ...(isCompared && { balances: [amounts.balance, ...compared].map(wire.amount) }),
      ledger: wire.ledger(account.code, lines),
    })),
    totals: wireAmounts(report.totals, wire),
  };
  const ends = columns.slice(1).map(({ to }) => to);
  return reportAnswer(call, query.format, body, () => ({
    ...sheetOf(report, wire, ends),
    notes: reportNotes(call, book, range ?? { asOf: day }),
    name: ['trial-balance', range?.from, lines.to].filter(Boolean).join('-'),
  }));
};

const wireAmounts = ({ opening, debit, credit, balance, debitBalance, creditBalance }: TrialBalance['totals'], wire: ReportWire) => ({
  opening: wire.amount(opening),
  debit: wire.amount(debit),
  credit: wire.amount(credit),
  balance: wire.amount(balance),
  debitBalance: wire.amount(debitBalance),
  creditBalance: wire.amount(creditBalance),
});

function sheetOf({ rows, totals }: TrialBalance, wire: ReportWire, ends: readonly string[]): Omit<Sheet, 'notes' | 'name'> {
  const digits = wire.digitsOf('');
  const held = rows.some(({ currencies }) => currencies.length > 0);
  const amounts = (of: TrialBalance['totals']) =>
    [of.opening, of.debit, of.credit, of.debitBalance, of.creditBalance].map((minor) => amountCell(minor, digits));
  const amount = (heading: SheetColumn['title']): SheetColumn => ({ title: heading, kind: 'amount' });
  return {
    title,
    columns: [
      { title: titles.code, kind: 'text', width: 12 },
      { title: titles.account, kind: 'text', width: 40 },
      { title: titles.type, kind: 'text', width: 12 },
      ...[titles.opening, titles.debit, titles.credit, debitBalance, creditBalance, ...ends].map(amount),
      ...(held ? [{ title: titles.currencies, kind: 'text' } as const] : []),
    ],
    rows: [
      ...rows.map((row) => ({
        cells: [
          row.account.code,
          row.account.name,
          accountTypes[row.account.type],
          ...amounts(row),
          ...row.compared.map((minor) => amountCell(minor, digits)),
          ...(held ? [wire.currenciesText(row.currencies)] : []),
        ],
      })),
      { cells: [titles.total, null, null, ...amounts(totals), ...ends.map(() => null), ...(held ? [null] : [])], look: 'total' },
    ],
  };
}

const debitBalance = { en: 'Debit balance', ar: 'رصيد مدين' };
const creditBalance = { en: 'Credit balance', ar: 'رصيد دائن' };

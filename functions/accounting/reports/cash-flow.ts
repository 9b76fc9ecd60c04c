import { balancesOf } from '../../../domain/accounting/balances.ts';
import type { Book, Entry } from '../../../domain/accounting/book.ts';
import {
  cashFlow as build,
  type CashFlow,
  type CashSection,
  type CashTotals,
  cashAccounts,
  cashEffects,
  cashSections,
} from '../../../domain/accounting/reports/cash-flow.ts';
import { sumOf } from '../../../domain/accounting/reports/figures.ts';
import type { Period } from '../../../domain/accounting/reports/periods-compared.ts';
import { isRefusal, type Outcome } from '../../../domain/kernel/decision.ts';
import type { Text } from '../../../domain/kernel/language.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { exactly } from '../exact.ts';
import { queryFault, rangeAsked, rangesAsked } from './query.ts';
import { entriesOf, readLedger } from './read-ledger.ts';
import { readMovements } from './read-movements.ts';
import { reportAnswer, reportNotes, titles } from './report-file.ts';
import type { reportsRoutes } from './routes.ts';
import { type StatementPart, statementSheet } from './statement-sheet.ts';
import { ReportWire } from './wire-report.ts';

const title = { en: 'Cash flow', ar: 'قائمة التدفقات النقدية' };
const figures = {
  opening: { en: 'Cash at the beginning', ar: 'النقد أول المدة' },
  change: { en: 'Change in cash', ar: 'صافي التغير في النقد' },
  closing: { en: 'Cash at the end', ar: 'النقد آخر المدة' },
} as const satisfies Record<string, Text>;

/** Entries that one report reads at the most: more is asked in shorter ranges. */
const MAX_ENTRIES = 50_000;
/** Entries that explain one figure, told at once. */
const MAX_LINES = 2000;

/** Where cash came from and went, entry by entry (the direct method); the flows add up to the change in cash exactly. */
export const cashFlow: Verb<typeof reportsRoutes.cashFlow> = async (call) => {
  const { query } = call;
  const range = rangeAsked(query, call);
  if (isRefusal(range)) return range;
  const ranges = rangesAsked(range, query);
  const { book, value: balances } = await exactly(call, async ({ head }) => {
    const movements = await readMovements(call, head, ranges);
    return ranges.map((period) => balancesOf(movements, period));
  });
  if (query.account !== undefined && !book.chart.accounts.has(query.account))
    return queryFault('/account', 'account.unknown', { account: query.account });
  const entries = await cashEntries(call, book, ranges);
  if (isRefusal(entries)) return entries;
  const report = build(
    book.chart,
    ranges.map((_, i) => ({ balances: balances[i] ?? [], entries: entries[i] ?? [] })),
  );
  const lines = query.account === undefined ? undefined : linesOf(book, entries[0] ?? [], query.account);
  if (lines && lines.length > MAX_LINES) return queryFault('/from', 'field.too_long', { maximum: MAX_LINES });
  const wire = new ReportWire(book, call.firm.id);
  const body = {
    ...wire.head(),
    ...range,
    columns: ranges.map((period, i) => ({ ...period, totals: wireTotals(report.totals[i], wire) })),
    accounts: report.accounts.map(({ account, columns: [column] }) => ({
      ...wire.account(account),
      opening: wire.amount(column?.opening ?? 0n),
      change: wire.amount(column?.change ?? 0n),
      closing: wire.amount(column?.closing ?? 0n),
      ledger: wire.ledger(account.code, range),
    })),
    rows: report.rows.map(({ section, account, amounts }) => ({
      section,
      ...wire.account(account),
      ...range,
      ...wireColumns(amounts, wire),
      entries: linesLink(call, range, account.code),
    })),
    sections: sections.map((section) => ({
      section,
      name: cashSections[section],
      ...wireColumns(
        report.totals.map((totals) => totals[section]),
        wire,
      ),
    })),
    totals: wireTotals(report.totals[0], wire),
    ...(lines && {
      lines: lines.map(({ entry, amount }) => ({ entry: entry.id, seq: entry.seq, date: entry.date, memo: entry.memo, amount: wire.amount(amount) })),
    }),
  };
  const headings = ranges.length === 1 ? [titles.amount] : ranges.map(({ from, to }) => `${from} – ${to}`);
  const name = `cash-flow-${range.from}-${range.to}`;
  return reportAnswer(call, query.format, body, () => ({
    name,
    title,
    notes: reportNotes(call, book, range),
    ...statementSheet(headings, partsOf(report), book.head.digits),
  }));
};

/** The entries that have a line on a cash account, of each range. Bounded by the head's number, they are exact at it without reading again. */
async function cashEntries(call: FirmCall, book: Book, ranges: readonly Period[]): Promise<Outcome<readonly (readonly Entry[])[]>> {
  const numbers: (readonly { readonly seq: number }[])[] = [];
  let count = 0;
  for (const range of ranges) {
    const found = new Set<number>();
    for (const { code } of cashAccounts(book.chart)) {
      const { lines, complete } = await readLedger(call.table, { account: code, range, through: book.head.seq, enough: MAX_ENTRIES });
      for (const { seq } of lines) found.add(seq);
      if (!complete || count + found.size > MAX_ENTRIES) return queryFault('/from', 'field.too_long', { maximum: MAX_ENTRIES });
    }
    count += found.size;
    numbers.push([...found].sort((a, b) => a - b).map((seq) => ({ seq })));
  }
  const entries = await entriesOf(call.table, numbers.flat());
  return numbers.map((column) => column.flatMap(({ seq }) => entries.get(seq) ?? []));
}

function linesOf({ chart }: Book, entries: readonly Entry[], account: string): readonly { readonly entry: Entry; readonly amount: bigint }[] {
  const cash = new Set(cashAccounts(chart).map(({ code }) => code));
  const lines = entries.map((entry) => ({
    entry,
    amount: sumOf(
      cashEffects(entry, (code) => cash.has(code))
        .filter((effect) => effect.account === account)
        .map(({ amount }) => amount),
    ),
  }));
  return lines
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => (a.entry.date === b.entry.date ? a.entry.seq - b.entry.seq : a.entry.date < b.entry.date ? -1 : 1));
}

const linesLink = (call: FirmCall, { from, to }: Period, account: string): string =>
  `/v1/firms/${call.firm.id}/reports/cash-flow?${new URLSearchParams({ from, to, account })}`;

const sections = Object.keys(cashSections) as CashSection[];

const wireColumns = (amounts: readonly bigint[], wire: ReportWire) => ({ amount: wire.amount(amounts[0] ?? 0n), amounts: amounts.map(wire.amount) });

const NOTHING: CashTotals = { opening: 0n, operating: 0n, investing: 0n, financing: 0n, change: 0n, closing: 0n };

const wireTotals = (totals: CashTotals = NOTHING, wire: ReportWire) => ({
  opening: wire.amount(totals.opening),
  operating: wire.amount(totals.operating),
  investing: wire.amount(totals.investing),
  financing: wire.amount(totals.financing),
  change: wire.amount(totals.change),
  closing: wire.amount(totals.closing),
});

function partsOf({ rows, totals }: CashFlow): StatementPart[] {
  const figure = (name: keyof typeof figures): StatementPart => ({ title: figures[name], total: totals.map((column) => column[name]) });
  const part = (section: CashSection): StatementPart => ({
    title: cashSections[section],
    rows: rows.filter((row) => row.section === section).map(({ account, amounts }) => ({ code: account.code, name: account.name, amounts })),
    total: totals.map((column) => column[section]),
  });
  return [figure('opening'), part('operating'), part('investing'), part('financing'), figure('change'), figure('closing')];
}

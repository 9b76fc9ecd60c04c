import { dimensionsOfKey } from '../../../domain/accounting/post.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import type { Text } from '../../../domain/kernel/language.ts';
import { amountCell, type SheetColumn, type SheetRow } from '../../platform/files/sheet.ts';
import type { LineInFull } from './read-running.ts';
import { titles } from './report-file.ts';
import type { ReportWire } from './wire-report.ts';

/** Lines that a file holds at the most, so that it stays within what one answer carries. */
export const MAX_FILE_LINES = 20_000;

/** A line of a ledger on the wire. */
export function wireLedgerLine(line: LineInFull, wire: ReportWire) {
  const { entry, amount, foreign, currency } = line;
  return {
    entry: entry.id,
    seq: line.seq,
    line: line.line,
    date: line.date,
    memo: line.memo,
    ...(entry.reference && { reference: entry.reference }),
    ...(entry.document && { document: { ...entry.document } }),
    ...(line.contact && { contact: line.contact as Id<'contact'> }),
    ...(line.dimensions && { dimensions: dimensionsOfKey(line.dimensions) }),
    debit: wire.amount(amount > 0n ? amount : 0n),
    credit: wire.amount(amount < 0n ? -amount : 0n),
    balance: wire.amount(line.balance),
    ...(currency && {
      foreign: {
        currency,
        debit: wire.amountIn(currency, foreign > 0n ? foreign : 0n),
        credit: wire.amountIn(currency, foreign < 0n ? -foreign : 0n),
        balance: wire.amountIn(currency, line.foreignBalance),
      },
    }),
  };
}

const headings = {
  date: { en: 'Date', ar: 'التاريخ' },
  entry: { en: 'Entry', ar: 'القيد' },
  memo: { en: 'Memo', ar: 'البيان' },
  reference: { en: 'Reference', ar: 'المرجع' },
  currency: { en: 'Currency', ar: 'العملة' },
  foreign: { en: 'Amount in currency', ar: 'المبلغ بالعملة' },
  foreignBalance: { en: 'Balance in currency', ar: 'الرصيد بالعملة' },
} as const satisfies Record<string, Text>;

export function ledgerColumns(foreign: boolean): SheetColumn[] {
  return [
    { title: headings.date, kind: 'date' },
    { title: headings.entry, kind: 'count' },
    { title: headings.memo, kind: 'text', width: 40 },
    { title: headings.reference, kind: 'text', width: 16 },
    { title: titles.debit, kind: 'amount' },
    { title: titles.credit, kind: 'amount' },
    { title: titles.balance, kind: 'amount' },
    ...(foreign
      ? [
          { title: headings.currency, kind: 'text', width: 10 } as const,
          { title: headings.foreign, kind: 'amount' } as const,
          { title: headings.foreignBalance, kind: 'amount' } as const,
        ]
      : []),
  ];
}

/** The rows of one account in a file: opening, its lines, closing. */
export function ledgerRows(
  {
    opening,
    debit,
    credit,
    closing,
    lines,
  }: { readonly opening: bigint; readonly debit: bigint; readonly credit: bigint; readonly closing: bigint; readonly lines: readonly LineInFull[] },
  wire: ReportWire,
  foreign: boolean,
): SheetRow[] {
  const digits = wire.digitsOf('');
  const amount = (minor: bigint) => amountCell(minor, digits);
  const blank = foreign ? [null, null, null] : [];
  return [
    { cells: [null, null, titles.opening, null, null, null, amount(opening), ...blank] },
    ...lines.map((line): SheetRow => {
      const inCurrency = line.currency
        ? [line.currency, amountCell(line.foreign, wire.digitsOf(line.currency)), amountCell(line.foreignBalance, wire.digitsOf(line.currency))]
        : blank;
      const sides = line.amount >= 0n ? [amount(line.amount), null] : [null, amount(-line.amount)];
      return {
        cells: [{ date: line.date }, line.seq, line.memo, line.entry.reference ?? '', ...sides, amount(line.balance), ...(foreign ? inCurrency : [])],
      };
    }),
    { cells: [null, null, titles.closing, null, amount(debit), amount(credit), amount(closing), ...blank], look: 'total' },
  ];
}

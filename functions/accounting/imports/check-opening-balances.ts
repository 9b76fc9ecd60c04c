import type { Book, EntryDraft } from '../../../domain/accounting/book.ts';
import type { ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import { readOpeningBalancesCsv } from '../../../domain/accounting/journals/read-opening-balances-csv.ts';
import { openingEntry } from '../../../domain/accounting/opening-balances.ts';
import { whyNot } from '../../../domain/accounting/post.ts';
import { readEntryDraft, type SentLine } from '../../../domain/accounting/read-entry-draft.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';

/** The one entry that a file of opening balances becomes, or what is wrong with its rows. Dated on the first day of the books unless the file says. */
export function draftOfOpeningBalances(
  book: Book,
  text: string,
  date: string,
): { readonly draft?: EntryDraft; readonly faults: readonly LineFault[]; readonly rows: number } {
  const { rows, faults } = readOpeningBalancesCsv(text);
  if (faults.length > 0) return { faults, rows: rows.length };
  const drafts = rows.map((row) => ({ row, draft: readEntryDraft(book, { date: row.date ?? date, lines: [sentLine(row, book)] }) }));
  const unread = drafts.flatMap(({ row, draft }) =>
    isRefusal(draft)
      ? [
          {
            line: row.line,
            code: (draft.errors?.[0]?.code ?? draft.refused) as LineFault['code'],
            ...(draft.errors?.[0]?.values && { values: draft.errors[0].values }),
          },
        ]
      : [],
  );
  if (unread.length > 0) return { faults: unread, rows: rows.length };
  const lines = drafts.flatMap(({ draft }) => (isRefusal(draft) ? [] : draft.lines));
  const draft = openingEntry(book, { date: rows[0]?.date ?? date, memo: 'Opening balances | أرصدة افتتاحية', lines });
  if (isRefusal(draft)) return { faults: [{ line: 1, code: 'import.account_missing' }], rows: rows.length };
  const refusal = whyNot(book, draft);
  if (!refusal) return { draft, faults: [], rows: rows.length };
  const fault = refusal.errors?.[0];
  const at = Number(/^\/lines\/(\d+)/.exec(fault?.pointer ?? '')?.[1] ?? 0);
  return {
    faults: [
      { line: rows[at]?.line ?? 1, code: (fault?.code ?? refusal.refused) as LineFault['code'], ...(fault?.values && { values: fault.values }) },
    ],
    rows: rows.length,
  };
}

type Row = ReturnType<typeof readOpeningBalancesCsv>['rows'][number];
/** What the file says with fewer decimals than the currency has is the same amount; with more it is another, and refused. */
const padded = (amount: string, digits: number): string => {
  const [whole = '', fraction = ''] = amount.split('.');
  return digits === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(digits, '0')}`;
};
const sentLine = (row: Row, book: Book): SentLine => ({
  account: row.account,
  ...(row.debit !== undefined && { debit: padded(row.debit, book.head.digits) }),
  ...(row.credit !== undefined && { credit: padded(row.credit, book.head.digits) }),
  ...(row.currency &&
    row.amount !== undefined && { foreign: { currency: row.currency, amount: padded(row.amount, book.chart.digitsOf(row.currency) ?? 0) } }),
});

export function checkOpeningBalances(book: Book, text: string, date: string): ImportPreview {
  const { draft, faults, rows } = draftOfOpeningBalances(book, text, date);
  return {
    entries: rows,
    lines: draft?.lines.length ?? 0,
    ...(draft && { from: draft.date, to: draft.date }),
    accounts: [],
    commodities: [],
    faults,
    moreFaults: 0,
  };
}

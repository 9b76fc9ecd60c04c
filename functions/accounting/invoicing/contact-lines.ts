import type { Entry } from '../../../domain/accounting/book.ts';
import type { LocalDate } from '../../../domain/kernel/dates.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Value, Write } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { mostBytesOf, ROW_BYTES } from '../row-size.ts';
import { invoicingKeys } from './keys.ts';

/** A line of an account that names a contact and belongs to no document: entered by hand, or imported. */
export interface ContactLine {
  readonly contact: Id<'contact'>;
  readonly date: LocalDate;
  readonly amount: bigint;
  readonly entry: Id<'entry'>;
  readonly memo: string;
}

/**
 * The lines that name a contact outside any document (ADR 30), a row per account and post: `[contact, date, amount, entry, memo]`. A row that grows
 * heavy ends with its entry, and the next one begins under the number of the next.
 */
export function contactLineWrites(entries: readonly Entry[]): Write[] {
  const open = new Map<string, Row>();
  const rows: Row[] = [];
  for (const { document, lines, date, id, seq, memo } of entries) {
    if (document) continue;
    for (const line of lines) {
      if (!line.contact) continue;
      const { account } = line;
      let row = open.get(account);
      if (!row || (row.bytes > ROW_BYTES / 2 && row.last !== seq)) {
        row = { account, seq, last: seq, lines: [], bytes: 0 };
        open.set(account, row);
        rows.push(row);
      }
      const value = [line.contact, date, Number(line.amount), id, textOf(line.memo ?? memo)];
      row.lines.push(value);
      row.bytes += mostBytesOf(value);
      row.last = seq;
    }
  }
  return rows.map(({ account, seq, lines }) => ({ kind: 'put', item: { ...invoicingKeys.contactLine({ account, seq: padSeq(seq) }), lines } }));
}

interface Row {
  readonly account: string;
  /** The entry with which it begins, and the last one in it. */
  readonly seq: number;
  last: number;
  readonly lines: Value[];
  bytes: number;
}

/** What is shown of a memo; a pair of halves at the cut is left out whole. */
const textOf = (memo: string): string => (memo.length <= MEMO_SHOWN ? memo : memo.slice(0, MEMO_SHOWN).replace(/[\ud800-\udbff]$/, ''));

const MEMO_SHOWN = 100;

/** The lines of an account that name a contact outside any document. */
export async function contactLinesOf(table: FirmTable, account: string): Promise<readonly ContactLine[]> {
  const rows = await queryAll(table, { pk: invoicingKeys.contactLine({ account, seq: '' }).pk });
  return rows.flatMap(({ lines }) =>
    (lines as unknown as readonly (readonly [Id<'contact'>, string, number, Id<'entry'>, string])[]).map(([contact, date, amount, entry, memo]) => ({
      contact,
      date,
      amount: BigInt(amount),
      entry,
      memo,
    })),
  );
}

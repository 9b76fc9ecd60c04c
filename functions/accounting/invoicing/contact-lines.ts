import type { Entry } from '../../../domain/accounting/book.ts';
import type { LocalDate } from '../../../domain/kernel/dates.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Value, Write } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
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
 * One row per account and post of the lines that name a contact outside any document (ADR 30): `[contact, date, amount, entry, memo]`.
 * Few entries have such lines; those of documents are in the documents.
 */
export function contactLineWrites(entries: readonly Entry[]): Write[] {
  const rows = new Map<string, { readonly seq: number; readonly lines: Value[] }>();
  for (const { document, lines, date, id, seq, memo } of entries) {
    if (document) continue;
    for (const line of lines) {
      if (!line.contact) continue;
      const row = rows.get(line.account) ?? { seq, lines: [] };
      rows.set(line.account, row);
      row.lines.push([line.contact, date, Number(line.amount), id, (line.memo ?? memo).slice(0, MEMO_SHOWN)]);
    }
  }
  return [...rows].map(([account, { seq, lines }]) => ({
    kind: 'put',
    item: { ...invoicingKeys.contactLine({ account, seq: padSeq(seq) }), lines },
  }));
}

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

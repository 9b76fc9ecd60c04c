import type { Entry } from '../../../domain/accounting/book.ts';
import type { EntryRef } from '../../../domain/accounting/invoicing/document.ts';
import type { Posting } from '../../../domain/accounting/post.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Write } from '../../platform/table/port.ts';
import { entryOf } from '../book-items.ts';
import { bookKeys } from '../keys.ts';

/** The entry of a posted document. It is never edited, so no condition is put on it. */
export async function entryOfDocument(table: FirmTable, { seq }: EntryRef): Promise<Entry> {
  const item = await table.get(bookKeys.entry({ seq: padSeq(seq) }));
  if (!item) throw new Error(`a document without its entry ${seq}`);
  return entryOf(item);
}

/** Marks a document's entry as reversed by the first entry of its voiding: at most once, as for any entry (rule B3). */
export function reversalMark(entry: Entry | undefined, { entries: [reversal] }: Posting): Write[] {
  return entry && reversal
    ? [{ kind: 'put', item: { ...bookKeys.reversal({ seq: padSeq(entry.seq) }), v: 1, by: reversal.id }, when: { exists: false } }]
    : [];
}

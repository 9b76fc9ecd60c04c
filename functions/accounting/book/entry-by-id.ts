import type { Entry } from '../../../domain/accounting/book.ts';
import { sequenceOf } from '../../../domain/kernel/ids.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { entryOf } from '../book-items.ts';
import { readHead } from '../book-store.ts';
import { bookKeys } from '../keys.ts';

/** The entry of an id, which spells its number. What lies beyond the head (a batch being staged) does not exist yet. */
export async function entryById(table: FirmTable, id: string): Promise<Entry | undefined> {
  const seq = sequenceOf(id);
  if (!Number.isSafeInteger(seq) || seq < 1) return undefined;
  const [item, head] = await Promise.all([table.get(bookKeys.entry({ seq: padSeq(seq) })), readHead(table)]);
  return item && item.id === id && seq <= head.seq ? entryOf(item) : undefined;
}

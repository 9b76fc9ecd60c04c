import type { BookSource, LedgerLine } from '../../../domain/accounting/verify.ts';
import { openAmountOf } from '../../../domain/accounting/invoicing/open-item.ts';
import { padSeq } from '../../platform/event-chain.ts';
import { eachItem } from '../../platform/table/each-item.ts';
import type { Item, Query } from '../../platform/table/port.ts';
import { entryOf, headOf, movementOf } from '../book-items.ts';
import { bookKeys } from '../keys.ts';

/** Anything that answers queries of one firm: its table, or an export of it. */
export interface Items {
  query(query: Query): Promise<{ readonly items: readonly Item[]; readonly cursor?: string }>;
}

/** A firm's book as it is verified. The head is read once: what is posted after it is left for the next time. */
export async function bookSource(items: Items): Promise<BookSource> {
  const [head] = (await items.query({ pk: bookKeys.head().pk })).items;
  if (!head) throw new Error('there is no book here');
  const { seq, hash } = headOf(head);
  return {
    head: { seq, hash },
    entries: mapped(eachItem(items, { pk: 'JOURNAL', to: padSeq(seq) }), entryOf),
    movements: mapped(eachItem(items, { pk: 'MOVEMENTS' }), movementOf),
    ledger: ledgerRows(items, seq),
    anchors: anchors(items, seq),
    controls: controls(items),
    series: series(items),
  };
}

async function* mapped<T>(items: AsyncIterable<Item>, map: (item: Item) => T): AsyncGenerator<T> {
  for await (const item of items) yield map(item);
}

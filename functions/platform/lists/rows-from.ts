import type { FirmTable } from '../table/firm-table.ts';
import type { Item, Query } from '../table/port.ts';

/** Above every sort key that begins like the one before it. */
const ABOVE = '\u{10ffff}';
const ROWS_TOGETHER = 50;

/**
 * The items of a partition in order, a little at a time, going on after a sort key. The key itself is where a list goes on, rather than the table's cursor,
 * so that a page may end anywhere and several partitions may be read as one.
 */
export async function* rowsFrom(table: FirmTable, query: Query, after: string | undefined): AsyncGenerator<Item> {
  const { prefix = '', descending = false, ...rest } = query;
  const lowest = query.from ?? prefix;
  const highest = query.to ?? `${prefix}${ABOVE}`;
  // What is asked for has not changed since the cursor was given, so `after` lies within the bounds.
  const bounds = descending ? { from: lowest, to: after ?? highest } : { from: after ?? lowest, to: highest };
  let cursor: string | undefined;
  do {
    const page = await table.query({
      ...rest,
      ...(bounds.from !== '' && { from: bounds.from }),
      to: bounds.to,
      descending,
      limit: ROWS_TOGETHER,
      ...(cursor !== undefined && { cursor }),
    });
    for (const item of page.items) if ((query.index === 'gsi1' ? item.gsi1sk : item.sk) !== after) yield item;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Several at a time, so that what belongs to them is looked up together. */
export async function* inBatches<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

import type { FirmCall } from '../call.ts';
import { stored } from '../table/own-item.ts';
import type { Item, Key, Query } from '../table/port.ts';
import { inBatches, rowsFrom } from './rows-from.ts';
import { type PageBody, pageBody, takePage } from './take-page.ts';

type ListCall = Pick<FirmCall, 'table' | 'cursor'> & { readonly query: { readonly limit: number } };

/** A page of what lies in one partition, as far as it is wanted. */
export async function pageOf<T>(call: ListCall, query: Query, wanted: (one: T) => boolean = () => true): Promise<PageBody<T>> {
  const at = query.index === 'gsi1' ? 'gsi1sk' : 'sk';
  async function* rows() {
    for await (const item of rowsFrom(call.table, query, call.cursor.from)) yield { at: String(item[at]), value: stored<T>(item) };
  }
  const page = await takePage(rows(), call.query.limit, wanted);
  return pageBody(call, page.data, page.next);
}

/** A page of what the rows of a partition point to. */
export async function pageBehind<T>(
  call: ListCall,
  query: Query,
  keyOf: (row: Item) => Key,
  wanted: (one: T) => boolean = () => true,
): Promise<PageBody<T>> {
  async function* rows() {
    // One more than a page: it tells whether there is another.
    for await (const batch of inBatches(rowsFrom(call.table, query, call.cursor.from), call.query.limit + 1)) {
      const items = await call.table.batchGet(batch.map(keyOf));
      for (const [i, row] of batch.entries()) {
        const item = items[i];
        yield { at: row.sk, value: item && stored<T>(item) };
      }
    }
  }
  const page = await takePage(rows(), call.query.limit, wanted);
  return pageBody(call, page.data, page.next);
}

import { takePage } from '../accounting/invoicing/page.ts';
import { inBatches, rowsFrom } from '../accounting/invoicing/rows.ts';
import type { FirmCall } from '../platform/call.ts';
import type { Item, Key, Query } from '../platform/table/port.ts';
import { stored } from './stored.ts';

interface Listed<T> {
  readonly data: readonly T[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}
type ListCall = Pick<FirmCall, 'table' | 'cursor'> & { readonly query: { readonly limit: number } };

/** A page of what lies in one partition, as far as it is wanted. */
export async function pageOf<T>(call: ListCall, query: Query, wanted: (one: T) => boolean = () => true): Promise<Listed<T>> {
  const at = query.index === 'gsi1' ? 'gsi1sk' : 'sk';
  async function* rows() {
    for await (const item of rowsFrom(call.table, query, call.cursor.from)) yield { at: String(item[at]), value: stored<T>(item) };
  }
  return whole(call, await takePage(rows(), call.query.limit, wanted));
}

/** A page of what the rows of a partition point to. */
export async function pageBehind<T>(
  call: ListCall,
  query: Query,
  keyOf: (row: Item) => Key,
  wanted: (one: T) => boolean = () => true,
): Promise<Listed<T>> {
  async function* rows() {
    for await (const batch of inBatches(rowsFrom(call.table, query, call.cursor.from), call.query.limit + 1)) {
      const items = await call.table.batchGet(batch.map(keyOf));
      for (const [i, row] of batch.entries()) {
        const item = items[i];
        yield { at: row.sk, value: item && stored<T>(item) };
      }
    }
  }
  return whole(call, await takePage(rows(), call.query.limit, wanted));
}

function whole<T>(call: ListCall, page: { readonly data: readonly T[]; readonly next: string | undefined }): Listed<T> {
  const next = call.cursor.next(page.next);
  return { data: page.data, has_more: next !== null, next_cursor: next };
}

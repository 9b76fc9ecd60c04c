import type { Item, Query, Table } from './port.ts';

/** The items of a query one page at a time, however many there are: for replays and exports, not for answers. */
export async function* eachItem(table: Pick<Table, 'query'>, query: Query): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await table.query({ ...query, ...(cursor !== undefined && { cursor }) });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

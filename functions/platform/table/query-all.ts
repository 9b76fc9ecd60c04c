import type { Item, Query, Table } from './port.ts';

/** Pages that one answer may read: a bound, so that no request reads for ever. */
const MAX_PAGES = 500;

/** Every item of a query, page after page. For partitions that a firm's size bounds: a chart, a year of movements. */
export async function queryAll(table: Pick<Table, 'query'>, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const read = await table.query({ ...query, ...(cursor !== undefined && { cursor }) });
    for (const item of read.items) items.push(item);
    cursor = read.cursor;
    if (cursor === undefined) return items;
  }
  throw new Error(`more than ${MAX_PAGES} pages in ${query.pk}`);
}

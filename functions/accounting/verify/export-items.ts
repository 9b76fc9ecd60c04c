import type { Item, Page, Query } from '../../platform/table/port.ts';
import type { Items } from './book-source.ts';

/** An export as something that answers queries, so that a book is verified from a file as from the table. */
export function exportItems(lines: Iterable<string>): Items {
  const byPartition = new Map<string, Item[]>();
  const byIndex = new Map<string, Item[]>();
  const file = (map: Map<string, Item[]>, key: unknown, item: Item): void => {
    if (typeof key !== 'string') return;
    const items = map.get(key);
    if (items) items.push(item);
    else map.set(key, [item]);
  };
  for (const line of lines) {
    if (line === '') continue;
    const item = JSON.parse(line) as Item;
    if (item.pk === undefined) continue;
    file(byPartition, item.pk, item);
    file(byIndex, item.gsi1pk, item);
  }
  return {
    query: async ({ index, pk, from = '', to }: Query): Promise<Page> => ({
      items: ((index === 'gsi1' ? byIndex : byPartition).get(pk) ?? []).filter(
        ({ sk }) => index === 'gsi1' || (sk >= from && (to === undefined || sk <= to)),
      ),
    }),
  };
}

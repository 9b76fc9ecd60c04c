import type { Item } from '../platform/table/port.ts';

/** Several lists, each in order, as one in that order. */
export async function* mergedRows(streams: readonly AsyncGenerator<Item>[], by: 'sk' | 'gsi1sk', descending: boolean): AsyncGenerator<Item> {
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  const comesFirst = (a: string, b: string): boolean => (descending ? a > b : a < b);
  for (;;) {
    let first = -1;
    heads.forEach((head, i) => {
      if (!head.done && (first === -1 || comesFirst(String(head.value[by]), String(heads[first]?.value?.[by])))) first = i;
    });
    const head = heads[first];
    const stream = streams[first];
    if (!head || head.done || !stream) return;
    yield head.value;
    heads[first] = await stream.next();
  }
}

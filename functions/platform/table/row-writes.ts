import type { Item, Key, Write } from './port.ts';

/** The rows that lead to a thing, from one state of it to the next: those that it has no longer go, new and changed ones come. */
export function rowWrites(before: readonly Item[], after: readonly Item[]): Write[] {
  const had = new Map(before.map((row) => [keyText(row), JSON.stringify(row)]));
  return [
    ...gone(before, after),
    ...after.filter((row) => had.get(keyText(row)) !== JSON.stringify(row)).map((item): Write => ({ kind: 'put', item })),
  ];
}

/** The same of rows under what one thing alone may have, such as a tag or a name: a new one must be free. */
export function claimWrites(before: readonly Item[], after: readonly Item[]): Write[] {
  const had = new Set(before.map(keyText));
  const fresh = after.filter((row) => !had.has(keyText(row)));
  return [...gone(before, after), ...fresh.map((item): Write => ({ kind: 'put', item, when: { exists: false } }))];
}

function gone(before: readonly Item[], after: readonly Item[]): Write[] {
  const has = new Set(after.map(keyText));
  return before.filter((row) => !has.has(keyText(row))).map(({ pk, sk }): Write => ({ kind: 'delete', key: { pk, sk } }));
}

/** A key as one text, for sets and maps of keys. */
export const keyText = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

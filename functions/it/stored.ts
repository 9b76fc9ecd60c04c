import type { Item, Key, Value, Write } from '../platform/table/port.ts';

/** As JSON has it, without members that are `undefined`. */
export const plain = (value: object): Record<string, Value> => JSON.parse(JSON.stringify(value));

/** What lies in an item of ours, with its version where it has one. Items are ours: what is read was written here. */
export function stored<T>(item: Item): T {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, duepk: _duepk, duesk: _duesk, v, ...rest } = item;
  return { ...rest, ...(v !== undefined && { version: Number(v) }) } as unknown as T;
}

/** What a row writes that stands under a key made of a value: the old one goes, the new one comes and must be free. */
export function rowWrites(before: Item | undefined, after: Item | undefined): Write[] {
  if (before && after && keyOf(before) === keyOf(after)) return [];
  return [
    ...(before ? [{ kind: 'delete' as const, key: { pk: before.pk, sk: before.sk } }] : []),
    ...(after ? [{ kind: 'put' as const, item: after, when: { exists: false } as const }] : []),
  ];
}
const keyOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

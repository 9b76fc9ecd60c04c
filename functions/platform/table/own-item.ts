import type { Item, Value } from './port.ts';

/** As JSON has it, without members that are `undefined`. */
export const plain = (value: object): Record<string, Value> => JSON.parse(JSON.stringify(value));

/** What lies in an item besides its keys. Items are ours: what is read was written by the same room. */
export function heldIn<T>(item: Item): T {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, duepk: _duepk, duesk: _duesk, v: _v, ...rest } = item;
  return rest as unknown as T;
}

/** The same with its version: the `v` of an item counts how often the thing in it has changed. */
export const stored = <T>(item: Item): T => ({ ...heldIn<T>(item), version: Number(item.v) });

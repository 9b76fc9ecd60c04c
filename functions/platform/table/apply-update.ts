import { checkCounter } from './check-writes.ts';
import { type Item, LimitExceeded, type Value, type Write } from './port.ts';

export type Update = Extract<Write, { kind: 'update' }>;

/** The item after the update, which creates it if there was none. A counter that is absent counts as 0. */
export function applyUpdate(current: Item | undefined, { key, set, add, remove }: Update): Item {
  const after: Record<string, Value | undefined> & { pk: string; sk: string } = { ...(current ?? key), pk: key.pk, sk: key.sk };
  for (const name in set) after[name] = set[name];
  for (const name in add) after[name] = moved(name, current?.[name], add[name] ?? 0);
  for (const name of remove ?? []) delete after[name];
  return after;
}

function moved(name: string, counter: Value | undefined, by: number): number {
  if (counter !== undefined && typeof counter !== 'number') throw new LimitExceeded(`${name} is not a counter`);
  const value = (counter ?? 0) + by;
  checkCounter(name, value);
  return value;
}

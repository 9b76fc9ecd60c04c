import { keyOf } from './table/check-writes.ts';
import type { Write } from './table/port.ts';
import { keyText } from './table/row-writes.ts';

/**
 * The writes of several commands as one transaction's, where each item is written once. Counters of two commands add up;
 * two equal checks are one; anything else on the same item does not merge, and the later command waits for the next transaction.
 */
export class MergedWrites {
  readonly #byKey = new Map<string, Write>();

  get size(): number {
    return this.#byKey.size;
  }

  /** Adds all of a command's writes, or none of them. */
  add(writes: readonly Write[]): boolean {
    const staged = new Map<string, Write>();
    for (const write of writes) {
      const key = keyText(keyOf(write));
      const present = staged.get(key) ?? this.#byKey.get(key);
      const merged = present ? merge(present, write) : write;
      if (!merged) return false;
      staged.set(key, merged);
    }
    for (const [key, write] of staged) this.#byKey.set(key, write);
    return true;
  }

  writes(): Write[] {
    return [...this.#byKey.values()];
  }
}

function merge(a: Write, b: Write): Write | undefined {
  if (a.kind === 'check' && b.kind === 'check' && same(a.when, b.when)) return a;
  if (a.kind !== 'update' || b.kind !== 'update') return undefined;
  if (a.set || b.set || a.remove || b.remove || !same(a.when, b.when)) return undefined;
  const add: Record<string, number> = { ...a.add };
  for (const [name, by] of Object.entries(b.add ?? {})) add[name] = (add[name] ?? 0) + by;
  return { ...a, add };
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

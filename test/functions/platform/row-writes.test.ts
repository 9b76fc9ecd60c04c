import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item, Write } from '../../../functions/platform/table/port.ts';
import { claimWrites, keyText, rowWrites } from '../../../functions/platform/table/row-writes.ts';

const row = fc.record({ pk: fc.constant('ROWS'), sk: fc.constantFrom('a', 'b', 'c', 'd'), v: fc.constant(1), of: fc.constantFrom('x', 'y') });
const rows = fc.uniqueArray(row, { selector: ({ sk }) => sk });

const applied = (before: readonly Item[], writes: readonly Write[]): readonly Item[] => {
  const table = new Map(before.map((item) => [keyText(item), item]));
  for (const write of writes) {
    if (write.kind === 'put') table.set(keyText(write.item), write.item);
    if (write.kind === 'delete') table.delete(keyText(write.key));
  }
  return [...table.values()].toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
};
const inOrder = (items: readonly Item[]) => items.toSorted((a, b) => (a.sk < b.sk ? -1 : 1));

describe('the rows that lead to a thing', () => {
  test('are those of its new state once they are written, and nothing is written that stays as it is', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const writes = rowWrites(before, after);
        expect(applied(before, writes)).toEqual(inOrder(after));
        expect(writes.length).toBeLessThanOrEqual(before.length + after.length);
        expect(rowWrites(after, after)).toEqual([]);
      }),
    );
  });

  test('that one thing alone may have are new only where nobody has them', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const had = new Set(before.map(keyText));
        const puts = claimWrites(before, after).flatMap((write) => (write.kind === 'put' ? [write] : []));
        expect(puts.map(({ item }) => keyText(item)).toSorted()).toEqual(
          after
            .map(keyText)
            .filter((key) => !had.has(key))
            .toSorted(),
        );
        expect(puts.every(({ when }) => when && 'exists' in when && !when.exists)).toBe(true);
      }),
    );
  });
});

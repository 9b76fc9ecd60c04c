import { describe, expect, test } from 'vitest';
import type { Condition } from '../../functions/platform/table/port.ts';
import { partition, put, reasonsOf, type Subject } from './table.ts';

const stored = { state: 'draft', version: 3, digit: '3', paid: false, note: '', nothing: null, tags: ['a'] };

/** A condition, whether it holds of the item above, and whether it holds where there is no item. */
const cases: readonly (readonly [string, Condition, boolean, boolean])[] = [
  ['exists', { exists: true }, true, false],
  ['does not exist', { exists: false }, false, true],
  ['equals a text', { equals: ['state', 'draft'] }, true, false],
  ['equals another text', { equals: ['state', 'posted'] }, false, false],
  ['equals a number', { equals: ['version', 3] }, true, false],
  ['equals a number said as text', { equals: ['version', '3'] }, false, false],
  ['equals a boolean', { equals: ['paid', false] }, true, false],
  ['equals the other boolean', { equals: ['paid', true] }, false, false],
  ['equals the empty text', { equals: ['note', ''] }, true, false],
  ['equals in an absent attribute', { equals: ['missing', 1] }, false, false],
  ['equals in a key', { equals: ['sk', 'A'] }, true, false],
  ['lacks an absent attribute', { lacks: 'missing' }, true, true],
  ['lacks a present attribute', { lacks: 'state' }, false, true],
  ['lacks an attribute that is null', { lacks: 'nothing' }, false, true],
  ['at most, above', { atMost: ['version', 4] }, true, false],
  ['at most, the same', { atMost: ['version', 3] }, true, false],
  ['at most, below', { atMost: ['version', 2.5] }, false, false],
  ['at most, of a text of digits', { atMost: ['digit', 9] }, false, false],
  ['at most, of null', { atMost: ['nothing', 9] }, false, false],
  ['at most, absent', { atMost: ['missing', 9] }, false, false],
  ['at least, below', { atLeast: ['version', -1] }, true, false],
  ['at least, the same', { atLeast: ['version', 3] }, true, false],
  ['at least, above', { atLeast: ['version', 4] }, false, false],
  ['at least, absent', { atLeast: ['missing', 0] }, false, false],
  ['all hold', { all: [{ exists: true }, { equals: ['version', 3] }] }, true, false],
  ['all but one hold', { all: [{ exists: true }, { equals: ['version', 4] }] }, false, false],
  ['all of none', { all: [] }, true, true],
  ['all of one', { all: [{ lacks: 'missing' }] }, true, true],
  ['any holds', { any: [{ exists: false }, { atLeast: ['version', 3] }] }, true, true],
  ['any of none', { any: [] }, false, false],
  ['any fails', { any: [{ lacks: 'state' }, { equals: ['version', 4] }] }, false, true],
  [
    'nested, with single members',
    { all: [{ any: [{ all: [{ any: [{ exists: true }] }] }] }, { any: [{ lacks: 'lock' }, { equals: ['lock', 'me'] }] }] },
    true,
    false,
  ],
  ['any before all: the parts stay together', { all: [{ any: [{ exists: true }, { exists: true }] }, { exists: false }] }, false, false],
  ['all of none beside what fails', { all: [{ equals: ['version', 4] }, { all: [] }] }, false, false],
  ['nested, with empty members', { all: [{ any: [{ any: [] }, { all: [] }] }, { all: [{ all: [] }] }] }, true, true],
];

export function conditionFacts(table: Subject): void {
  describe('conditions', () => {
    test.each(cases)('%s', async (_, when, ofItem, ofNone) => {
      const pk = partition();
      const item = { pk, sk: 'A', ...stored };
      await table().transact([put(item)]);
      const check = (sk: string) => table().transact([{ kind: 'check', key: { pk, sk }, when }]);
      if (ofItem) await check('A');
      else expect(await reasonsOf(check('A'))).toEqual([{ index: 0, code: 'condition', current: item }]);
      if (ofNone) await check('B');
      else expect(await reasonsOf(check('B'))).toEqual([{ index: 0, code: 'condition' }]);
    });

    test('each refused write has its reason, with the item as it is', async () => {
      const pk = partition();
      const [a, b] = [
        { pk, sk: 'A', version: 1 },
        { pk, sk: 'B', version: 2, lines: [{ net: '1' }] },
      ];
      await table().transact([put(a), put(b)]);
      const reasons = await reasonsOf(
        table().transact([
          put({ ...a, version: 2 }, { equals: ['version', 1] }),
          put({ ...b, version: 3 }, { equals: ['version', 1] }),
          { kind: 'update', key: { pk, sk: 'C' }, add: { version: 1 }, when: { exists: true } },
          { kind: 'delete', key: { pk, sk: 'D' }, when: { exists: true } },
          put({ pk, sk: 'E' }),
        ]),
      );
      expect(reasons).toEqual([
        { index: 1, code: 'condition', current: b },
        { index: 2, code: 'condition' },
        { index: 3, code: 'condition' },
      ]);
    });

    test('a put, an update and a delete are refused alike', async () => {
      const pk = partition();
      const item = { pk, sk: 'A', version: 1, gsi1pk: `${pk}#X`, gsi1sk: '1' };
      await table().transact([put(item)]);
      const when: Condition = { equals: ['version', 2] };
      const reasons = [{ index: 0, code: 'condition', current: item }];
      expect(await reasonsOf(table().transact([put({ pk, sk: 'A' }, when)]))).toEqual(reasons);
      expect(await reasonsOf(table().transact([{ kind: 'update', key: item, set: { x: 1 }, when }]))).toEqual(reasons);
      expect(await reasonsOf(table().transact([{ kind: 'delete', key: item, when }]))).toEqual(reasons);
      expect(await table().get(item)).toEqual(item);
    });

    test('a condition that holds lets the write through, version after version', async () => {
      const key = { pk: partition(), sk: 'A' };
      await table().transact([put({ ...key, version: 1 }, { exists: false })]);
      await table().transact([put({ ...key, version: 2 }, { equals: ['version', 1] })]);
      await table().transact([{ kind: 'update', key, add: { version: 1 }, when: { equals: ['version', 2] } }]);
      expect((await table().get(key))?.version).toBe(3);
      await table().transact([{ kind: 'delete', key, when: { equals: ['version', 3] } }]);
      expect(await table().get(key)).toBeUndefined();
    });

    test('an update with a condition on what is absent may create it', async () => {
      const key = { pk: partition(), sk: 'A' };
      await table().transact([{ kind: 'update', key, add: { left: -1 }, when: { any: [{ exists: false }, { atLeast: ['left', 1] }] } }]);
      expect((await table().get(key))?.left).toBe(-1);
    });
  });
}

import { describe, expect, test } from 'vitest';
import { type Item, LimitExceeded, limits, type Write } from '../../functions/platform/table/port.ts';
import { itemSize } from '../../functions/platform/table/size.ts';
import { numbered, partition, put, type Subject } from './table.ts';

export function limitFacts(table: Subject): void {
  const refused = (writes: readonly Write[]) => expect(table().transact(writes)).rejects.toThrow(LimitExceeded);

  describe('limits', () => {
    test('100 items go in one transaction, 101 do not', async () => {
      const pk = partition();
      await table().transact(numbered(pk, 100).map((item) => put(item)));
      expect((await table().query({ pk })).items.length).toBe(100);
      await refused(numbered(partition(), 101).map((item) => put(item)));
    });

    test('a transaction of more than 4 MB is refused whole', async () => {
      const pk = partition();
      const text = 'x'.repeat(390_000);
      await table().transact(numbered(pk, 10, { text }).map((item) => put(item)));
      await refused(numbered(partition(), 11, { text }).map((item) => put(item)));
    });

    test('an item of exactly 400 KB is kept and one byte more is refused, in a put and by an update', async () => {
      const key = { pk: partition(), sk: 'A' };
      const room = limits.itemBytes - itemSize({ ...key, text: '' });
      const full: Item = { ...key, text: `${'ب'.repeat(Math.floor(room / 2))}${'x'.repeat(room % 2)}` };
      await table().transact([put(full)]);
      await refused([put({ ...full, text: `${full.text}x` })]);
      await refused([{ kind: 'update', key, set: { x: true } }]);
      await refused([put({ pk: key.pk, sk: 'B' }), { kind: 'update', key, add: { count: 1 } }]);
      await table().transact([{ kind: 'update', key, set: { text: 'short', x: true } }]);
      expect(await table().get({ pk: key.pk, sk: 'B' })).toBeUndefined();
    });

    test('an update that creates an item counts its key', async () => {
      const key = { pk: partition(), sk: 'A' };
      const room = limits.itemBytes - itemSize({ ...key, text: '' });
      await refused([{ kind: 'update', key, set: { text: 'x'.repeat(room + 1) } }]);
      await table().transact([{ kind: 'update', key, set: { text: 'x'.repeat(room) } }]);
    });

    test('an update that would be too large says so even beside a refused condition', async () => {
      const key = { pk: partition(), sk: 'A' };
      await table().transact([put({ ...key, text: 'x'.repeat(300_000) })]);
      await refused([
        { kind: 'update', key, set: { more: 'x'.repeat(150_000) } },
        { kind: 'check', key: { ...key, sk: 'B' }, when: { exists: true } },
      ]);
    });

    test.each([
      ['an empty partition key', { pk: '' }],
      ['an empty sort key', { sk: '' }],
      ['an empty index key', { gsi1pk: '', gsi1sk: 'x' }],
      ['an empty due key', { duepk: 'x', duesk: '' }],
      ['an index key that is a number', { gsi1pk: 'x', gsi1sk: 5 }],
      ['an index key that is null', { gsi1pk: null, gsi1sk: 'x' }],
      ['a sort key of 1,025 bytes', { sk: 'x'.repeat(1025) }],
      ['a sort key of 1,025 bytes in fewer characters', { sk: `${'ب'.repeat(512)}x` }],
      ['a partition key of 2,049 bytes', { pk: 'x'.repeat(2049) }],
      ['an index sort key of 1,025 bytes', { gsi1pk: 'x', gsi1sk: 'x'.repeat(1025) }],
    ])('%s is refused', async (_, attributes) => {
      await refused([put({ pk: partition(), sk: 'A', ...attributes })]);
    });

    test('keys at their limits are kept', async () => {
      const item = { pk: partition().padEnd(2048, 'p'), sk: 'ب'.repeat(512), gsi1pk: partition().padEnd(2048, 'g'), gsi1sk: 's'.repeat(1024) };
      await table().transact([put(item)]);
      expect(await table().get(item)).toEqual(item);
      expect((await table().query({ index: 'gsi1', pk: item.gsi1pk })).items).toEqual([item]);
    });

    test('an update cannot empty an index key', async () => {
      const key = { pk: partition(), sk: 'A' };
      await refused([{ kind: 'update', key, set: { gsi1pk: '', gsi1sk: '1' } }]);
      await refused([{ kind: 'update', key, set: { duesk: 7 } }]);
      await refused([{ kind: 'update', key, add: { gsi1sk: 7 } }]);
    });

    test.each([
      ['two puts', (key: Item): readonly Write[] => [put(key), put({ ...key, x: 1 })]],
      ['a put and a check', (key: Item): readonly Write[] => [put(key), { kind: 'check', key, when: { exists: true } }]],
      [
        'an update and a delete',
        (key: Item): readonly Write[] => [
          { kind: 'update', key },
          { kind: 'delete', key },
        ],
      ],
    ])('one item twice in a transaction is refused: %s', async (_, writes) => {
      await refused(writes({ pk: partition(), sk: 'A' }));
    });

    test.each([
      ['sets the key', { set: { sk: 'B' } }],
      ['removes the key', { remove: ['pk'] }],
      ['sets and removes one attribute', { set: { a: 1 }, remove: ['a'] }],
      ['sets and counts one attribute', { set: { a: 1 }, add: { a: 1 } }],
      ['names nothing', { set: { '': 1 } }],
      ['moves more counters than a condition can guard', { add: Object.fromEntries(Array.from({ length: 91 }, (_, at) => [`c${at}`, 1])) }],
    ])('an update that %s is refused', async (_, changes) => {
      await refused([{ kind: 'update', key: { pk: partition(), sk: 'A' }, ...changes }]);
    });

    test('what is refused for a limit leaves nothing behind', async () => {
      const pk = partition();
      await refused([put({ pk, sk: 'A' }), put({ pk, sk: '' })]);
      expect((await table().query({ pk })).items).toEqual([]);
    });
  });
}

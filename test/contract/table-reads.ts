import { describe, expect, test } from 'vitest';
import { LimitExceeded } from '../../functions/platform/table/port.ts';
import { numbered, partition, put, type Subject, seed } from './table.ts';

export function readFacts(table: Subject): void {
  describe('reading', () => {
    test('an item comes back as it was put', async () => {
      const item = { pk: partition(), sk: 'A', name: 'Nakheel', total: 12, paid: false, lines: [{ net: '1.00' }] };
      await table().transact([put(item)]);
      expect(await table().get({ pk: item.pk, sk: 'A' })).toEqual(item);
    });

    test('an absent item is undefined', async () => {
      expect(await table().get({ pk: partition(), sk: 'none' })).toBeUndefined();
    });

    test('a read sees the write before it', async () => {
      const pk = partition();
      for (let version = 1; version <= 5; version++) {
        await table().transact([put({ pk, sk: 'A', version })]);
        expect((await table().get({ pk, sk: 'A' }))?.version).toBe(version);
      }
    });

    test('250 keys are read at once, in the order asked, the missing ones undefined', async () => {
      const pk = partition();
      const items = numbered(pk, 250);
      await seed(
        table(),
        items.filter((_, at) => at % 3 > 0),
      );
      const wanted = items.toReversed();
      const found = await table().batchGet(wanted.map(({ sk }) => ({ pk, sk })));
      expect(found.length).toBe(250);
      expect(found).toEqual(wanted.map((item) => (Number(item.at) % 3 > 0 ? item : undefined)));
    });

    test('a key asked for twice is answered twice', async () => {
      const item = { pk: partition(), sk: 'A' };
      await table().transact([put(item)]);
      expect(await table().batchGet([item, { ...item, sk: 'B' }, item])).toEqual([item, undefined, item]);
    });

    test('no keys, no items', async () => {
      expect(await table().batchGet([])).toEqual([]);
    });

    test('an empty key is refused, not searched for', async () => {
      await expect(table().get({ pk: partition(), sk: '' })).rejects.toThrow(LimitExceeded);
      await expect(table().batchGet([{ pk: '', sk: 'A' }])).rejects.toThrow(LimitExceeded);
    });

    test('what a reader does to an item does not reach the table', async () => {
      const item = { pk: partition(), sk: 'A', lines: ['one'] };
      await table().transact([put(item)]);
      const read = await table().get(item);
      if (Array.isArray(read?.lines)) read.lines.push('two');
      item.lines.push('three');
      expect((await table().get(item))?.lines).toEqual(['one']);
    });
  });
}

import { describe, expect, test } from 'vitest';
import { numbered, partition, put, type Subject, seed, sortKeys } from './table.ts';
import { everyPage } from './table-queries.ts';

export function indexFacts(table: Subject): void {
  describe('indexes', () => {
    test('the general index asks by another order and gives whole items', async () => {
      const pk = partition();
      const items = ['2026-03', '2026-01', '2026-02'].map((gsi1sk, at) => ({
        pk: `${pk}${at}`,
        sk: 'A',
        gsi1pk: `${pk}#unpaid`,
        gsi1sk,
        lines: [at],
      }));
      await seed(table(), items);
      const { items: found } = await table().query({ index: 'gsi1', pk: `${pk}#unpaid`, from: '2026-02' });
      expect(found).toEqual([items[2], items[0]]);
      const back = await table().query({ index: 'gsi1', pk: `${pk}#unpaid`, prefix: '2026', descending: true });
      expect(back.items).toEqual([items[0], items[2], items[1]]);
    });

    test('items that share an index key are paged without doubles and without gaps, both ways', async () => {
      const pk = partition();
      // Some share even their sort key, so that the partition alone tells them apart.
      const items = numbered(pk, 30).map((_, at) => ({
        pk: `${pk}#${at % 15}`,
        sk: `S${Math.floor(at / 15)}`,
        gsi1pk: `${pk}#G`,
        gsi1sk: `day${at % 3}`,
      }));
      await seed(table(), items);
      for (const descending of [false, true]) {
        const found = (await everyPage(table(), { index: 'gsi1', pk: `${pk}#G`, limit: 4, descending })).items;
        expect(found.length).toBe(30);
        expect(new Set(found.map((item) => `${item.pk} ${item.sk}`)).size).toBe(30);
        const days = found.map(({ gsi1sk }) => gsi1sk);
        expect(days).toEqual(descending ? days.toSorted().reverse() : days.toSorted());
      }
      const day1 = await everyPage(table(), { index: 'gsi1', pk: `${pk}#G`, from: 'day1', to: 'day1', limit: 5 });
      expect(day1.items.length).toBe(10);
    });

    test('an item enters, moves within and leaves an index with its attributes', async () => {
      const pk = partition();
      const key = { pk, sk: 'A' };
      const found = async () => (await table().query({ index: 'gsi1', pk: `${pk}#G` })).items.map(({ gsi1sk }) => gsi1sk);
      await table().transact([put({ ...key, name: 'x' })]);
      expect(await found()).toEqual([]);
      await table().transact([{ kind: 'update', key, set: { gsi1pk: `${pk}#G`, gsi1sk: '1' } }]);
      expect(await found()).toEqual(['1']);
      await table().transact([{ kind: 'update', key, set: { gsi1sk: '2' } }]);
      expect(await found()).toEqual(['2']);
      await table().transact([{ kind: 'update', key, remove: ['gsi1pk', 'gsi1sk'] }]);
      expect(await found()).toEqual([]);
      expect(await table().get(key)).toEqual({ ...key, name: 'x' });
      await table().transact([put({ ...key, gsi1pk: `${pk}#G`, gsi1sk: '3' })]);
      await table().transact([{ kind: 'delete', key }]);
      expect(await found()).toEqual([]);
    });

    test('an item with half of an index key is not in the index, and keeps the half', async () => {
      const pk = partition();
      await table().transact([put({ pk, sk: 'A', gsi1pk: `${pk}#G` }), put({ pk, sk: 'B', gsi1sk: '1' })]);
      expect((await table().query({ index: 'gsi1', pk: `${pk}#G` })).items).toEqual([]);
      expect((await table().query({ pk })).items).toEqual([
        { pk, sk: 'A', gsi1pk: `${pk}#G` },
        { pk, sk: 'B', gsi1sk: '1' },
      ]);
    });

    test('attributes can be chosen in the general index', async () => {
      const pk = partition();
      const item = { pk, sk: 'A', gsi1pk: `${pk}#G`, gsi1sk: '1', total: 5, note: 'long' };
      await table().transact([put(item)]);
      const { items } = await table().query({ index: 'gsi1', pk: `${pk}#G`, attributes: ['total'] });
      const { note: _, ...chosen } = item;
      expect(items).toEqual([chosen]);
    });

    test('the due index gives keys alone, whatever is asked for', async () => {
      const pk = partition();
      const keys = { pk, sk: 'A', duepk: `${pk}#H`, duesk: '2026-11-22T10:05#A' };
      await table().transact([put({ ...keys, gsi1pk: `${pk}#G`, gsi1sk: '1', note: 'long' })]);
      expect((await table().query({ index: 'due', pk: `${pk}#H` })).items).toEqual([keys]);
      expect((await table().query({ index: 'due', pk: `${pk}#H`, attributes: ['note'] })).items).toEqual([keys]);
    });

    test('the due index is read up to an instant, page by page, and what is done leaves it', async () => {
      const pk = partition();
      const items = numbered(pk, 10).map((item) => ({ ...item, duepk: `${pk}#H`, duesk: `10:0${item.at}` }));
      await seed(table(), items);
      const due = async (to: string) => sortKeys((await everyPage(table(), { index: 'due', pk: `${pk}#H`, to, limit: 3 })).items);
      expect(await due('10:05')).toEqual(['0000', '0001', '0002', '0003', '0004', '0005']);
      await table().transact([
        { kind: 'update', key: { pk, sk: '0001' }, remove: ['duepk', 'duesk'] },
        { kind: 'update', key: { pk, sk: '0002' }, set: { duesk: '11:00' } },
        { kind: 'delete', key: { pk, sk: '0003' } },
      ]);
      expect(await due('10:05')).toEqual(['0000', '0004', '0005']);
      expect(await due('12:00')).toEqual(['0000', '0004', '0005', '0006', '0007', '0008', '0009', '0002']);
    });

    test('a cursor of one index is not one of another', async () => {
      const pk = partition();
      await seed(
        table(),
        numbered(pk, 3).map((item) => ({ ...item, gsi1pk: pk, gsi1sk: item.sk })),
      );
      const { cursor = '' } = await table().query({ index: 'gsi1', pk, limit: 1 });
      await expect(table().query({ pk, cursor })).rejects.toThrow('cursor');
      expect((await table().query({ index: 'gsi1', pk, cursor })).items.length).toBe(2);
    });
  });
}

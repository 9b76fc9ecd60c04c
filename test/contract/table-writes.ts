import { describe, expect, test } from 'vitest';
import { LimitExceeded, TransactionCancelled } from '../../functions/platform/table/port.ts';
import { numbered, partition, put, type Subject, seed } from './table.ts';

export function writeFacts(table: Subject): void {
  const update = (key: { pk: string; sk: string }, changes: object) => table().transact([{ kind: 'update', key, ...changes }]);

  describe('writing', () => {
    test('a put replaces the whole item', async () => {
      const pk = partition();
      await table().transact([put({ pk, sk: 'A', old: 1, kept: 1 })]);
      await table().transact([put({ pk, sk: 'A', kept: 2 })]);
      expect(await table().get({ pk, sk: 'A' })).toEqual({ pk, sk: 'A', kept: 2 });
    });

    test('an attribute that is undefined is absent', async () => {
      const pk = partition();
      await table().transact([put({ pk, sk: 'A', none: undefined, some: 1 })]);
      expect(Object.keys((await table().get({ pk, sk: 'A' })) ?? {}).toSorted()).toEqual(['pk', 'sk', 'some']);
    });

    test('put, update, delete and check go together', async () => {
      const pk = partition();
      await seed(table(), numbered(pk, 3));
      await table().transact([
        put({ pk, sk: 'new' }),
        { kind: 'update', key: { pk, sk: '0000' }, set: { name: 'x' } },
        { kind: 'delete', key: { pk, sk: '0001' } },
        { kind: 'check', key: { pk, sk: '0002' }, when: { exists: true } },
      ]);
      const { items } = await table().query({ pk });
      expect(items).toEqual([
        { pk, sk: '0000', at: 0, name: 'x' },
        { pk, sk: '0002', at: 2 },
        { pk, sk: 'new' },
      ]);
    });

    test('all or nothing: one refused condition undoes put, update and delete', async () => {
      const pk = partition();
      await seed(table(), numbered(pk, 3));
      const before = await table().query({ pk });
      const transaction = table().transact([
        put({ pk, sk: 'new' }),
        { kind: 'update', key: { pk, sk: '0000' }, add: { at: 9 } },
        { kind: 'delete', key: { pk, sk: '0001' } },
        { kind: 'check', key: { pk, sk: '0002' }, when: { exists: false } },
      ]);
      await expect(transaction).rejects.toThrow(TransactionCancelled);
      expect(await table().query({ pk })).toEqual(before);
    });

    test('no writes, nothing done', async () => {
      await table().transact([]);
    });

    test('a delete of what is not there is no error', async () => {
      await table().transact([{ kind: 'delete', key: { pk: partition(), sk: 'none' } }]);
    });

    test('an update creates the item that is not there', async () => {
      const key = { pk: partition(), sk: 'A' };
      await update(key, { set: { name: 'x' }, add: { count: 2 }, remove: ['gone'] });
      expect(await table().get(key)).toEqual({ ...key, name: 'x', count: 2 });
    });

    test.each([['nothing', {}] as const, ['only a removal', { remove: ['x'] }] as const])(
      'an update of %s creates the bare item',
      async (_, changes) => {
        const key = { pk: partition(), sk: 'A' };
        await update(key, changes);
        expect(await table().get(key)).toEqual(key);
      },
    );

    test('an update sets, removes and leaves the rest', async () => {
      const key = { pk: partition(), sk: 'A' };
      await table().transact([put({ ...key, a: 1, b: 'two', c: [3] })]);
      await update(key, { set: { a: { now: ['a', 'map'] } }, remove: ['b', 'never'] });
      expect(await table().get(key)).toEqual({ ...key, a: { now: ['a', 'map'] }, c: [3] });
    });

    test('a counter begins at 0, moves both ways and may be negative', async () => {
      const key = { pk: partition(), sk: 'A' };
      await update(key, { add: { debit: 5, credit: -3 } });
      await update(key, { add: { debit: -12, credit: 0 } });
      expect(await table().get(key)).toEqual({ ...key, debit: -7, credit: -3 });
    });

    test('62 counters move in one update', async () => {
      const key = { pk: partition(), sk: '2026-11' };
      const add = Object.fromEntries(Array.from({ length: 62 }, (_, day) => [`day${day}`, day + 1]));
      await update(key, { add });
      await update(key, { add, when: { exists: true } });
      const item = await table().get(key);
      expect([item?.day0, item?.day61]).toEqual([2, 124]);
    });

    test('a counter that would leave the safe integers is refused, and nothing else of the transaction happens', async () => {
      const key = { pk: partition(), sk: 'A' };
      await table().transact([put({ ...key, count: Number.MAX_SAFE_INTEGER - 5, low: -Number.MAX_SAFE_INTEGER })]);
      await update(key, { add: { count: 5 } });
      const beyond = table().transact([
        { kind: 'update', key, add: { count: 1 }, when: { exists: true } },
        { kind: 'put', item: { ...key, sk: 'B' } },
      ]);
      await expect(beyond).rejects.toThrow(LimitExceeded);
      await expect(update(key, { add: { low: -1 } })).rejects.toThrow(LimitExceeded);
      expect(await table().batchGet([key, { ...key, sk: 'B' }])).toEqual([
        { ...key, count: Number.MAX_SAFE_INTEGER, low: -Number.MAX_SAFE_INTEGER },
        undefined,
      ]);
    });

    test('what is not a number is not counted on', async () => {
      const key = { pk: partition(), sk: 'A' };
      await table().transact([put({ ...key, count: 'three' })]);
      await expect(update(key, { add: { count: 1 } })).rejects.toThrow(LimitExceeded);
    });

    test('reserved words and odd characters are names like any other', async () => {
      const key = { pk: partition(), sk: 'A' };
      await update(key, { set: { name: 1, size: 2, 'a.b': 3, 'day#1': 4, 'it"s': 5, مبلغ: 6 }, add: { count: 1, order: 1 } });
      await update(key, { remove: ['size'], when: { all: [{ equals: ['a.b', 3] }, { equals: ['مبلغ', 6] }, { atLeast: ['count', 1] }] } });
      expect(await table().get(key)).toEqual({ ...key, name: 1, 'a.b': 3, 'day#1': 4, 'it"s': 5, مبلغ: 6, count: 1, order: 1 });
    });

    test('40 increments of one counter at the same time all land', async () => {
      const key = { pk: partition(), sk: 'A' };
      await Promise.all(Array.from({ length: 40 }, () => update(key, { add: { count: 1 } })));
      expect((await table().get(key))?.count).toBe(40);
    });

    test('of 20 that claim one key at the same time, one has it', async () => {
      const pk = partition();
      const claims = await Promise.allSettled(
        Array.from({ length: 20 }, (_, by) => table().transact([put({ pk, sk: 'seat', by }, { exists: false }), put({ pk, sk: `receipt${by}` })])),
      );
      const winner = claims.findIndex(({ status }) => status === 'fulfilled');
      expect(claims.filter(({ status }) => status === 'fulfilled').length).toBe(1);
      const { items } = await table().query({ pk });
      expect(items).toEqual([
        { pk, sk: `receipt${winner}` },
        { pk, sk: 'seat', by: winner },
      ]);
    });
  });
}

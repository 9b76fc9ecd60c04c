import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { type Change, type Item, LimitExceeded, type Table, TableUnavailable, TransactionCancelled } from '../../functions/platform/table/port.ts';
import { type EmbeddedTable, embeddedTable } from '../../infra/local/table/embedded-table.ts';
import { memoryTable } from '../../infra/local/table/memory-table.ts';
import { migrate } from '../../infra/local/table/schema.ts';
import { describeTable, numbered, partition, put } from './table.ts';

const table = memoryTable();
afterAll(() => table.close());

describeTable('embedded', async () => table);

/** What listeners were told while something was done: one list per commit. */
async function told(what: (table: Table) => Promise<unknown>, from: EmbeddedTable = table): Promise<readonly (readonly Change[])[]> {
  const groups: (readonly Change[])[] = [];
  const stop = from.onChanges((changes) => groups.push(changes));
  await what(from);
  stop();
  return groups;
}

describe('the change stream (embedded)', () => {
  const change = (kind: Change['kind'], before?: Item, after?: Item) => ({ kind, ...(before && { before }), ...(after && { after }) });
  const key = ({ pk, sk }: Item) => ({ key: { pk, sk } });

  test('tells of inserts, changes and removals with the item before and after', async () => {
    const item = { pk: partition(), sk: 'A', lines: [1], gsi1pk: 'x', gsi1sk: 'y' };
    const changed = { ...item, lines: [2] };
    const counted = { ...changed, count: 1 };
    const groups = await told(async () => {
      await table.transact([put(item)]);
      await table.transact([put(changed)]);
      await table.transact([{ kind: 'update', key: item, add: { count: 1 } }]);
      await table.transact([{ kind: 'delete', key: item }]);
    });
    expect(groups.flat()).toEqual([
      { ...key(item), ...change('insert', undefined, item) },
      { ...key(item), ...change('modify', item, changed) },
      { ...key(item), ...change('modify', changed, counted) },
      { ...key(item), ...change('remove', counted) },
    ]);
  });

  test('is silent about what changed nothing', async () => {
    const item = { pk: partition(), sk: 'A', name: 'x' };
    await table.transact([put(item)]);
    const groups = await told(async () => {
      await table.transact([put(item)]);
      await table.transact([put(item, { exists: true })]);
      await table.transact([{ kind: 'update', key: item, set: { name: 'x' }, add: { count: 0 }, remove: ['count2'] }]).catch(() => {});
      await table.transact([{ kind: 'delete', key: { ...item, sk: 'none' } }]);
      await table.transact([{ kind: 'check', key: item, when: { exists: true } }]);
    });
    expect(groups.flat().map(({ kind, after }) => [kind, after?.count])).toEqual([['modify', 0]]);
  });

  test('is silent about what was refused', async () => {
    const pk = partition();
    const groups = await told(() => table.transact([put({ pk, sk: 'A' }), put({ pk, sk: 'B' }, { exists: true })]).catch(() => {}));
    expect(groups).toEqual([]);
  });

  test('tells of a group at once, in the order in which it was written, before the writers go on', async () => {
    const pk = partition();
    const order: string[] = [];
    const stop = table.onChanges((changes) => order.push(`told of ${changes.length}`));
    await Promise.all([1, 2, 3].map((version) => table.transact([put({ pk, sk: 'A', version })]).then(() => order.push(`wrote ${version}`))));
    stop();
    expect(order).toEqual(['told of 3', 'wrote 1', 'wrote 2', 'wrote 3']);
  });

  test('what a listener is given is its own copy', async () => {
    const item = { pk: partition(), sk: 'A', lines: [1] };
    const [[first] = []] = await told(() => table.transact([put(item)]));
    item.lines.push(2);
    expect(first?.after?.lines).toEqual([1]);
  });
});

describe('group commit (embedded)', () => {
  test('each transaction sees those before it in the group, and a refused one holds nobody up', async () => {
    const pk = partition();
    const claim = (by: number) => table.transact([put({ pk, sk: 'seat', by }, { exists: false }), put({ pk, sk: `receipt${by}` })]);
    const groups = await told(async () => {
      const outcomes = await Promise.allSettled([
        claim(1),
        claim(2),
        table.transact([{ kind: 'update', key: { pk, sk: 'seat' }, add: { by: 10 }, when: { equals: ['by', 1] } }]),
        table.transact([put({ pk, sk: '' })]),
        table.transact([{ kind: 'update', key: { pk, sk: 'seat' }, add: { by: 100 }, when: { equals: ['by', 11] } }]),
      ]);
      const [, second, , fourth] = outcomes;
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
      expect(second?.status === 'rejected' && second.reason).toEqual(
        new TransactionCancelled([{ index: 0, code: 'condition', current: { pk, sk: 'seat', by: 1 } }]),
      );
      expect(fourth?.status === 'rejected' && fourth.reason).toBeInstanceOf(LimitExceeded);
    });
    expect(groups.length).toBe(1);
    expect((await table.query({ pk })).items).toEqual([
      { pk, sk: 'receipt1' },
      { pk, sk: 'seat', by: 111 },
    ]);
  });

  test('is first come, first served, however many wait', async () => {
    const pk = partition();
    const finished: number[] = [];
    const groups = await told(() =>
      Promise.all(
        Array.from({ length: 60 }, (_, at) => table.transact(numbered(`${pk}${at}`, 100).map((item) => put(item))).then(() => finished.push(at))),
      ),
    );
    expect(finished).toEqual(finished.toSorted((a, b) => a - b));
    expect(groups.map((group) => group.length)).toEqual([2000, 2000, 2000]);
  });

  test('a malformed condition fails its own transaction alone', async () => {
    const pk = partition();
    const malformed = JSON.parse('{"unheard": "of"}');
    const outcomes = await Promise.allSettled([
      table.transact([put({ pk, sk: 'A' })]),
      table.transact([put({ pk, sk: 'B' }), { kind: 'delete', key: { pk, sk: 'A' }, when: malformed }]),
      table.transact([put({ pk, sk: 'C' })]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await table.query({ pk })).items.map(({ sk }) => sk)).toEqual(['A', 'C']);
  });

  test.each([
    ['a full disk', 'PRAGMA max_page_count = 20', 'PRAGMA max_page_count = 1000'],
    ['a bad sector', `CREATE TRIGGER bad BEFORE INSERT ON items WHEN new.sk = 'C' BEGIN SELECT RAISE(ABORT, 'bad sector'); END`, 'DROP TRIGGER bad'],
  ])('with %s the whole group fails as unavailable, nothing of it is written, and the table goes on', async (_, begins, ends) => {
    const database = new DatabaseSync(':memory:');
    migrate(database);
    const own = embeddedTable({ database, readOnly: false, backup: async () => {}, onClose: () => {} });
    await own.transact([put({ pk: 'p', sk: 'A' })]);
    database.exec(begins);
    const groups = await told(async () => {
      const outcomes = await Promise.allSettled([
        own.transact([put({ pk: 'p', sk: 'B' })]),
        own.transact([put({ pk: 'p', sk: 'C', text: 'x'.repeat(300_000) })]),
        own.transact([{ kind: 'delete', key: { pk: 'p', sk: 'A' } }]),
      ]);
      expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.name)).toEqual(Array(3).fill('TableUnavailable'));
    }, own);
    expect(groups).toEqual([]);
    expect((await own.query({ pk: 'p' })).items).toEqual([{ pk: 'p', sk: 'A' }]);
    database.exec(ends);
    await own.transact([put({ pk: 'p', sk: 'C', text: 'x'.repeat(300_000) })]);
    own.close();
  });

  test('closing commits what waits, and refuses what comes after', async () => {
    const own = memoryTable();
    const groups = await told(async () => {
      const waiting = own.transact([put({ pk: 'p', sk: 'A' })]);
      own.close();
      await waiting;
    }, own);
    expect(groups.flat().length).toBe(1);
    await expect(own.transact([put({ pk: 'p', sk: 'B' })])).rejects.toThrow(TableUnavailable);
    await expect(own.get({ pk: 'p', sk: 'A' })).rejects.toThrow(TableUnavailable);
    own.close();
  });
});

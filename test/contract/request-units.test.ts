import { expect, test } from 'vitest';
import type { Table, Write } from '../../functions/platform/table/port.ts';
import { meteredTable, type RequestUnits } from '../../functions/platform/table/request-units.ts';
import { memoryTable } from '../../infra/local/table/memory-table.ts';
import { describeTable, put } from './table.ts';

describeTable('metered', async () => meteredTable(memoryTable(), () => {}));

function metered(): { table: Table; spent: (what: Promise<unknown>) => Promise<RequestUnits | undefined> } {
  let last: RequestUnits | undefined;
  const table = meteredTable(memoryTable(), (units) => {
    last = units;
  });
  const spent = async (what: Promise<unknown>) => {
    last = undefined;
    await what.catch(() => {});
    return last;
  };
  return { table, spent };
}

const text = (bytes: number) => 'x'.repeat(bytes);
const key = { pk: 'p', sk: 'A' };
const gsi1 = { gsi1pk: 'g', gsi1sk: '1' };
const due = { duepk: 'd', duesk: '1' };

/** What stands before, what is written, and what AWS bills. */
const writes: readonly (readonly [string, readonly Write[], Write, number])[] = [
  ['a small put is 2', [], put({ ...key, x: 1 }), 2],
  ['3 KB are 6', [], put({ ...key, text: text(2_500) }), 6],
  ['shrinking costs what was there', [put({ ...key, text: text(2_500) })], put({ ...key, x: 1 }), 6],
  ['growing costs what is there then', [put({ ...key, x: 1 })], { kind: 'update', key, set: { text: text(2_500) } }, 6],
  ['deleting costs what was there', [put({ ...key, text: text(2_500) })], { kind: 'delete', key }, 6],
  ['deleting nothing is 2', [], { kind: 'delete', key }, 2],
  ['a check costs what it looks at', [put({ ...key, text: text(2_500) })], { kind: 'check', key, when: { exists: true } }, 6],
  ['a refused write has cost its item', [put({ ...key, text: text(2_500) })], put({ ...key, x: 1 }, { exists: false }), 6],
  ['the general index holds the whole item', [], put({ ...key, ...gsi1, text: text(2_500) }), 6 + 3],
  ['the due index holds keys alone', [], put({ ...key, ...due, text: text(2_500) }), 6 + 1],
  ['a change is a change in the general index', [put({ ...key, ...gsi1, ...due })], put({ ...key, ...gsi1, ...due, x: 1 }), 2 + 1],
  ['nothing new costs no index', [put({ ...key, ...gsi1, ...due })], put({ ...key, ...gsi1, ...due }), 2],
  ['moving within an index is two writes', [put({ ...key, ...gsi1 })], { kind: 'update', key, set: { gsi1sk: '2' } }, 2 + 2],
  ['moving in the due index is a change in the other', [put({ ...key, ...gsi1, ...due })], { kind: 'update', key, set: { duesk: '2' } }, 2 + 2 + 1],
  ['leaving both is one write each', [put({ ...key, ...gsi1, ...due })], put(key), 2 + 1 + 1],
];

test.each(writes)('%s write units', async (_, before, write, units) => {
  const { table, spent } = metered();
  for (const earlier of before) await table.transact([earlier]);
  expect(await spent(table.transact([write]))).toMatchObject({ operation: 'transact', write: units, read: 0 });
});

test('reads are billed by 4 KB, an absent item as one', async () => {
  const { table, spent } = metered();
  await table.transact([put({ ...key, text: text(5_000) }), put({ ...key, sk: 'B' })]);
  expect(await spent(table.get(key))).toMatchObject({ operation: 'get', read: 2, write: 0 });
  expect(await spent(table.get({ ...key, sk: 'none' }))).toMatchObject({ read: 1 });
  expect(await spent(table.batchGet([key, { ...key, sk: 'B' }, { ...key, sk: 'none' }, key]))).toMatchObject({ operation: 'batchGet', read: 4 });
});

test('a query is billed by the sum of what it read, whatever it gave; where it may lag, by half', async () => {
  const { table, spent } = metered();
  await table.transact(Array.from({ length: 10 }, (_, at) => put({ pk: 'q', sk: String(at), ...gsi1, text: text(1_000) })));
  expect(await spent(table.query({ pk: 'q' }))).toMatchObject({ operation: 'query', read: 3 });
  expect(await spent(table.query({ pk: 'q', attributes: ['sk'] }))).toMatchObject({ read: 3 });
  expect(await spent(table.query({ pk: 'q', eventually: true }))).toMatchObject({ read: 1.5 });
  expect(await spent(table.query({ index: 'gsi1', pk: 'g' }))).toMatchObject({ read: 1.5 });
  expect(await spent(table.query({ pk: 'nobody' }))).toMatchObject({ read: 1 });
});

test('what is stored is counted with its copies in the indexes, and given back when it goes', async () => {
  const { table, spent } = metered();
  const grown = await spent(table.transact([put({ ...key, ...gsi1, text: text(1_000) })]));
  expect(grown?.storedBytes).toBeGreaterThan(2 * 1_000 + 2 * 100);
  const gone = await spent(table.transact([{ kind: 'delete', key }]));
  expect(gone?.storedBytes).toBe(-(grown?.storedBytes ?? 0));
});

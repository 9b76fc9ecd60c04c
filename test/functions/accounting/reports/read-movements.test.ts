import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancesOf } from '../../../../domain/accounting/balances.ts';
import { readHead } from '../../../../functions/accounting/book-store.ts';
import { readMovements } from '../../../../functions/accounting/reports/read-movements.ts';
import type { FirmTable } from '../../../../functions/platform/table/firm-table.ts';
import type { Query, Table } from '../../../../functions/platform/table/port.ts';
import { account, books, sent } from './books.ts';

const { bank, cash, sales } = account;
const RANGES = [{ from: '2026-01-01', to: '2026-03-31' }, { from: '2025-12-15', to: '2026-02-10' }, { to: '2026-01-31' }];

/** Notes which partitions are read. */
function watched() {
  const queries: Query[] = [];
  const over = (table: Table): Table => ({
    get: (key) => table.get(key),
    batchGet: (keys) => table.batchGet(keys),
    transact: (writes) => table.transact(writes),
    query(query) {
      queries.push(query);
      return table.query(query);
    },
  });
  const readFrom = (partition: string) => queries.filter(({ pk }) => pk.endsWith(`#${partition}`));
  return { over, queries, readFrom };
}

describe('movements', () => {
  test('that are kept, with what was posted since, are those that the table holds', async () => {
    const post = fc.record({
      month: fc.integer({ min: 1, max: 3 }),
      day: fc.integer({ min: 1, max: 28 }),
      amount: fc.integer({ min: 1, max: 500 }),
      from: fc.constantFrom(bank, cash, sales),
      usd: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(post, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }), async (rounds) => {
        const { postAll, table, ports } = await books();
        for (const round of rounds) {
          await postAll(
            round.map(({ month, day, amount, from, usd }) =>
              sent(`2026-0${month}-${String(day).padStart(2, '0')}`, 'x', ['5301', amount, usd ? { usd: amount.toFixed(2) } : {}], [from, -amount]),
            ),
          );
          const head = await readHead(table);
          const [kept, fresh] = await Promise.all([
            readMovements({ table, ports }, head, RANGES),
            readMovements({ table, ports: { ...ports } }, head, RANGES),
          ]);
          for (const range of RANGES) expect(sorted(balancesOf(kept, range))).toEqual(sorted(balancesOf(fresh, range)));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('are read once: a second report reads none, and one after a post reads what was posted', async () => {
    const { over, queries, readFrom } = watched();
    const { get, done } = await books({ over });
    await done('POST', '/entries', sent('2026-01-10', 'one', [cash, 1], [sales, -1]));
    await get('/reports/trial-balance?as-of=2026-03-31');
    expect(readFrom('MOVEMENTS')).toHaveLength(1);
    queries.length = 0;
    await get('/reports/profit-and-loss?from=2026-01-01&to=2026-03-31');
    expect(queries).toEqual([]);
    await done('POST', '/entries', sent('2026-02-10', 'two', [cash, 2], [sales, -2]));
    queries.length = 0;
    const { json } = await get('/reports/trial-balance?as-of=2026-03-31');
    expect(readFrom('MOVEMENTS')).toEqual([]);
    expect(readFrom('JOURNAL')).toMatchObject([{ from: '000000000001', to: '000000000002' }]);
    expect(json.totals.debit).toBe('3.00');
  });

  test('of months that a range cuts are read with their days, and no other month', async () => {
    const { over, queries, readFrom } = watched();
    const { get, done } = await books({ over });
    await done('POST', '/entries', sent('2026-01-10', 'one', [cash, 1], [sales, -1]));
    await get('/reports/trial-balance?as-of=2026-03-31');
    queries.length = 0;
    await get('/reports/trial-balance?from=2026-01-11&to=2026-03-31');
    expect(readFrom('MOVEMENTS')).toMatchObject([{ from: '2026-01#', to: '2026-01$' }]);
  });

  test('of months that a range cuts are kept with their days, and what was posted since is added to these too', async () => {
    const { over, queries, readFrom } = watched();
    const { get, done } = await books({ over });
    await done('POST', '/entries', sent('2026-01-10', 'one', [cash, 1], [sales, -1]));
    await done('POST', '/entries', sent('2026-01-20', 'two', [cash, 2], [sales, -2]));
    const debitAt = async (day: string) => (await get(`/reports/trial-balance?as-of=2026-01-${day}`)).json.totals.debit;
    expect(await debitAt('15')).toBe('1.00');
    queries.length = 0;
    expect(await Promise.all(['09', '10', '20'].map(debitAt))).toEqual(['0.00', '1.00', '3.00']);
    expect(queries).toEqual([]);
    await done('POST', '/entries', sent('2026-01-12', 'three', [cash, 4], [sales, -4]));
    await done('POST', '/entries', sent('2026-01-12', 'four', [bank, 8], [sales, -8]));
    queries.length = 0;
    expect(await Promise.all(['11', '12', '31'].map(debitAt))).toEqual(['1.00', '13.00', '15.00']);
    expect(readFrom('MOVEMENTS')).toEqual([]);
  });

  test('of more months than are kept are read again', async () => {
    const { over, queries, readFrom } = watched();
    const { get, done } = await books({ over });
    for (const month of ['01', '02', '03', '04', '05']) await done('POST', '/entries', sent(`2026-${month}-10`, month, [cash, 1], [sales, -1]));
    const debitAt = async (month: string) => (await get(`/reports/trial-balance?as-of=2026-${month}-15`)).json.totals.debit;
    for (const [i, month] of ['01', '02', '03', '04', '05'].entries()) expect(await debitAt(month)).toBe(`${i + 1}.00`);
    queries.length = 0;
    expect([await debitAt('05'), await debitAt('02')]).toEqual(['5.00', '2.00']);
    expect(readFrom('MOVEMENTS')).toEqual([]);
    expect(await debitAt('01')).toBe('1.00');
    expect(readFrom('MOVEMENTS')).toMatchObject([{ from: '2026-01#', to: '2026-01$' }]);
  });

  test('that are kept of another chain are not trusted, such as that of a table put back from a copy', async () => {
    const [here, copy] = [await books(), await books()];
    await here.done('POST', '/entries', sent('2026-01-10', 'one', [cash, 1], [sales, -1]));
    const balances = async ({ table }: typeof here) => {
      const as = { firm: here.table.firm, get: table.get.bind(table), query: table.query.bind(table) } as unknown as FirmTable;
      const range = { to: '2026-03-31' };
      return balancesOf(await readMovements({ table: as, ports: here.ports }, await readHead(as), [range]), range).map((row) => [
        row.account,
        row.balance,
      ]);
    };
    expect(await balances(here)).toEqual([
      [cash, 1_00n],
      [sales, -1_00n],
    ]);
    await copy.done('POST', '/entries', sent('2026-01-10', 'another', [cash, 5], [sales, -5]));
    await copy.done('POST', '/entries', sent('2026-01-11', 'and another', [cash, 7], [sales, -7]));
    expect(await balances(copy)).toEqual([
      [cash, 12_00n],
      [sales, -12_00n],
    ]);
  });
});

const sorted = <T extends { account: string; currency: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (`${a.account}#${a.currency}` < `${b.account}#${b.currency}` ? -1 : 1));

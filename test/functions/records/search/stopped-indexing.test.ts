import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FirmId } from '../../../../domain/kernel/ids.ts';
import { FirmTable } from '../../../../functions/platform/table/firm-table.ts';
import type { Table } from '../../../../functions/platform/table/port.ts';
import { indexChunk } from '../../../../functions/records/search/index-chunk.ts';
import { readState } from '../../../../functions/records/search/index-state.ts';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
let owner: Client;
beforeEach(async () => {
  // Deaf: nothing is indexed but by hand.
  host = await aHost({ isDeaf: true });
  owner = await signUp(host.url);
});
afterEach(() => host.stop());

class Cut extends Error {}
/** A table that dies with its n-th transaction: before it is written, or after it was and before anybody hears of it. */
function dyingTable(table: Table, after: number, isWritten: boolean): Table {
  let left = after;
  return {
    get: (key) => table.get(key),
    batchGet: (keys) => table.batchGet(keys),
    query: (query) => table.query(query),
    async transact(writes) {
      if (left-- > 0) return table.transact(writes);
      if (isWritten) await table.transact(writes);
      throw new Cut();
    },
  };
}

const viewer = (table: Table) => ({ table: new FirmTable(table, owner.firm as FirmId), ports: host.ports, caller: undefined });
async function indexAll(table: Table): Promise<void> {
  const own = viewer(table);
  let state = await readState(own.table);
  for (let more = true; more; ) {
    const step = await indexChunk(own, state);
    state = step.state;
    more = step.more;
  }
}

const found = async (q: string): Promise<string[]> => {
  const { status, body } = await owner.get(`/search?q=${encodeURIComponent(q)}&limit=100`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.map((find: { title: string }) => find.title);
};

test('indexing that is cut off at any transaction loses nothing and doubles nothing', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 40 }, (_, i) => `Falcon Branch${i} Trading${i % 4}`);
  for (const name of names) await owner.post('/contacts', { kind: 'customer', name, country: 'SA' });
  for (let i = 0; i < 10; i++)
    await owner.post('/entries', {
      date: '2026-01-15',
      memo: `Falcon rent ${i}`,
      lines: [
        { account: '1111', debit: '5.00' },
        { account: '3101', credit: '5.00' },
      ],
    });
  await indexAll(host.table);
  let cuts = 0;
  for (const isWritten of [false, true]) {
    // Built anew each time, and cut off one transaction further; the one that is let through ends the trial.
    for (let after = 0, isThrough = false; !isThrough; after++) {
      expect((await owner.post('/search/rebuild')).status).toBe(202);
      try {
        await indexAll(dyingTable(host.table, after, isWritten));
        isThrough = true;
      } catch (error) {
        if (!(error instanceof Cut)) throw error;
        cuts += 1;
      }
      await indexAll(host.table);
      const all = await found('falcon');
      expect(all.length).toBe(50);
      expect(new Set(all)).toEqual(new Set([...names, ...Array.from({ length: 10 }, (_, i) => `Falcon rent ${i}`)]));
      expect((await found('trading3')).length).toBe(10);
      expect(await found('branch17')).toEqual(['Falcon Branch17 Trading1']);
    }
  }
  expect(cuts).toBeGreaterThanOrEqual(6);
});

test('indexed twice over, nothing changes and next to nothing is written', async () => {
  await owner.post('/contacts', { kind: 'customer', name: 'Falcon', country: 'SA' });
  await indexAll(host.table);
  const before = await readState(viewer(host.table).table);
  await indexAll(host.table);
  expect(await readState(viewer(host.table).table)).toEqual(before);
});

test('two at once: one is overtaken and writes nothing more, and everything is found', async () => {
  for (let i = 0; i < 5; i++) await owner.post('/contacts', { kind: 'customer', name: `Falcon ${i}`, country: 'SA' });
  const outcomes = await Promise.allSettled([indexAll(host.table), indexAll(host.table)]);
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  await indexAll(host.table);
  expect((await found('falcon')).length).toBe(5);
});

test('a wake that was lost is found by the sweep', async () => {
  await owner.post('/contacts', { kind: 'customer', name: 'Falcon', country: 'SA' });
  expect(await found('falcon')).toEqual([]);
  await host.sweep();
  expect(await found('falcon')).toEqual(['Falcon']);
});

test('the generation that was replaced is cleared away', async () => {
  await owner.post('/contacts', { kind: 'customer', name: 'Falcon', country: 'SA' });
  await host.sweep();
  expect((await owner.post('/search/rebuild')).body).toEqual({ generation: 2 });
  for (let tries = 0; tries < 30; tries++) await host.sweep();
  const table = viewer(host.table).table;
  const { items } = await table.query({ pk: 'SEARCH-TERMS#1#contact' });
  expect(items).toEqual([]);
  expect((await table.query({ pk: 'SEARCH-TERMS#2#contact' })).items.length).toBeGreaterThan(0);
  expect(await found('falcon')).toEqual(['Falcon']);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { type DueHandlers, viewOf } from '../../../functions/platform/due/work.ts';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import { mint } from '../../functions/platform/notes/people.ts';
import { dueWrite, newFolder, notesHost, read, until } from './whole-host.ts';

const done: { sk: string; at: string }[] = [];
let luck = 0;
const dueHandlers: DueHandlers = {
  once: async () => async (due, _item, ports) => {
    done.push({ sk: due.sk, at: ports.clock.now() });
    const { table, key } = await viewOf(due, ports);
    await table.transact([{ kind: 'delete', key }]);
  },
  daily: async () => async (due, _item, ports) => {
    done.push({ sk: due.sk, at: ports.clock.now() });
    const { table } = await viewOf(due, ports);
    await table.transact([dueWrite(due.sk, new Date(Date.parse(due.at) + 86_400_000).toISOString(), 'daily')]);
  },
  unlucky: async () => async (due, _item, ports) => {
    luck += 1;
    if (luck < 3) throw new Error('no luck');
    const { table, key } = await viewOf(due, ports);
    await table.transact([{ kind: 'delete', key }]);
  },
  hopeless: async () => () => Promise.reject(new Error('never')),
};
const firm = mint('firm');
const rules = { dueHandlers, retryAfterMs: [1, 2, 3] };
beforeEach(() => {
  done.splice(0);
  luck = 0;
});

describe('what falls due on the local host', () => {
  test('by a commit is done at once', async () => {
    const host = await notesHost(rules);
    const table = new FirmTable(await host.ports.table([firm]), firm);
    await table.transact([dueWrite('a', host.clock.now(), 'once')]);
    await until(async () => (await table.get({ pk: 'REMINDERS', sk: 'a' })) === undefined);
    expect(done).toHaveLength(1);
  });

  test('is done by the sweep when nobody heard of the commit', async () => {
    const host = await notesHost({ ...rules, isDeaf: true });
    const table = new FirmTable(await host.ports.table([firm]), firm);
    await table.transact([dueWrite('a', host.clock.now(), 'once')]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(done).toEqual([]);
    await host.sweep();
    expect(done.map(({ sk }) => sk)).toEqual(['a']);
  });

  test('while the host was away is done when it is back', async () => {
    const dataDir = newFolder();
    const before = await notesHost({ ...rules, dataDir, isDeaf: true });
    await new FirmTable(await before.ports.table([firm]), firm).transact([dueWrite('a', before.clock.now(), 'once')]);
    await before.stop();
    await notesHost({ ...rules, dataDir });
    await until(() => done.length === 1);
  });

  test('and fails is tried again until it is done', async () => {
    const host = await notesHost(rules);
    const table = new FirmTable(await host.ports.table([firm]), firm);
    await table.transact([dueWrite('a', host.clock.now(), 'unlucky')]);
    await until(async () => (await table.get({ pk: 'REMINDERS', sk: 'a' })) === undefined);
    expect(luck).toBe(3);
  });

  test('and always fails becomes a dead letter in its firm', async () => {
    const host = await notesHost(rules);
    const table = new FirmTable(await host.ports.table([firm]), firm);
    await table.transact([dueWrite('a', host.clock.now(), 'hopeless')]);
    await until(async () => (await table.query({ pk: 'DEAD' })).items.length === 1);
    expect((await table.query({ pk: 'DEAD' })).items[0]).toMatchObject({ handler: 'hopeless', reason: 'never' });
  });

  test('is done once however often it is handed over', async () => {
    const host = await notesHost(rules);
    const table = new FirmTable(await host.ports.table([firm]), firm);
    await table.transact([dueWrite('a', host.clock.now(), 'once')]);
    await Promise.all([host.sweep(), host.sweep(), host.sweep()]);
    expect(done.map(({ sk }) => sk)).toEqual(['a']);
  });
});

describe('the test clock', () => {
  const move = (url: string, body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${url}/local/clock`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

  test('does on its way what falls due, at the times at which it falls due', async () => {
    const host = await notesHost({ ...rules, at: '2026-01-01T08:00:00.000Z' });
    const table = new FirmTable(await host.ports.table([firm]), firm);
    await table.transact([dueWrite('report', '2026-01-02T09:00:00.000Z', 'daily')]);
    const answered = await move(host.url, { advance: 'P1Y' });
    expect(answered.status).toBe(200);
    expect(done).toHaveLength(364);
    expect(done[0]?.at.slice(0, 16)).toBe('2026-01-02T09:00');
    expect(done.at(-1)?.at.slice(0, 16)).toBe('2026-12-31T09:00');
    expect((await read(answered)).now.slice(0, 16)).toBe('2027-01-01T08:00');
  });

  test('goes to an instant, and never back', async () => {
    const host = await notesHost({ at: '2026-01-01T08:00:00.000Z' });
    expect((await move(host.url, { at: '2026-02-01T10:00:00+02:00' })).status).toBe(200);
    expect(host.clock.now().slice(0, 16)).toBe('2026-02-01T08:00');
    expect((await move(host.url, { at: '2026-01-31T00:00:00Z' })).status).toBe(409);
    expect(await (await fetch(`${host.url}/local/clock`)).json()).toMatchObject({ moved: true });
  });

  test('is kept over a restart, and started only once', async () => {
    const dataDir = newFolder();
    const first = await notesHost({ dataDir, at: '2026-01-01T08:00:00.000Z' });
    await first.advanceTo('2026-06-01T00:00:00.000Z');
    await first.stop();
    const second = await notesHost({ dataDir, at: '2026-01-01T08:00:00.000Z' });
    expect(second.clock.now().slice(0, 13)).toBe('2026-06-01T00');
  });

  const still = notesHost();
  test.each([
    ['nothing', {}],
    ['no duration', { advance: 'a month' }],
    ['an empty duration', { advance: 'P' }],
    ['a duration without its time', { advance: 'P1DT' }],
    ['no instant', { at: 'tomorrow' }],
    ['a time past all calendars', { advance: 'P9999Y' }],
    ['broken JSON', '{'],
    ['a list', []],
  ])('given %s stands still', async (_fact, body) => {
    const host = await still;
    expect((await move(host.url, body)).status).toBe(400);
    expect(host.clock.isMoved()).toBe(false);
  });

  test('is not moved by a page of another site', async () => {
    const host = await still;
    expect((await move(host.url, { advance: 'P1D' }, { 'content-type': 'text/plain' })).status).toBe(415);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const headers = { 'content-type': 'application/json', host: 'rebound.example' };
      request(`${host.url}/local/clock`, { method: 'POST', headers }, (response) => resolve(response.statusCode)).end('{"advance":"P1D"}');
    });
    expect(status).toBe(403);
  });
});

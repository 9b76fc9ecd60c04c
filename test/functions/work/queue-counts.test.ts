import { afterEach, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { eventsOf, joinAs } from './office.ts';

let host: LocalHost;
afterEach(() => host.stop());

const open = async (who: Client, more: object = {}) =>
  (await who.post('/cases', { kind: 'incident', title: 'Down', fields: {}, impact: 'high', urgency: 'high', ...more })).body;
const countOf = async (who: Client, queue: string) =>
  (await who.get('/queue-counts')).body.data.find((count: { queue: string }) => count.queue === queue);
// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const clockOf = (one: any, name: string) => one.clocks.find((clock: { name: string }) => clock.name === name);

/** What the counts must say: the lists themselves, counted. */
async function counted(who: Client, queue: string) {
  const states = await Promise.all(
    ['new', 'open', 'waiting', 'resolved', 'closed', 'cancelled'].map(async (state) => [
      state,
      (await who.get(`/cases?queue=${queue}&state=${state}&limit=200`)).body.data.length,
    ]),
  );
  return Object.fromEntries(states);
}

test('queues count what stands in them through opening, moving, merging, bulk and breach', async () => {
  host = await aHost({ at: '2026-01-14T09:00:00.000Z' });
  const owner = await signUp(host.url, { country: 'GB', currency: 'GBP' });
  const staff = await joinAs(host, owner, 'staff', 'Sami');
  const ids = (await Promise.all(Array.from({ length: 12 }, () => open(owner)))).map(({ id }) => id);
  await open(owner, { kind: 'general-request' });
  const check = async () => {
    for (const queue of ['it-support', 'office', 'clients']) expect((await countOf(owner, queue)).states).toEqual(await counted(owner, queue));
  };
  await check();
  expect(await countOf(owner, 'it-support')).toMatchObject({ states: { new: 12 }, late: 0 });
  await owner.post('/cases/bulk', { act: 'move', ids: ids.slice(0, 5), to: 'open' });
  await owner.post('/cases/bulk', { act: 'assign', ids: ids.slice(5, 8), queue: 'clients' });
  await owner.post(`/cases/${ids[0]}/merge`, { into: ids[1] });
  await owner.post(`/cases/${ids[2]}/move`, { to: 'waiting', reason: 'asked' });
  await check();
  await host.advanceTo('2026-01-14T10:00:00.000Z');
  await check();
  // Nobody answered within half an hour, but for the one that waits and the one that went into another.
  expect((await countOf(owner, 'it-support')).late).toBe(7);
  expect((await countOf(owner, 'clients')).late).toBe(3);
  await staff.post(`/cases/${ids[1]}/comments`, { text: 'On it.' });
  expect((await countOf(owner, 'it-support')).late).toBe(6);
  await owner.post(`/cases/${ids[3]}/move`, { to: 'resolved' });
  expect((await countOf(owner, 'it-support')).late).toBe(5);
  const settings = await owner.get('/work-settings');
  const holidays = [{ date: '2026-01-14', name: { en: 'Day off', ar: 'عطلة' } }];
  await owner.send('PATCH', '/work-settings', { calendar: { holidays } }, { 'if-match': settings.headers.get('etag') ?? '' });
  await host.sweep();
  await check();
});

test('the next update is promised from each answer to the next, and only by the desk', async () => {
  host = await aHost({ at: '2026-01-14T09:00:00.000Z' });
  const owner = await signUp(host.url, { country: 'GB', currency: 'GBP' });
  const staff = await joinAs(host, owner, 'staff', 'Sami');
  const one = await open(owner);
  const say = async (who: Client, at: string, more: object = {}) => {
    await host.advanceTo(at);
    await who.post(`/cases/${one.id}/comments`, { text: 'word', ...more });
    return (await owner.get(`/cases/${one.id}`)).body;
  };
  expect(clockOf(one, 'nextUpdate')).toBeUndefined();
  expect(clockOf(await say(staff, '2026-01-14T09:10:00.000Z'), 'nextUpdate')).toMatchObject({ state: 'running', dueAt: '2026-01-14T10:10:00.000Z' });
  // What whoever asked says, and what colleagues say among themselves, keeps nobody's promise.
  expect(clockOf(await say(owner, '2026-01-14T09:20:00.000Z'), 'nextUpdate').dueAt).toBe('2026-01-14T10:10:00.000Z');
  expect(clockOf(await say(staff, '2026-01-14T09:30:00.000Z', { internal: true }), 'nextUpdate').dueAt).toBe('2026-01-14T10:10:00.000Z');
  const again = await say(staff, '2026-01-14T10:00:00.000Z');
  expect(clockOf(again, 'nextUpdate')).toMatchObject({ state: 'running', dueAt: '2026-01-14T11:00:00.000Z', elapsedMinutes: 0 });
  expect(clockOf(again, 'firstResponse')).toMatchObject({ state: 'met', elapsedMinutes: 10 });
  await host.advanceTo('2026-01-14T11:05:00.000Z');
  expect((await eventsOf(owner, 'clock.breached')).map(({ data }) => [data.clock, data.cycle])).toEqual([['nextUpdate', 2]]);
  const late = (await owner.get(`/cases/${one.id}`)).body;
  expect(clockOf(late, 'nextUpdate').state).toBe('breached');
  expect((await owner.get('/cases?sort=due&state=active')).body.data[0].dueAt).toBe('2026-01-14T11:00:00.000Z');
  expect(clockOf(await say(staff, '2026-01-14T11:10:00.000Z'), 'nextUpdate')).toMatchObject({ state: 'running', dueAt: '2026-01-14T12:10:00.000Z' });
  await owner.post(`/cases/${one.id}/move`, { to: 'waiting', reason: 'asked' });
  expect(clockOf((await owner.get(`/cases/${one.id}`)).body, 'nextUpdate').state).toBe('paused');
  await owner.post(`/cases/${one.id}/move`, { to: 'resolved' });
  expect(clockOf((await owner.get(`/cases/${one.id}`)).body, 'nextUpdate').state).toBe('met');
  expect((await owner.get(`/cases/${one.id}/clocks/nextUpdate/explanation`)).status).toBe(200);
});

test('a kind that promises no next update keeps no such clock', async () => {
  host = await aHost();
  const owner = await signUp(host.url);
  const staff = await joinAs(host, owner, 'staff', 'Sami');
  const one = await open(owner, { kind: 'general-request' });
  const answer = await staff.post(`/cases/${one.id}/comments`, { text: 'On it.' });
  expect(answer.body.case.clocks.map(({ name }: { name: string }) => name)).toEqual(['firstResponse', 'resolution']);
});

test('what somebody asked for is found by who asked, newest first, in pages', async () => {
  host = await aHost();
  const owner = await signUp(host.url);
  const staff = await joinAs(host, owner, 'staff', 'Sami');
  await open(owner, { title: 'not mine' });
  for (const title of ['first', 'second', 'third']) await open(staff, { title });
  const titles = (body: { data: readonly { title: string }[] }) => body.data.map(({ title }) => title);
  expect(titles((await staff.get('/cases?requester=me')).body)).toEqual(['third', 'second', 'first']);
  const page = (await staff.get('/cases?requester=me&limit=2')).body;
  expect(titles(page)).toEqual(['third', 'second']);
  expect(titles((await staff.get(`/cases?requester=me&limit=2&cursor=${page.next_cursor}`)).body)).toEqual(['first']);
  expect(titles((await owner.get(`/cases?requester=${staff.user}&sort=due`)).body)).toEqual(['first', 'second', 'third']);
  expect(titles((await owner.get('/cases?priority=low')).body)).toEqual([]);
  expect((await owner.get('/cases?priority=urgent')).body.data).toHaveLength(4);
});

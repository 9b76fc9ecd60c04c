import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { joinAs } from './office.ts';

let host: LocalHost;
let owner: Client;
let staff: Awaited<ReturnType<typeof joinAs>>;
const numbers = new Map<string, string>();

beforeAll(async () => {
  host = await aHost({ at: '2026-01-14T09:00:00.000Z' });
  owner = await signUp(host.url, { country: 'GB', currency: 'GBP' });
  staff = await joinAs(host, owner, 'staff', 'Sami');
  const open = async (name: string, body: object) => numbers.set(name, (await owner.post('/cases', { title: name, fields: {}, ...body })).body.id);
  await open('slow', { kind: 'incident', impact: 'low', urgency: 'low' });
  host.clock.moveTo('2026-01-14T09:01:00.000Z');
  await open('urgent', { kind: 'incident', impact: 'high', urgency: 'high' });
  host.clock.moveTo('2026-01-14T09:02:00.000Z');
  await open('leaking tap', { kind: 'maintenance' });
  host.clock.moveTo('2026-01-14T09:03:00.000Z');
  await open('done', { kind: 'incident' });
  await owner.post(`/cases/${numbers.get('done')}/move`, { to: 'resolved' });
  await owner.post(`/cases/${numbers.get('slow')}/assign`, { assignee: staff.user });
  await owner.post(`/cases/${numbers.get('leaking tap')}/assign`, { assignee: staff.user });
}, 30_000);
afterAll(() => host.stop());

describe('lists', () => {
  test.each([
    ['all, newest first', '', ['done', 'leaking tap', 'urgent', 'slow']],
    ['by when somebody must act, what is done last', 'sort=due', ['urgent', 'slow', 'leaking tap', 'done']],
    ['a queue', 'queue=it-support&sort=due', ['urgent', 'slow', 'done']],
    ['a queue, newest first', 'queue=it-support', ['done', 'urgent', 'slow']],
    ['what is open in a queue', 'queue=it-support&state=active&sort=due', ['urgent', 'slow']],
    ['a state', 'state=resolved', ['done']],
    ['nobody’s', 'assignee=nobody&state=active', ['urgent']],
    ['a kind', 'kind=maintenance', ['leaking tap']],
    ['a number', 'q=%232', ['urgent']],
    ['part of a title', 'q=TAP', ['leaking tap']],
    ['nothing', 'q=%2399', []],
  ])('%s', async (_, query, titles) => {
    const { body, status } = await owner.get(`/cases?${query}`);
    expect(status).toBe(200);
    expect(body.data.map(({ title }: { title: string }) => title)).toEqual(titles);
  });

  test('mine, in either order', async () => {
    expect((await staff.get('/cases?assignee=me&sort=due')).body.data.map(({ title }: { title: string }) => title)).toEqual(['slow', 'leaking tap']);
    expect((await owner.get(`/cases?assignee=${staff.user}`)).body.data.map(({ title }: { title: string }) => title)).toEqual([
      'leaking tap',
      'slow',
    ]);
    expect((await owner.get('/cases?assignee=me')).body.data).toEqual([]);
  });

  test.each(['', 'sort=due', 'queue=it-support&sort=due', 'state=active', 'assignee=nobody'])(
    'pages of one say the same as a whole: %s',
    async (query) => {
      const whole = (await owner.get(`/cases?${query}`)).body.data.map(({ id }: { id: string }) => id);
      const paged: string[] = [];
      for (let cursor = '', pages = 0; pages < 10; pages++) {
        const { body } = await owner.get(`/cases?${query}&limit=1${cursor}`);
        paged.push(...body.data.map(({ id }: { id: string }) => id));
        if (!body.has_more) break;
        cursor = `&cursor=${body.next_cursor}`;
      }
      expect(paged).toEqual(whole);
    },
  );
});

describe('queues', () => {
  test('come with the firm, and are the firm’s to change', async () => {
    expect((await owner.get('/queues')).body.data.map(({ code }: { code: string }) => code)).toEqual([
      'it-support',
      'it-changes',
      'facilities',
      'office',
      'clients',
    ]);
    const name = { en: 'Night desk', ar: 'مكتب الليل' };
    expect((await owner.post('/queues', { code: 'night', name })).body).toEqual({ code: 'night', name, archived: false, version: 1 });
    expect((await owner.post('/queues', { code: 'night', name })).body.code).toBe('queue.exists');
    expect((await owner.post('/queues', { code: 'office', name })).body.code).toBe('queue.exists');
    expect((await owner.send('PATCH', '/queues/office', { name }, { 'if-match': '"1"' })).body).toMatchObject({ name, version: 2 });
    expect((await owner.send('PATCH', '/queues/office', { name }, { 'if-match': '"1"' })).body.code).toBe('version.stale');
    expect((await owner.send('PATCH', '/queues/office', { archived: true }, { 'if-match': '"2"' })).body.code).toBe('queue.routed');
    await owner.send('PATCH', '/queues/night', { archived: true }, { 'if-match': '"1"' });
    expect((await owner.post('/cases', { kind: 'incident', title: 'x', fields: {}, queue: 'night' })).body.code).toBe('queue.unknown');
    expect((await staff.post('/queues', { code: 'mine', name })).status).toBe(403);
  });
});

import { afterEach, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { eventsOf, joinAs, mailsTo } from './office.ts';

let host: LocalHost;
afterEach(() => host.stop());

/** A British desk: Monday to Friday, nine to five, London time. */
async function desk(at: string, more: object = {}) {
  host = await aHost({ at, ...more });
  const owner = await signUp(host.url, { country: 'GB', currency: 'GBP' });
  const settings = await owner.get('/work-settings');
  expect(settings.body.calendar.timeZone).toBe('Europe/London');
  return { owner, settings };
}
// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const openUrgent = async (who: Client): Promise<any> =>
  (await who.post('/cases', { kind: 'incident', title: 'Down', fields: {}, impact: 'high', urgency: 'high' })).body;
// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const clockOf = (one: any, name: string) => one.clocks.find((clock: { name: string }) => clock.name === name);

test('W1: Friday 14:00 + 4 h, paused from Friday 16:00 to Monday 09:00, is due on Monday at 11:00', async () => {
  const { owner } = await desk('2026-01-16T14:00:00.000Z');
  const one = await openUrgent(owner);
  expect(clockOf(one, 'resolution')).toMatchObject({ dueAt: '2026-01-19T10:00:00.000Z', state: 'running' });
  await host.advanceTo('2026-01-16T16:00:00.000Z');
  await owner.post(`/cases/${one.id}/move`, { to: 'waiting', reason: 'asked' });
  await host.advanceTo('2026-01-19T09:00:00.000Z');
  const resumed = (await owner.post(`/cases/${one.id}/move`, { to: 'open' })).body;
  expect(clockOf(resumed, 'resolution')).toEqual({
    name: 'resolution',
    dueAt: '2026-01-19T11:00:00.000Z',
    state: 'running',
    elapsedMinutes: 120,
    pausedMinutes: 60,
  });
  const explained = (await owner.get(`/cases/${one.id}/clocks/resolution/explanation`)).body;
  expect(explained).toMatchObject({ targetMinutes: 240, clock: { dueAt: '2026-01-19T11:00:00.000Z' } });
  expect(explained.lines.at(-1)).toMatchObject({ to: '2026-01-19T11:00:00.000Z', total: 240, expected: true });
  expect((await owner.get(`/cases/${one.id}/clocks/nextUpdate/explanation`)).status).toBe(404);
});

test('a warning and a breach are each told once, at their times, to whoever has the case and watches it', async () => {
  const { owner } = await desk('2026-01-14T09:00:00.000Z');
  const staff = await joinAs(host, owner, 'staff', 'Sami');
  const watcher = await joinAs(host, owner, 'accountant', 'Nour');
  const one = await openUrgent(owner);
  await owner.post(`/cases/${one.id}/assign`, { assignee: staff.user });
  await watcher.post(`/cases/${one.id}/watch`);
  await staff.post(`/cases/${one.id}/comments`, { text: 'On it.' });
  await host.advanceTo('2026-01-15T09:00:00.000Z');
  expect((await eventsOf(owner, 'clock.warned')).map(({ at, data, by }) => [at.slice(0, 16), data.clock, by.kind])).toEqual([
    ['2026-01-14T09:48', 'nextUpdate', 'system'],
    ['2026-01-14T12:12', 'resolution', 'system'],
  ]);
  expect((await eventsOf(owner, 'clock.breached')).map(({ at, data }) => [at.slice(0, 16), data])).toEqual([
    ['2026-01-14T10:00', { clock: 'nextUpdate', cycle: 1, breachedAt: '2026-01-14T10:00:00.000Z' }],
    ['2026-01-14T13:00', { clock: 'resolution', cycle: 1, breachedAt: '2026-01-14T13:00:00.000Z' }],
  ]);
  for (const { email } of [staff, watcher]) {
    const subjects = (await mailsTo(host, email)).map(({ subject }) => subject).filter((subject) => /is due soon|is overdue/.test(subject));
    expect(subjects.sort()).toEqual(['#1 is due soon: Down', '#1 is due soon: Down', '#1 is overdue: Down', '#1 is overdue: Down']);
  }
  const read = (await owner.get(`/cases/${one.id}`)).body;
  expect(clockOf(read, 'resolution').state).toBe('breached');
  await owner.post(`/cases/${one.id}/move`, { to: 'resolved' });
  expect(clockOf((await owner.get(`/cases/${one.id}`)).body, 'resolution').state).toBe('breached');
});

test('an outage delays a breach and loses nothing: it is told once, as of when it came', async () => {
  const { owner } = await desk('2026-01-14T09:00:00.000Z', { isDeaf: true });
  await openUrgent(owner);
  host.clock.moveTo('2026-01-20T12:00:00.000Z');
  await Promise.all([host.sweep(), host.sweep()]);
  await host.sweep();
  const breached = await eventsOf(owner, 'clock.breached');
  expect(breached.map(({ data }) => [data.clock, data.breachedAt])).toEqual([
    ['firstResponse', '2026-01-14T09:30:00.000Z'],
    ['resolution', '2026-01-14T13:00:00.000Z'],
  ]);
  expect(await eventsOf(owner, 'clock.warned')).toEqual([]);
});

test('what is answered and resolved in time is told to nobody', async () => {
  const { owner } = await desk('2026-01-14T09:00:00.000Z');
  const staff = await joinAs(host, owner, 'staff', 'Sami');
  const one = await openUrgent(owner);
  await staff.post(`/cases/${one.id}/comments`, { text: 'On it.' });
  await staff.post(`/cases/${one.id}/move`, { to: 'resolved' });
  await host.advanceTo('2026-01-30T09:00:00.000Z');
  expect([...(await eventsOf(owner, 'clock.warned')), ...(await eventsOf(owner, 'clock.breached'))]).toEqual([]);
});

test('a holiday entered later moves what is open, its firings and its place in the lists', async () => {
  const { owner, settings } = await desk('2026-01-16T15:00:00.000Z');
  const late = await openUrgent(owner);
  const holidays = [{ date: '2026-01-19', name: { en: 'Founding day', ar: 'يوم التأسيس' } }];
  const etag = { 'if-match': settings.headers.get('etag') ?? '' };
  const changed = await owner.send('PATCH', '/work-settings', { calendar: { holidays } }, etag);
  expect(changed.body).toMatchObject({ version: 2, calendar: { holidays } });
  expect((await owner.send('PATCH', '/work-settings', { calendar: { holidays } }, etag)).body.code).toBe('version.stale');
  await host.sweep();
  const [listed] = (await owner.get('/cases?sort=due&state=active')).body.data;
  expect(listed.dueAt).toBe('2026-01-16T15:30:00.000Z');
  await host.advanceTo('2026-01-19T23:00:00.000Z');
  expect((await eventsOf(owner, 'clock.breached')).map(({ data }) => data.clock)).toEqual(['firstResponse']);
  await host.advanceTo('2026-01-20T12:00:00.000Z');
  const breached = await eventsOf(owner, 'clock.breached');
  expect(breached.map(({ data }) => data)).toContainEqual({ clock: 'resolution', cycle: 1, breachedAt: '2026-01-20T11:00:00.000Z' });
  expect((await owner.get(`/cases/${late.id}`)).body.events.length).toBeGreaterThan(2);
});

test('targets are the firm’s to choose; hours without an open minute are refused', async () => {
  const { owner, settings } = await desk('2026-01-14T09:00:00.000Z');
  const etag = { 'if-match': settings.headers.get('etag') ?? '' };
  const without = await owner.send('PATCH', '/work-settings', { calendar: { weeks: [{ from: '0001-01-01', hours: {} }] } }, etag);
  expect(without.body).toMatchObject({ status: 422, code: 'calendar.no_open_hours', errors: [{ pointer: '/calendar/weeks/0/hours' }] });
  expect((await owner.send('PATCH', '/work-settings', { targets: { incident: { urgent: { resolution: 0 } } } }, etag)).body.code).toBe(
    'clock.target',
  );
  const changed = await owner.send(
    'PATCH',
    '/work-settings',
    { targets: { incident: { urgent: { resolution: 60 } } }, calendar: { alwaysOpen: true } },
    etag,
  );
  expect(changed.body.targets.incident.urgent).toEqual({ firstResponse: 30, nextUpdate: 60, resolution: 60 });
  host.clock.moveTo('2026-01-17T20:00:00.000Z');
  expect(clockOf(await openUrgent(owner), 'resolution').dueAt).toBe('2026-01-17T21:00:00.000Z');
});

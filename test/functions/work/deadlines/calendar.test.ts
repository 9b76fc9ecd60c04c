import { Buffer } from 'node:buffer';
import { afterEach, expect, test } from 'vitest';
import { datedWrites } from '../../../../functions/platform/dated/dated.ts';
import { FirmTable } from '../../../../functions/platform/table/firm-table.ts';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { aHost, type Client, client, signUp } from '../../../host.ts';
import { joinAs } from '../office.ts';

let host: LocalHost;
afterEach(() => host.stop());

async function office() {
  host = await aHost({ at: '2026-01-05T06:00:00.000Z' });
  return signUp(host.url);
}
const january = '/calendar?from=2026-01-01&to=2026-01-31';
// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const daysOf = async (who: Client, path = january): Promise<any[]> => (await who.get(path)).body.data;
const shown = (days: readonly Record<string, unknown>[]) => days.map(({ on, source, title, overdue }) => [on, source, title, overdue]);

async function sold(owner: Client, dueDate: string) {
  const contact = (await owner.post('/contacts', { name: 'Acme' })).body.id;
  const lines = [{ text: 'work', unitPrice: '100', taxCode: 'S' }];
  const invoice = (await owner.post('/invoices', { contact, date: '2026-01-02', dueDate, lines })).body.id;
  const posted = (await owner.post(`/invoices/${invoice}/post`)).body;
  return { contact, invoice, number: posted.number, total: posted.total };
}
const pay = (owner: Client, { contact, invoice }: { contact: string; invoice: string }, amount: string) =>
  owner.post('/payments', {
    direction: 'in',
    contact,
    bankAccount: '1111',
    date: '2026-01-05',
    amount,
    allocations: [{ document: invoice, amount }],
  });

test('an invoice stands on its due date from posting until nothing of it is due, and again when the payment is voided', async () => {
  const owner = await office();
  const one = await sold(owner, '2026-01-04');
  const day = ['2026-01-04', 'invoice-due', `${one.number} · Acme`, true];
  expect(shown(await daysOf(owner))).toEqual([day]);
  await pay(owner, one, '50.00');
  expect(shown(await daysOf(owner))).toEqual([day]);
  const rest = (await pay(owner, one, '65.00')).body;
  expect(await daysOf(owner)).toEqual([]);
  expect((await owner.post(`/payments/${rest.id}/void`)).status).toBe(200);
  expect(shown(await daysOf(owner))).toEqual([day]);
  const other = await sold(owner, '2026-01-20');
  expect(await daysOf(owner)).toHaveLength(2);
  expect((await owner.post(`/invoices/${other.invoice}/void`)).status).toBe(200);
  expect(shown(await daysOf(owner))).toEqual([day]);
});

test('a case stands on the day by which it is promised, in the firm’s own zone, until it is resolved', async () => {
  const owner = await office();
  const one = (await owner.post('/cases', { kind: 'general-request', title: 'Down', fields: {} })).body;
  const promised = one.clocks.find(({ name }: { name: string }) => name === 'resolution').dueAt;
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Riyadh' }).format(new Date(promised));
  expect(shown(await daysOf(owner))).toEqual([[on, 'case-due', '#1 Down', false]]);
  await owner.post(`/cases/${one.id}/move`, { to: 'open' });
  await owner.post(`/cases/${one.id}/move`, { to: 'resolved', reason: 'fixed' });
  expect(await daysOf(owner)).toEqual([]);
  expect((await owner.get(`/cases/${one.id}`)).body.state).toBe('resolved');
});

test('days of rest and holidays are the firm’s own, and its week begins after its rest', async () => {
  const owner = await office();
  const settings = await owner.get('/work-settings');
  const holidays = [{ from: '2026-01-13', to: '2026-01-14', name: { en: 'Founding days', ar: 'أيام التأسيس' } }];
  expect((await owner.send('PATCH', '/work-settings', { calendar: { holidays } }, { 'if-match': settings.headers.get('etag') ?? '' })).status).toBe(
    200,
  );
  const { body } = await owner.get('/calendar?from=2026-01-09&to=2026-01-15');
  expect(body).toMatchObject({ weekStart: 'sun' });
  expect(body.restDays).toEqual([
    { on: '2026-01-09', holiday: null },
    { on: '2026-01-10', holiday: null },
    { on: '2026-01-13', holiday: { en: 'Founding days', ar: 'أيام التأسيس' } },
    { on: '2026-01-14', holiday: { en: 'Founding days', ar: 'أيام التأسيس' } },
  ]);
  // A deadline on a holiday moves behind it, and is kept under its own date.
  const { next } = (await owner.post('/deadlines', { title: 'Fee', firstOn: '2026-01-13', shift: 'next-open-day' })).body;
  expect(next).toEqual({ date: '2026-01-13', dueOn: '2026-01-15' });
  const british = await signUp(host.url, { country: 'GB', currency: 'GBP' });
  expect((await british.get(january)).body.weekStart).toBe('mon');
  // A firm that never rests still reads its country's week.
  const always = await signUp(host.url);
  const { headers } = await always.get('/work-settings');
  const calendar = { alwaysOpen: true, weeks: [], holidays: [] };
  await always.send('PATCH', '/work-settings', { calendar }, { 'if-match': headers.get('etag') ?? '' });
  expect((await always.get(january)).body.weekStart).toBe('sun');
});

test('nobody is shown a day of what they may not see, nor one that is somebody else’s alone', async () => {
  const owner = await office();
  const staff = await joinAs(host, owner, 'staff', 'Sami');
  const me = (await owner.get('/v1/me')).body.user.id;
  const table = new FirmTable(await host.ports.table([owner.firm]), owner.firm as `frm_${string}`);
  await table.transact([
    ...datedWrites(undefined, { on: '2026-01-10', source: 'access-review', id: 'arv_1', title: 'Review' }),
    ...datedWrites(undefined, { on: '2026-01-11', source: 'decision-expiry', id: 'dcr_1', title: 'For Sami', person: staff.user }),
    ...datedWrites(undefined, { on: '2026-01-12', source: 'decision-expiry', id: 'dcr_2', title: 'For the owner', person: me }),
  ]);
  expect((await daysOf(owner)).map(({ title }) => title)).toEqual(['Review', 'For the owner']);
  expect((await daysOf(staff)).map(({ title }) => title)).toEqual(['For Sami']);
});

test('pages of a calendar are the whole of it without doubles; a span is bounded', async () => {
  const owner = await office();
  for (let i = 1; i <= 9; i++) await owner.post('/deadlines', { title: `No. ${i}`, firstOn: `2026-0${(i % 3) + 1}-1${i % 2}`, reminders: [] });
  const path = '/calendar?from=2026-01-01&to=2026-04-30';
  const whole = (await daysOf(owner, path)).map(({ id }) => id);
  expect(whole).toHaveLength(9);
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body }: { body: { data: { id: string }[]; next_cursor: string | null } } = await owner.get(
      `${path}&limit=2${cursor && `&cursor=${cursor}`}`,
    );
    paged.push(...body.data.map(({ id }) => id));
    cursor = body.next_cursor;
  }
  expect(paged).toEqual(whole);
  expect((await owner.get('/calendar?from=2026-02-01&to=2026-01-01')).body).toMatchObject({ status: 422, code: 'dates.backwards' });
  expect((await owner.get('/calendar?from=2026-02-01&to=2028-01-01')).body).toMatchObject({ status: 422, code: 'dates.too_long' });
  expect((await owner.get('/calendar?from=9999-12-01&to=9999-12-31')).status).toBe(400);
});

/** A strict little reader of RFC 5545: CRLF, lines of at most 75 octets, unfolding, one level of components. */
function readICalendar(text: string) {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const folded = text.slice(0, -2).split('\r\n');
  for (const line of folded) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // A fold never cuts a letter in two.
    expect(line).not.toContain('\ufffd');
  }
  const lines = folded.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | undefined;
  expect([lines[0], lines[1]]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/u.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (line === 'BEGIN:VEVENT') open = new Map();
    else if (line === 'END:VEVENT' && open) events.push(open);
    else open?.set(name + parameters, value.replace(/\\([\\;,])/g, '$1'));
  }
  return events;
}

test('a feed opens without a session by its secret alone, and is valid RFC 5545 with Arabic folded by octets', async () => {
  const owner = await office();
  expect((await owner.get('/calendar-feed')).body).toEqual({ feed: null });
  expect((await owner.post('/calendar-feed', {}, { 'idempotency-key': 'once' })).status).toBe(201);
  const { address } = (await owner.get('/calendar-feed')).body.feed;
  const title = 'إقرار ضريبة القيمة المضافة لدى هيئة الزكاة والضريبة والجمارك، وسدادها; نهائي, مؤكد 🗓️ للربع الأول';
  const one = (await owner.post('/deadlines', { title, firstOn: '2026-01-31', rule: 'FREQ=MONTHLY;BYMONTHDAY=31' })).body;
  const read = async () => fetch(address);
  const first = await read();
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const events = readICalendar(await first.text());
  expect(events).toHaveLength(13);
  expect(Object.fromEntries(events[1] ?? [])).toMatchObject({
    UID: `deadline.${one.id}.2026-02-28@${owner.firm}.diwan`,
    'DTSTART;VALUE=DATE': '20260228',
    'DTEND;VALUE=DATE': '20260301',
    SUMMARY: `${title} (Deadline)`,
    DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/),
  });
  const uids = events.map((event) => event.get('UID'));
  expect(new Set(uids).size).toBe(uids.length);
  // The name of an event outlives a change of its day.
  await owner.send('PATCH', `/deadlines/${one.id}`, { shift: 'next-open-day', title: 'VAT' }, { 'if-match': '"1"' });
  const moved = readICalendar(await (await read()).text());
  expect(moved.map((event) => event.get('UID')).sort()).toEqual(uids.sort());
  expect(moved[0]?.get('DTSTART;VALUE=DATE')).toBe('20260201');

  // Nothing in the table opens it: neither the secret nor the answer that was remembered.
  const secret = /\.([\w-]{43})\.ics$/.exec(address)?.[1] ?? '';
  const table = new FirmTable(await host.ports.table([owner.firm]), owner.firm as `frm_${string}`);
  const kept = await Promise.all(['CALENDAR-FEEDS', 'IDEMPOTENCY', 'EVENTS'].map((pk) => table.query({ pk })));
  expect(secret).not.toBe('');
  expect(JSON.stringify(kept)).not.toContain(secret);
});

test('no control character of a title reaches a calendar program', async () => {
  const owner = await office();
  await owner.post('/calendar-feed');
  await owner.post('/deadlines', { title: 'VAT\u0000 of\r\nBEGIN:VEVENT\u0001 March', firstOn: '2026-02-15' });
  const text = await (await fetch((await owner.get('/calendar-feed')).body.feed.address)).text();
  expect(text).toContain('SUMMARY:VAT  of BEGIN:VEVENT  March (Deadline)');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
});

test('a feed shows what its person’s role may see now; renewed, revoked, or its person gone, the address is nothing', async () => {
  const owner = await office();
  const sami = await joinAs(host, owner, 'accountant', 'Sami');
  const table = new FirmTable(await host.ports.table([owner.firm]), owner.firm as `frm_${string}`);
  await table.transact(datedWrites(undefined, { on: '2026-01-10', source: 'access-review', id: 'arv_1', title: 'Review' }));
  await sami.post('/calendar-feed');
  const addressOf = async () => (await sami.get('/calendar-feed')).body.feed.address as string;
  const address = await addressOf();
  const statusOf = async (url: string) => (await fetch(url)).status;
  expect(await (await fetch(address)).text()).toContain('Review');
  await owner.send('PATCH', `/members/${sami.user}`, { role: 'staff' }, { 'if-match': '"1"' });
  expect(await (await fetch(address)).text()).not.toContain('Review');

  await sami.post('/calendar-feed');
  const renewed = await addressOf();
  expect([await statusOf(address), await statusOf(renewed)]).toEqual([404, 200]);
  // Another's name with this secret, another firm's name, a broken one: all alike.
  const me = (await owner.get('/v1/me')).body.user.id;
  const other = await signUp(host.url);
  const bodyOf = async (answer: Response) => ({ ...((await answer.json()) as object), instance: '' });
  const nothing = await bodyOf(await fetch(renewed.replace(/[\w-]{43}\.ics$/, `${'A'.repeat(43)}.ics`)));
  for (const url of [renewed.replace(sami.user, me), renewed.replace(owner.firm, other.firm), `${host.url}/v1/calendar-feeds/x`, address]) {
    const answer = await fetch(url);
    expect(answer.status).toBe(404);
    expect(await bodyOf(answer)).toEqual(nothing);
  }
  expect((await sami.send('DELETE', '/calendar-feed')).status).toBe(204);
  expect(await statusOf(renewed)).toBe(404);
  expect((await sami.send('DELETE', '/calendar-feed')).status).toBe(204);
  await sami.post('/calendar-feed');
  const last = await addressOf();
  expect((await owner.send('DELETE', `/members/${sami.user}`)).status).toBe(204);
  expect(await statusOf(last)).toBe(404);
  expect((await client(host.url, '', '').get(`/v1/firms/${owner.firm}/calendar-feed`)).status).toBe(401);
});

import { readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { announce, file, joinAs, pdfOf, send, sha256, until } from './filing-office.ts';

let host: LocalHost;
let owner: Client;
beforeAll(async () => {
  host = await aHost({ at: '2026-03-10T09:00:00.000Z' });
  owner = await signUp(host.url);
});
afterAll(() => host.stop());

const filed = async (sent: Parameters<typeof file>[1] = {}) => {
  const answer = await file(owner, sent);
  expect(answer.body).toMatchObject({ id: expect.stringMatching(/^rec_/) });
  return answer.body;
};
const textOf = (record: { id: string; versions: { id: string }[] }) =>
  until(host, async () => {
    const { body } = await owner.get(`/records/${record.id}/versions/${record.versions.at(-1)?.id}/text`);
    return body.state !== 'waiting' && body;
  });

describe('an upload', () => {
  test('is filed once its bytes are there, with name, type, size, SHA-256, by whom and when (R3)', async () => {
    const record = await filed({ content: 'the rent is due', name: 'rent.txt', class: 'accounting', tags: ['rent'], period: '2026-02' });
    expect(record).toMatchObject({
      title: 'rent.txt',
      class: 'accounting',
      state: 'kept',
      period: '2026-02',
      tags: ['rent'],
      retainUntil: '2036-12-31',
      versions: [{ number: 1, name: 'rent.txt', type: 'text/plain', bytes: 15, sha256: sha256('the rent is due'), by: { name: 'Mona' } }],
    });
    expect((await owner.get(`/records/${record.id}`)).body.id).toBe(record.id);
    const { url } = (await owner.get(`/records/${record.id}/versions/${record.versions[0].id}/download`)).body;
    expect(await (await fetch(url)).text()).toBe('the rent is due');
  });

  test('is called by its name alone: no folders, nothing invisible', async () => {
    const record = await filed({ name: '../..\\x/re\u202ent\r\n.txt' });
    expect([record.title, record.versions[0].name]).toEqual(['rent.txt', 'rent.txt']);
  });

  test('completed twice is one record', async () => {
    const announced = (await announce(owner, { content: 'twice' })).body;
    await send(announced.upload, 'twice');
    expect((await owner.post(announced.complete)).status).toBe(201);
    const again = await owner.post(announced.complete);
    expect([again.status, again.body.versions.length]).toEqual([200, 1]);
  });

  test('that never came cannot be completed', async () => {
    const announced = (await announce(owner, { content: 'never' })).body;
    expect(await owner.post(announced.complete)).toMatchObject({ status: 409, body: { code: 'record.not_uploaded' } });
    expect((await owner.get(`/records/${announced.id}`)).status).toBe(404);
  });

  test('of other bytes than were declared is refused by the address itself, and leaves nothing (R3)', async () => {
    const announced = (await announce(owner, { content: 'declared' })).body;
    expect(await send(announced.upload, 'tampered')).toBe(400);
    expect(await owner.post(announced.complete)).toMatchObject({ status: 409, body: { code: 'record.not_uploaded' } });
    expect((await owner.get(`/records/${announced.id}`)).status).toBe(404);
  });

  test('whose stored bytes have another digest fails when it is completed, and leaves nothing (R3)', async () => {
    const announced = (await announce(owner, { content: 'declared' })).body;
    const blob = `${owner.firm}/records/${announced.versionId}`;
    await host.ports.blobs.put(blob, Buffer.from('tampered'), 'text/plain');
    expect(await owner.post(announced.complete)).toMatchObject({ status: 422, body: { code: 'record.digest_differs' } });
    expect(await host.ports.blobs.get(blob)).toBeUndefined();
    expect((await owner.get(`/records/${announced.id}`)).status).toBe(404);
    expect((await owner.post(announced.complete)).status).toBe(404);
  });

  test('that is larger than declared is refused by its size', async () => {
    const announced = (await announce(owner, { content: 'short' })).body;
    expect(await send(announced.upload, 'much longer than that')).toBe(400);
  });

  test('address takes the same bytes alone, also after the record is filed', async () => {
    const announced = (await announce(owner, { content: 'final' })).body;
    await send(announced.upload, 'final');
    const record = (await owner.post(announced.complete)).body;
    expect(await send(announced.upload, 'other')).toBe(400);
    const { url } = (await owner.get(`/records/${record.id}/versions/${record.versions[0].id}/download`)).body;
    expect(await (await fetch(url)).text()).toBe('final');
  });

  test('that nobody completed is forgotten after a day, with its bytes', async () => {
    const own = await aHost({ at: '2026-03-10T09:00:00.000Z' });
    try {
      const somebody = await signUp(own.url);
      const announced = (await announce(somebody, { content: 'left' })).body;
      await send(announced.upload, 'left');
      const blob = `${somebody.firm}/records/${announced.versionId}`;
      expect(await own.ports.blobs.get(blob)).toBeDefined();
      await own.advanceTo('2026-03-12T09:00:00.000Z');
      expect(await own.ports.blobs.get(blob)).toBeUndefined();
    } finally {
      await own.stop();
    }
  });

  const pe = Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00', 'latin1');
  test.each([
    ['a program that says it is a PDF', pe, 'application/pdf'],
    ['a program that says it is a text', pe, 'text/plain'],
    ['a PDF that says it is a picture', pdfOf('x'), 'image/png'],
    ['a PDF that says it is a text', pdfOf('x'), 'text/plain'],
    ['a text that says it is an archive', 'hello', 'application/zip'],
    ['a text that says it is a mail', 'no header here', 'message/rfc822'],
    ['a picture cut to two bytes', Buffer.from([0xff, 0xd8]), 'image/jpeg'],
  ] as const)('of %s is refused, and leaves nothing', async (_, content, type) => {
    const announced = (await announce(owner, { content, type })).body;
    expect(await send(announced.upload, content)).toBe(204);
    expect(await owner.post(announced.complete)).toMatchObject({ status: 422, body: { code: 'record.type_differs' } });
    expect(await host.ports.blobs.get(`${owner.firm}/records/${announced.versionId}`)).toBeUndefined();
  });

  test.each([
    ['a type that is not kept', { type: 'application/x-msdownload' }, 422, 'record.type_unknown', '/type'],
    ['a script', { type: 'text/html' }, 422, 'record.type_unknown', '/type'],
    ['a script that says it is a text', { name: 'notes.txt.bat' }, 422, 'record.runs', '/name'],
    ['a page that says it is a text', { name: 'notes.HTML' }, 422, 'record.runs', '/name'],
    ['an empty file', { bytes: 0 }, 422, 'record.file_empty', '/bytes'],
    ['a file over the limit', { bytes: 268_435_457 }, 413, 'record.file_too_large', '/bytes'],
    ['a class that there is not', { class: 'nothing' }, 422, 'class.unknown', '/class'],
    ['a contact that there is not', { contact: `con_${'0'.repeat(26)}` }, 422, 'contact.unknown', '/contact'],
    ['a link to nothing', { links: [{ kind: 'invoice', id: `inv_${'0'.repeat(26)}` }] }, 422, 'record.link_unknown', '/links/0'],
    ['a link of one kind to an id of another', { links: [{ kind: 'invoice', id: `con_${'0'.repeat(26)}` }] }, 422, 'record.link_unknown', '/links/0'],
  ] as const)('of %s is refused', async (_, change, status, code, pointer) => {
    const answer = await announce(owner, change);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  test.each([
    ['no digest', { sha256: 'abc' }],
    ['a broken date', { eventDate: '2026-02-30' }],
    ['a year out of bounds', { eventDate: '9999-12-31' }],
    ['a member that nobody knows', { retainUntil: '2000-01-01' }],
    ['too many tags', { tags: Array.from({ length: 13 }, (_, i) => `t${i}`) }],
  ])('with %s is refused', async (_, change) => {
    expect((await announce(owner, change)).status).toBe(422);
  });
});

describe('what is in a file', () => {
  test('of text, csv and mail is read as text, in UTF-8 or in the Arabic of Windows', async () => {
    expect((await textOf(await filed({ content: 'الإيجار الشهري' }))).text).toBe('الإيجار الشهري');
    const windows = Buffer.from([0xc7, 0xe1, 0xc5, 0xed, 0xcc, 0xc7, 0xd1]);
    expect((await textOf(await filed({ content: windows, type: 'text/csv' }))).text).toBe('الإيجار');
    expect((await textOf(await filed({ content: 'From: a@example.com\r\n\r\nhello', type: 'message/rfc822' }))).text).toContain('hello');
  });

  test('of a PDF is read page after page', async () => {
    expect(await textOf(await filed({ content: pdfOf('Lease of the shop'), type: 'application/pdf' }))).toMatchObject({
      state: 'read',
      text: 'Lease of the shop',
      pages: 1,
    });
  });

  test('of a picture is what the caller says; without that it is known that nobody has read it', async () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)]);
    expect((await textOf(await filed({ content: png, type: 'image/png', text: 'receipt 12' }))).text).toBe('receipt 12');
    expect(await textOf(await filed({ content: Buffer.concat([png, Buffer.from('2')]), type: 'image/png' }))).toMatchObject({
      state: 'unread',
      why: 'no-reader',
    });
  });

  test('of a truncated PDF is not read, and the record is kept all the same', async () => {
    const whole = pdfOf('x');
    const record = await filed({ content: whole.subarray(0, 60), type: 'application/pdf' });
    expect(await textOf(record)).toMatchObject({ state: 'unread', why: 'broken' });
    expect((await owner.get(`/records/${record.id}`)).body.state).toBe('kept');
  });

  test('of a PDF that unpacks to gigabytes is given up within bounds, while the product goes on answering', { timeout: 60_000 }, async () => {
    const record = await filed({ content: bomb(), type: 'application/pdf' });
    const before = process.memoryUsage.rss();
    let slowest = 0;
    let read = { state: 'waiting', why: '' };
    while (read.state === 'waiting') {
      const started = performance.now();
      read = (await owner.get(`/records/${record.id}/versions/${record.versions[0].id}/text`)).body;
      slowest = Math.max(slowest, performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(read.state).toBe('unread');
    expect(['too-large', 'took-too-long', 'broken']).toContain(read.why);
    expect(process.memoryUsage.rss() - before).toBeLessThan(700 * 1024 * 1024);
    expect(slowest).toBeLessThan(5000);
    expect((await owner.get('/records')).status).toBe(200);
  });

  test('of an archive stays in it: a zip bomb is kept as it came and never opened', async () => {
    const zip = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), deflateSync(Buffer.alloc(50_000_000))]);
    const record = await filed({ content: zip, type: 'application/zip' });
    expect(await textOf(record)).toMatchObject({ state: 'unread', why: 'no-reader', text: null });
    expect(record.versions[0].bytes).toBe(zip.length);
  });
});

/** A page whose content is packed a thousand to one. */
function bomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(1_500_000_000, 'q Q '), { level: 9 });
  const head = Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>\nendobj\n4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
  );
  return Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n')]);
}

describe('versions, doubles and links', () => {
  test('a better file is another version; the one before stays', async () => {
    const record = await filed({ content: 'first draft' });
    const announced = (await announce(owner, { content: 'second draft', name: 'b.txt' }, `/records/${record.id}/versions`)).body;
    await send(announced.upload, 'second draft');
    const after = await owner.post(announced.complete);
    expect(after).toMatchObject({
      status: 200,
      body: {
        versions: [
          { number: 1, name: 'a.txt' },
          { number: 2, name: 'b.txt' },
        ],
      },
    });
    const { url } = (await owner.get(`/records/${record.id}/versions/${record.versions[0].id}/download`)).body;
    expect(await (await fetch(url)).text()).toBe('first draft');
  });

  test('the same bytes twice are shown as a possible double and not refused', async () => {
    const first = await filed({ content: 'the same bytes', title: 'one' });
    const second = await filed({ content: 'the same bytes', title: 'two' });
    expect(second.duplicates).toEqual([{ record: first.id, version: first.versions[0].id, title: 'one' }]);
    expect((await owner.get(`/records/${first.id}`)).body.duplicates).toMatchObject([{ record: second.id }]);
  });

  test('a record is found from what it is linked to, until the link is taken back', async () => {
    const contact = (await owner.post('/contacts', { name: 'Acme' })).body.id;
    const record = await filed({ content: 'linked', links: [{ kind: 'contact', id: contact }] });
    const one = (await owner.post('/cases', { kind: 'incident', title: 'Down', fields: {} })).body.id;
    expect((await owner.post(`/records/${record.id}/links`, { kind: 'case', id: one })).body.links).toHaveLength(2);
    const listed = async () => (await owner.get(`/records?link=case:${one}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await listed()).toEqual([record.id]);
    await owner.send('DELETE', `/records/${record.id}/links/case/${one}`);
    expect(await listed()).toEqual([]);
    expect((await owner.get(`/records/${record.id}`)).body.state).toBe('kept');
  });
});

describe('views', () => {
  test('a folder is what records are filed under: its count follows every edit', async () => {
    const somebody = await signUp(host.url);
    const counts = async (by: string) =>
      Object.fromEntries(
        (await somebody.get(`/record-groups?by=${by}`)).body.data.map(({ value, count }: { value: string; count: number }) => [value, count]),
      );
    const a = (await file(somebody, { content: 'a', class: 'accounting', tags: ['x', 'y'], period: '2026-01' })).body;
    await file(somebody, { content: 'b', class: 'accounting', tags: ['x'], period: '2026-02' });
    expect(await counts('class')).toEqual({ accounting: 2 });
    expect(await counts('tag')).toEqual({ x: 2, y: 1 });
    const edited = await somebody.send(
      'PATCH',
      `/records/${a.id}`,
      { class: 'general', tags: ['z'], period: null },
      { 'if-match': `"${a.version}"` },
    );
    expect(edited.status).toBe(200);
    expect(await counts('class')).toEqual({ accounting: 1, general: 1 });
    expect(await counts('tag')).toEqual({ x: 1, z: 1 });
    expect(await counts('period')).toEqual({ '2026-02': 1 });
    expect((await somebody.get('/records?tag=z')).body.data).toHaveLength(1);
    expect((await somebody.get('/records?class=accounting&tag=z')).body.data).toEqual([]);
  });

  test('pages together are the whole list without doubles (A7)', async () => {
    const somebody = await signUp(host.url);
    for (let i = 0; i < 7; i++) await file(somebody, { content: `n${i}` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await somebody.get(`/records?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.next_cursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
    expect((await somebody.get('/records?cursor=nonsense')).status).toBe(400);
  });
});

test('the day on which a record may go is in the calendar, and in the feed, of those alone who may know of the record', async () => {
  const firm = await signUp(host.url);
  const staff = await joinAs(host, firm, 'staff');
  await firm.post('/record-classes', {
    code: 'board',
    name: { en: 'Board', ar: 'مجلس الإدارة' },
    schedule: { trigger: 'event', months: 12 },
    source: { en: 'Our articles', ar: 'نظامنا الأساسي' },
    readers: ['owner'],
  });
  const one = (await file(firm, { content: 'who is let go', title: 'Who is let go', class: 'board', eventDate: '2026-01-01' })).body;
  expect((await staff.get(`/records/${one.id}`)).status).toBe(404);
  await staff.post('/calendar-feed');
  const feed = (await staff.get('/calendar-feed')).body.feed.address;
  const day = (await firm.get(`/records/${one.id}`)).body.retainUntil.slice(0, 7);
  const seenBy = async (who: Client) => JSON.stringify((await who.get(`/calendar?from=${day}-01&to=2027-12-31`)).body.data).includes(one.id);
  const inFeed = async () => (await (await fetch(feed)).text()).includes(one.id);
  expect([await seenBy(firm), await seenBy(staff), await inFeed()]).toEqual([true, false, false]);
  // The same day, another class: the row follows.
  const edit = (body: object, version: number) => firm.send('PATCH', `/records/${one.id}`, body, { 'if-match': `"${version}"` });
  const moved = await edit({ class: 'general' }, one.version);
  expect([moved.status, moved.body.retainUntil >= one.retainUntil]).toEqual([200, true]);
  const open = async (who: Client) =>
    JSON.stringify(
      (await who.get(`/calendar?from=${moved.body.retainUntil}&to=${Number(moved.body.retainUntil.slice(0, 4)) + 1}-01-02`)).body.data,
    ).includes(one.id);
  expect([await open(firm), await open(staff)]).toEqual([true, true]);
  expect((await edit({ confidential: true }, moved.body.version)).status).toBe(200);
  expect([await open(firm), await open(staff)]).toEqual([true, false]);
});

describe('suggestions', () => {
  test('come from the rules of the firm, names of contacts and dates in the name; each says why, and nothing is saved', async () => {
    const somebody = await signUp(host.url);
    const contact = (await somebody.post('/contacts', { name: 'شركة النور' })).body.id;
    const rule = await somebody.post('/filing-rules', { name: 'Rent', looksIn: 'any', contains: 'إيجار', class: 'contracts', tags: ['rent'] });
    expect(rule.status).toBe(201);
    const { suggestions } = (await somebody.post('/record-suggestions', { name: 'ايجار_شركة_النور_2026-03-05.pdf' })).body;
    expect(suggestions).toMatchObject([
      { field: 'class', value: 'contracts', rule: rule.body.id },
      { field: 'tag', value: 'rent' },
      { field: 'contact', value: contact, label: 'شركة النور' },
      { field: 'eventDate', value: '2026-03-05' },
      { field: 'period', value: '2026-03' },
    ]);
    for (const { reason } of suggestions) expect([reason.en, reason.ar].every((text: string) => text.length > 5)).toBe(true);
    expect((await somebody.get('/records')).body.data).toEqual([]);
    expect((await somebody.send('DELETE', `/filing-rules/${rule.body.id}`)).status).toBe(204);
    expect((await somebody.post('/record-suggestions', { name: 'plain.pdf' })).body.suggestions).toEqual([]);
  });
});

test('closing a case files what was asked, said and decided; the case stays, and a second closing is another version', async () => {
  const one = (await owner.post('/cases', { kind: 'general-request', title: 'Water for the office', fields: {} })).body;
  await owner.post(`/cases/${one.id}/comments`, { text: 'Two boxes please' });
  const move = (to: string) => owner.post(`/cases/${one.id}/move`, { to, reason: 'x' });
  for (const { item } of one.checklist) await owner.post(`/cases/${one.id}/checklist/${item}`, { evidence: 'yes' });
  for (const to of ['open', 'resolved', 'closed']) await move(to);
  expect((await owner.get(`/cases/${one.id}`)).body.state).toBe('closed');
  const record = await until(host, async () => (await owner.get(`/records?link=case:${one.id}`)).body.data[0]);
  expect(record).toMatchObject({ title: `#${one.number} Water for the office`, class: 'general', versions: 1 });
  const whole = (await owner.get(`/records/${record.id}`)).body;
  expect((await textOf(whole)).text).toContain('Two boxes please');
  expect((await owner.get(`/cases/${one.id}`)).status).toBe(200);
  await move('open');
  for (const to of ['resolved', 'closed']) await move(to);
  await until(host, async () => (await owner.get(`/records?link=case:${one.id}`)).body.data[0].versions === 2);
});

test('nothing of a failed upload is left on the disk', () => {
  // The folders of the firms hold whole files and what describes them, and no drafts.
  expect(readdirSync(`${host.dataDir}/blobs`, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([]);
});

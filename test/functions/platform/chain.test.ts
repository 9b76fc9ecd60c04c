import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { failures } from './notes/verbs.ts';
import { world } from './notes/world.ts';

const w = await world();
const owner = await w.member('owner');
const notes = `/v1/firms/${owner.firm}/notes`;
const write = (text: string, headers: Record<string, string> = {}) => w.ask('POST', notes, { as: owner, body: { text }, headers });
const newKey = () => `key-${randomUUID()}`;

describe('a request that is well formed', () => {
  test('is answered with what its schema says, and may not be kept by anybody on the way', async () => {
    const { status, json, headers } = await write('first');
    expect([status, json]).toEqual([201, { id: expect.stringMatching(/^con_/), text: 'first' }]);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      etag: '"1"',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('says over HTTPS that HTTPS it must stay', async () => {
    const secure = await world({ secure: true });
    expect((await secure.ask('GET', '/v1/nothing')).headers['strict-transport-security']).toMatch(/max-age=\d+/);
  });

  test('may have a base64 body, a byte order mark, and its own kind of JSON', async () => {
    const asked = {
      as: owner,
      base64: true,
      text: '\ufeff{"text":"مرحبا"}',
      headers: { 'content-type': 'application/merge-patch+json; charset=utf-8' },
    };
    expect((await w.ask('POST', notes, asked)).json.text).toBe('مرحبا');
  });

  test('may send a file, which the verb is given as text in the encoding that it came in', async () => {
    const headers = { 'content-type': 'text/csv; charset=windows-1256' };
    const event = await w.ask('POST', `${notes}/import`, { as: owner, text: 'id,text', headers });
    expect(event.json).toEqual({ length: 7, text: 'id,text' });
  });

  test('is answered with a text file as text and a binary one as it is', async () => {
    const csv = await w.ask('GET', `${notes}/print?format=csv`, { as: owner });
    expect([csv.text, csv.headers['content-type']]).toEqual(['id,text\n', 'text/csv; charset=utf-8']);
    expect(csv.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('ملاحظات.csv')}`);
    const xlsx = await w.ask('GET', `${notes}/print?format=xlsx`, { as: owner });
    expect([xlsx.raw.isBase64Encoded, xlsx.text]).toEqual([true, 'PK\u00ff']);
  });

  test.each([
    ['a value', '{"text":"\\ud800"}', 400],
    ['a name', '{"text":"x","\\udfff":1}', 400],
    ['the middle of a text', '{"text":"a\\ud83db"}', 400],
    ['nothing: both halves are there', '{"text":"\\ud83d\\ude00"}', 201],
    ['nothing: a backslash that stands for itself', '{"text":"\\\\ud800"}', 201],
  ])('half a character in %s is %#', async (_where, text, status) => {
    expect((await w.ask('POST', notes, { as: owner, text, headers: { 'content-type': 'application/json' } })).status).toBe(status);
  });

  test('that removes is answered with nothing', async () => {
    const { json } = await write('to go');
    const removed = await w.ask('DELETE', `${notes}/${json.id}`, { as: owner });
    expect([removed.status, removed.text, removed.headers['content-type']]).toEqual([204, '', undefined]);
  });

  test('is a HEAD where it could be a GET', async () => {
    expect((await w.ask('HEAD', notes, { as: owner })).status).toBe(200);
  });

  test.each([
    ['ar', 'ar'],
    ['ar-EG;q=0.9, en;q=0.8', 'ar'],
    ['fr, en;q=0.1, ar;q=0.2', 'ar'],
    ['en-GB', 'en'],
    ['ar;q=0, en', 'en'],
  ])('in %s is answered in %s', async (header, language) => {
    expect((await w.ask('GET', '/v1/who-am-i', { as: owner, headers: { 'accept-language': header } })).json.language).toBe(language);
  });

  test("that asks for no language of ours is answered in the person's own", async () => {
    const huda = await w.person('ar');
    expect((await w.ask('GET', '/v1/who-am-i', { as: huda, headers: { 'accept-language': 'fr' } })).json.language).toBe('ar');
    expect((await w.ask('GET', notes, { as: huda })).headers['content-language']).toBe('ar');
  });
});

describe('an Idempotency-Key', () => {
  test('gives the first answer again for the same command, and nothing is done twice', async () => {
    const key = { 'idempotency-key': newKey() };
    const first = await write('once', key);
    const again = await write('once', key);
    expect([again.status, again.text, again.headers.etag]).toEqual([first.status, first.text, first.headers.etag]);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
  });

  test('of another command is refused', async () => {
    const key = { 'idempotency-key': newKey() };
    await write('this', key);
    expect((await write('that', key)).json.code).toBe('idempotency.mismatch');
  });

  test('of twins that arrive together has one effect and one answer', async () => {
    const key = { 'idempotency-key': newKey() };
    const twins = await Promise.all(Array.from({ length: 50 }, () => write('twin', key)));
    expect(new Set(twins.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(twins[0]?.status).toBe(201);
    expect(twins.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
  });

  test('is the own of each firm', async () => {
    const other = await w.member('owner');
    const key = { 'idempotency-key': newKey() };
    const here = await write('ours', key);
    const there = await w.ask('POST', `/v1/firms/${other.firm}/notes`, { as: other, body: { text: 'theirs' }, headers: key });
    expect([here.json.text, there.json.text]).toEqual(['ours', 'theirs']);
  });

  test('keeps no refusal: what was mended may be sent again under it', async () => {
    const key = { 'idempotency-key': newKey() };
    expect((await write('taken', key)).status).toBe(409);
    expect((await write('free', key)).status).toBe(201);
  });
});

describe('a version', () => {
  test('that was read may be changed, once', async () => {
    const { json } = await write('a');
    const url = `${notes}/${json.id}`;
    const { headers } = await w.ask('GET', url, { as: owner });
    const change = (text: string, etag: string) => w.ask('PATCH', url, { as: owner, body: { text }, headers: { 'if-match': etag } });
    const changed = await change('b', headers.etag ?? '');
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect((await change('c', `W/${headers.etag}`)).json.code).toBe('version.stale');
    expect((await change('c', 'W/"2"')).status).toBe(200);
  });

  test('is changed by one of many who try at the same time', async () => {
    const { json } = await write('a');
    const tries = Array.from({ length: 10 }, (_, i) =>
      w.ask('PATCH', `${notes}/${json.id}`, { as: owner, body: { text: `${i}` }, headers: { 'if-match': '"1"' } }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, ...Array(9).fill(412)]);
  });
});

describe('a limit', () => {
  test('of a firm is told with every answer, and beyond it the firm waits', async () => {
    const limited = await world({ firmPerMinute: 3 });
    const who = await limited.member('owner');
    const list = () => limited.ask('GET', `/v1/firms/${who.firm}/notes`, { as: who });
    const answers = [await list(), await list(), await list(), await list()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-policy': '"firm";q=3;w=60', ratelimit: expect.stringMatching(/^"firm";r=2;t=\d+$/) });
    expect(answers[3]?.json.code).toBe('rate.limited');
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('of a firm is not spent by strangers', async () => {
    const limited = await world({ firmPerMinute: 1 });
    const who = await limited.member('owner');
    const stranger = await limited.person();
    for (let i = 0; i < 5; i++) await limited.ask('GET', `/v1/firms/${who.firm}/notes`, { as: stranger });
    expect((await limited.ask('GET', `/v1/firms/${who.firm}/notes`, { as: who })).status).toBe(200);
  });

  test('of an address leaves other addresses alone', async () => {
    const knock = (address: string) => w.ask('POST', '/v1/knock', { address });
    const statuses = [await knock('a'), await knock('a'), await knock('a'), await knock('a'), await knock('b')].map(({ status }) => status);
    expect(statuses).toEqual([202, 202, 202, 429, 202]);
  });
});

describe('when something goes wrong', () => {
  const fail = (how: string, key = newKey(), remainingMs = 29_000) =>
    w.ask('POST', `${notes}/fail?how=${how}`, { as: owner, headers: { 'idempotency-key': key }, remainingMs });

  test.each([
    ['a fault of ours is told without its text', 'throws', 500, 'server.fault'],
    ['a store that is away is told as busy', 'busy', 503, 'server.busy'],
    ['an answer that its schema does not describe is a fault of ours', 'drifts', 500, 'server.fault'],
    ['a status that its route does not say is a fault of ours', 'unlisted', 500, 'server.fault'],
  ] as const)('%s', async (_fact, how, status, code) => {
    const answered = await fail(how);
    expect([answered.status, answered.json.code]).toEqual([status, code]);
    expect(answered.text).not.toContain('secret of ours');
  });

  test('a fault is logged with its stack, its request and its route', async () => {
    w.lines.length = 0;
    const { headers } = await fail('throws');
    const line = w.lines.find(({ level }) => level === 'error');
    expect(line).toMatchObject({
      request: headers['x-request-id'],
      route: 'failNotes',
      firm: owner.firm,
      error: expect.stringContaining('secret of ours'),
    });
  });

  test('a command whose ground moved is decided again until it stands', async () => {
    expect((await fail('settles')).json.runs).toBe(4);
  });

  test('a command whose ground never stands is given up after eight runs', async () => {
    const key = newKey();
    expect((await fail('moves', key)).json.code).toBe('request.conflict');
    expect(failures.get(key)).toBe(8);
  });

  test('an answer that takes too long is told before the platform cuts it off', async () => {
    const answered = await fail('hangs', newKey(), 550);
    expect([answered.status, answered.json.code]).toEqual([503, 'server.busy']);
  });

  test('the log holds one line a request, and neither what people wrote nor what opens their session', async () => {
    w.lines.length = 0;
    await w.ask('POST', `${notes}?`, { as: owner, body: { text: 'a private word' } });
    await w.ask('POST', notes, { as: owner, body: { text: 7, hidden: 'another' } });
    const text = JSON.stringify(w.lines);
    expect(w.lines).toHaveLength(2);
    expect(w.lines[0]).toMatchObject({
      message: 'request',
      context: 'notes',
      route: 'writeNote',
      method: 'POST',
      status: 201,
      firm: owner.firm,
      user: owner.id,
    });
    expect(w.lines[1]).toMatchObject({ status: 422, code: 'request.invalid' });
    for (const secret of ['private', 'another', owner.token]) expect(text).not.toContain(secret);
  });
});

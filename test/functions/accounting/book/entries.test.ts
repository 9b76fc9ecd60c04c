import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
let firm: Client;
beforeAll(async () => {
  host = await aHost();
  firm = await signUp(host.url);
});
afterAll(() => host.stop());

const [CASH, SALES] = ['1101', '4101'];
const sale = (change: object = {}) => ({
  date: '2026-01-15',
  memo: 'a sale',
  lines: [
    { account: CASH, debit: '115.00' },
    { account: SALES, credit: '115.00' },
  ],
  ...change,
});
const lines = (debit: string, credit: string) => ({
  lines: [
    { account: CASH, debit },
    { account: SALES, credit },
  ],
});

describe('a posted entry', () => {
  test('is numbered, chained, and read back as it was sent', async () => {
    const posted = await firm.post('/entries', sale({ reference: 'R-1' }));
    expect(posted).toMatchObject({
      status: 201,
      body: { seq: 1, date: '2026-01-15', memo: 'a sale', reference: 'R-1', total: '115.00', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const read = await firm.get(`/entries/${posted.body.id}`);
    expect(read.body).toEqual({ ...posted.body, reversedBy: null, attachments: [] });
  });

  test('has an event that carries the head of the chain', async () => {
    const { body } = await firm.post('/entries', sale());
    const { body: feed } = await firm.get(`/events?entity=entry:${body.id}`);
    expect(feed.data).toMatchObject([
      { type: 'entry.posted', entity: { id: body.id }, data: { seq: body.seq, hash: body.hash }, by: { kind: 'user', name: 'Mona' } },
    ]);
  });

  test('is reversed once, on a date of its own', async () => {
    const { body } = await firm.post('/entries', sale());
    const reversal = await firm.post(`/entries/${body.id}/reverse`, { date: '2026-02-01' });
    expect(reversal).toMatchObject({
      status: 201,
      body: {
        date: '2026-02-01',
        reverses: body.id,
        lines: [
          { account: CASH, credit: '115.00' },
          { account: SALES, debit: '115.00' },
        ],
      },
    });
    expect(await firm.post(`/entries/${body.id}/reverse`, { date: '2026-02-01' })).toMatchObject({ status: 409, body: { code: 'entry.reversed' } });
    expect(await firm.post(`/entries/${reversal.body.id}/reverse`, { date: '2026-02-01' })).toMatchObject({
      status: 409,
      body: { code: 'entry.is_reversal' },
    });
    expect((await firm.get(`/entries/${body.id}`)).body.reversedBy).toBe(reversal.body.id);
  });

  test('is reversed once by two who race', async () => {
    const { body } = await firm.post('/entries', sale());
    const both = await Promise.all([1, 2, 3, 4].map(() => firm.post(`/entries/${body.id}/reverse`, { date: '2026-02-01' })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test('has no route that edits or deletes it', async () => {
    const { body } = await firm.post('/entries', sale());
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect(await firm.send(method, `/entries/${body.id}`, {})).toMatchObject({ status: 405, body: { code: 'request.method' } });
  });
});

describe('bad input is refused where it is wrong, and changes nothing', () => {
  test.each([
    ['one unit off', sale(lines('100.00', '100.01')), 422, 'entry.unbalanced', '/lines'],
    [
      'an unknown account',
      sale({
        lines: [
          { account: CASH, debit: '1.00' },
          { account: 'nowhere', credit: '1.00' },
        ],
      }),
      422,
      'account.unknown',
      '/lines/1/account',
    ],
    ['one digit too many', sale(lines('1.000', '1.000')), 422, 'amount.digits', '/lines/0/debit'],
    ['one digit too few', sale(lines('1.0', '1.0')), 422, 'amount.digits', '/lines/0/debit'],
    [
      'a number where a string belongs',
      sale({
        lines: [
          { account: CASH, debit: 1 },
          { account: SALES, credit: '1.00' },
        ],
      }),
      422,
      'field.type',
      '/lines/0/debit',
    ],
    ['a huge amount', sale(lines('99999999999999.00', '99999999999999.00')), 422, 'amount.too_large', '/lines/0/debit'],
    ['an exponent', sale(lines('1e3', '1e3')), 422, 'amount.malformed', '/lines/0/debit'],
    ['a negative amount', sale(lines('-1.00', '-1.00')), 422, 'amount.negative', '/lines/0/debit'],
    ['nothing', sale(lines('0.00', '0.00')), 422, 'amount.negative', '/lines/0/debit'],
    [
      'both sides',
      sale({
        lines: [
          { account: CASH, debit: '1.00', credit: '1.00' },
          { account: SALES, credit: '1.00' },
        ],
      }),
      422,
      'entry.one_side',
      '/lines/0',
    ],
    ['30 February', sale({ date: '2026-02-30' }), 422, 'date.not_real', '/date'],
    ['a date that is none', sale({ date: 'soon' }), 422, 'date.not_real', '/date'],
    ['a member that is not there', sale({ colour: 'red' }), 422, 'field.unknown', '/colour'],
    [
      'an unknown member of a line',
      sale({
        lines: [
          { account: CASH, debit: '1.00', vat: '1' },
          { account: SALES, credit: '1.00' },
        ],
      }),
      422,
      'field.unknown',
      '/lines/0/vat',
    ],
    ['one line', sale({ lines: [{ account: CASH, debit: '1.00' }] }), 422, 'field.too_short', '/lines'],
    ['no lines', { date: '2026-01-15' }, 422, 'field.required', '/lines'],
    [
      'an unknown currency',
      sale({
        lines: [
          { account: CASH, debit: '1.00', foreign: { currency: 'XXQ', amount: '1.00' } },
          { account: SALES, credit: '1.00' },
        ],
      }),
      422,
      'currency.unknown',
      '/lines/0/foreign/currency',
    ],
    [
      'yen with decimals',
      sale({
        lines: [
          { account: CASH, debit: '1.00', foreign: { currency: 'JPY', amount: '1.00' } },
          { account: SALES, credit: '1.00' },
        ],
      }),
      422,
      'amount.digits',
      '/lines/0/foreign/amount',
    ],
    [
      'a contact of nobody',
      sale({
        lines: [
          { account: CASH, debit: '1.00', contact: `con_${'0'.repeat(26)}` },
          { account: SALES, credit: '1.00' },
        ],
      }),
      422,
      'contact.unknown',
      '/lines/0/contact',
    ],
  ])('%s', async (_, body, status, code, pointer) => {
    const before = (await firm.get('/entries?limit=1')).body.data[0].seq;
    const answer = await firm.post('/entries', body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer, code, message: expect.any(String) }));
    expect((await firm.get('/entries?limit=1')).body.data[0].seq).toBe(before);
  });

  test('in Arabic for who asks in Arabic', async () => {
    const { body } = await firm.post('/entries', sale(lines('100.00', '100.01')), { 'accept-language': 'ar' });
    expect(body.title).toMatch(/مجموع المدين/);
    expect(body.errors[0].message).toMatch(/مجموع المدين/);
  });

  test('broken JSON', async () => {
    expect(await firm.send('POST', '/entries', '{"date":', { 'content-type': 'application/json' })).toMatchObject({
      status: 400,
      body: { code: 'request.malformed' },
    });
  });

  test('a body of ten megabytes', async () => {
    expect(await firm.send('POST', '/entries', `{"memo":"${'x'.repeat(10_000_000)}"}`, { 'content-type': 'application/json' })).toMatchObject({
      status: 413,
      body: { code: 'request.too_large' },
    });
  });

  test.each(['KWD', 'JPY'])('the digits of a book in %s', async (currency) => {
    const other = await signUp(host.url, { currency, country: 'KW' });
    const right = currency === 'KWD' ? '1.250' : '100';
    const { data } = (await other.get('/accounts')).body;
    const code = (role: string) => data.find((account: { role?: string }) => account.role === role).code;
    const body = (amount: string) => ({
      date: '2026-01-15',
      lines: [
        { account: code('cash'), debit: amount },
        { account: code('sales'), credit: amount },
      ],
    });
    expect((await other.post('/entries', body('1.25'))).status).toBe(422);
    expect(await other.post('/entries', body(right))).toMatchObject({ status: 201, body: { total: right } });
  });
});

describe('a batch', () => {
  const many = (count: number, change: (i: number) => object = () => ({})) =>
    Array.from({ length: count }, (_, i) => sale({ memo: `sale ${i}`, date: `2026-0${1 + (i % 6)}-1${i % 10}`, ...change(i) }));

  test.each([1, 2, 12, 13, 250, 1000])('of %i lands whole, in order', async (count) => {
    const { status, body } = await firm.post('/entries/batch', { entries: many(count) });
    expect(status).toBe(201);
    const seqs = body.entries.map(({ seq }: { seq: number }) => seq);
    expect(seqs).toEqual(Array.from({ length: count }, (_, i) => seqs[0] + i));
    expect((await firm.get(`/entries/${body.entries.at(-1).id}`)).body.memo).toBe(`sale ${count - 1}`);
  });

  test('with one fault lands not at all, and every faulty entry is named', async () => {
    const before = (await firm.get('/entries?limit=1')).body.data[0].seq;
    const faulty = await firm.post('/entries/batch', { entries: many(300, (i) => (i === 7 || i === 299 ? lines('1.0', '1.0') : {})) });
    expect(faulty.status).toBe(422);
    expect(faulty.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/entries/7/lines/0/debit',
      '/entries/7/lines/1/credit',
      '/entries/299/lines/0/debit',
      '/entries/299/lines/1/credit',
    ]);
    expect(await firm.post('/entries/batch', { entries: many(300, (i) => (i === 299 ? lines('1.00', '2.00') : {})) })).toMatchObject({
      status: 422,
      body: { code: 'entry.unbalanced', errors: [{ pointer: '/entries/299/lines' }] },
    });
    expect((await firm.get('/entries?limit=1')).body.data[0].seq).toBe(before);
  });

  test('of more than a thousand is refused', async () => {
    expect(await firm.post('/entries/batch', { entries: many(1001) })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/entries', code: 'field.too_long' }] },
    });
  });

  test('and single posts at the same time all land, each once, and the book verifies', async () => {
    const racing = await signUp(host.url);
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => racing.post('/entries/batch', { entries: many(200) })),
      ...Array.from({ length: 60 }, () => racing.post('/entries', sale())),
    ]);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const verdict = await racing.get('/book/verify');
    expect(verdict.body).toMatchObject({ verified: true, seq: 860, entries: 860 });
  });
});

describe('idempotency', () => {
  const key = () => ({ 'idempotency-key': crypto.randomUUID() });
  test('the same key gives the first answer again', async () => {
    const headers = key();
    const first = await firm.post('/entries', sale(), headers);
    const again = await firm.post('/entries', sale(), headers);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
  test('another body under the same key is refused', async () => {
    const headers = key();
    await firm.post('/entries', sale(), headers);
    expect(await firm.post('/entries', sale({ memo: 'other' }), headers)).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
  });
  test('fifty twins at once have one effect', async () => {
    const headers = key();
    const before = (await firm.get('/entries?limit=1')).body.data[0].seq;
    const twins = await Promise.all(Array.from({ length: 50 }, () => firm.post('/entries', sale(), headers)));
    expect(new Set(twins.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect((await firm.get('/entries?limit=1')).body.data[0].seq).toBe(before + 1);
  });
  test('a batch is remembered too', async () => {
    const headers = key();
    const body = { entries: Array.from({ length: 40 }, () => sale()) };
    const first = await firm.post('/entries/batch', body, headers);
    expect((await firm.post('/entries/batch', body, headers)).body).toEqual(first.body);
  });
  test('two firms may use the same key', async () => {
    const headers = key();
    const other = await signUp(host.url);
    const [mine, theirs] = [await firm.post('/entries', sale(), headers), await other.post('/entries', sale(), headers)];
    expect([mine.status, theirs.status, theirs.body.seq]).toEqual([201, 201, 1]);
  });
});

describe('pages of the journal', () => {
  test('are the whole journal without doubles, while entries are added', async () => {
    const reader = await signUp(host.url);
    await reader.post('/entries/batch', { entries: Array.from({ length: 95 }, (_, i) => sale({ memo: String(i) })) });
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await reader.get(`/entries?order=oldest&limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...body.data.map(({ seq }: { seq: number }) => seq));
      cursor = body.next_cursor;
      if (seen.length < 60) await reader.post('/entries', sale());
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => i + 1));
    expect(seen.length).toBeGreaterThanOrEqual(95);
  });
  test('a cursor of another list, or one that was changed, is refused', async () => {
    const { body } = await firm.get('/entries?limit=1');
    const other = await signUp(host.url);
    for (const answer of [
      await other.get(`/entries?limit=1&cursor=${encodeURIComponent(body.next_cursor)}`),
      await firm.get(`/entries?limit=1&cursor=x${encodeURIComponent(body.next_cursor)}`),
    ])
      expect(answer).toMatchObject({ status: 400, body: { code: 'cursor.invalid' } });
  });
});

test('another firm’s entry is not there', async () => {
  const { body } = await firm.post('/entries', sale());
  const other = await signUp(host.url);
  const missing = await other.get(`/entries/ent_${'0'.repeat(26)}`);
  const foreign = await other.get(`/entries/${body.id}`);
  expect(foreign.status).toBe(404);
  expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
});

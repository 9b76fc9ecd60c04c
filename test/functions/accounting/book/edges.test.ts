import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { type Answer, aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
let firm: Client;
beforeAll(async () => {
  host = await aHost();
  firm = await signUp(host.url);
});
afterAll(() => host.stop());

describe('the edges of the calendar', () => {
  test.each(['0000-01', '0000-12'])('%s is no month', async (month) => {
    expect((await firm.post(`/periods/${month}/close`)).status).toBe(404);
  });

  test('the first month closes and reopens, and nothing is closed then', async () => {
    const early = await signUp(host.url);
    expect((await early.post('/periods/0001-01/close')).body).toEqual({ closedThrough: '0001-01-31' });
    expect((await early.post('/periods/0001-01/reopen', { reason: 'too early' })).body).toEqual({ closedThrough: null });
    expect((await early.get('/periods')).body.closedThrough).toBeNull();
  });

  test.each([
    'summary?to=0001-01-01',
    'summary?to=9999-12-31',
    'profit-and-loss?from=0001-01-01&to=0001-02-01&compare=previous-period&periods=12',
    'profit-and-loss?from=0001-01-01&to=0001-02-01&compare=previous-year&periods=12',
    'balance-sheet?as-of=0001-01-01&compare=previous-year&periods=12',
    'trial-balance?as-of=0001-01-01&compare=previous-period&periods=12',
    'cash-flow?from=0001-01-01&to=9999-12-31&compare=previous-period&periods=12',
  ])('%s is answered', async (report) => {
    expect([200, 400]).toContain((await firm.get(`/reports/${report}`)).status);
  });
});

describe('an account', () => {
  const add = (code: string, change: object) => firm.post('/accounts', { code, name: { en: 'x', ar: 'x' }, type: 'asset', ...change });
  const unfit = { status: 422, body: { code: 'account.role_type', errors: [{ pointer: '/role' }] } };

  test('whose role keeps a balance is none that a year’s close empties, nor the other way round', async () => {
    expect(await add('9001', { type: 'expense', role: 'bank' })).toMatchObject(unfit);
    expect(await add('9002', { type: 'asset', role: 'other-income' })).toMatchObject(unfit);
    for (const [code, type] of [
      ['1121', 'income'],
      ['3301', 'expense'],
      ['4101', 'asset'],
    ] as const) {
      const { headers } = await firm.get(`/accounts/${code}`);
      expect(await firm.send('PATCH', `/accounts/${code}`, { type }, { 'if-match': headers.get('etag') ?? '' })).toMatchObject(unfit);
    }
    expect(await add('9003', { role: 'bank' })).toMatchObject({ status: 201 });
  });

  test('of a closed month stays on its side of the statements', async () => {
    const closed = await signUp(host.url);
    const [income, asset] = await Promise.all([closed.get('/accounts/4201'), closed.get('/accounts/1201')]);
    const change = (code: string, type: string, { headers }: Answer) =>
      closed.send('PATCH', `/accounts/${code}`, { type, role: null }, { 'if-match': headers.get('etag') ?? '' });
    expect((await closed.post('/periods/2026-01/close')).status).toBe(200);
    expect(await change('4201', 'asset', income)).toMatchObject({ status: 409, body: { code: 'account.type_closed' } });
    expect(await change('1201', 'expense', asset)).toMatchObject({ status: 409, body: { code: 'account.type_closed' } });
    expect(await change('1201', 'liability', asset)).toMatchObject({ status: 200 });
  });

  test('and dimensions whose codes no key holds together are refused with 413', async () => {
    const code = '账'.repeat(150);
    const dimensions = { branch: '分'.repeat(60), project: '项'.repeat(60), costCentre: '本'.repeat(60) };
    await add(code, {});
    for (const [kind, value] of Object.entries(dimensions)) await firm.post('/dimensions', { kind, code: value, name: kind });
    const lines = [
      { account: code, debit: '1.00', dimensions },
      { account: '3101', credit: '1.00' },
    ];
    expect(await firm.post('/entries', { date: '2026-01-15', lines })).toMatchObject({ status: 413, body: { code: 'request.too_long' } });
  });
});

describe('a name that is cut for a key', () => {
  test.each([118, 119, 120])('is cut between characters (%i letters before an emoji)', async (letters) => {
    const name = `${'a'.repeat(letters)}😀 shop`;
    const { status, body } = await firm.post('/contacts', { name });
    expect(status).toBe(201);
    const found = await firm.get(`/contacts?q=${encodeURIComponent(name)}`);
    expect(found.body.data.map(({ id }: { id: string }) => id)).toContain(body.id);
  });

  test('a memo that ends in an emoji where it is shown short is kept whole', async () => {
    const contact = (await firm.post('/contacts', { name: 'Acme' })).body.id;
    const memo = `${'m'.repeat(99)}😀`;
    const lines = [
      { account: '1121', debit: '1.00', contact, memo },
      { account: '4101', credit: '1.00' },
    ];
    expect(await firm.post('/entries', { date: '2026-01-15', lines })).toMatchObject({ status: 201, body: { lines: [{ memo }, {}] } });
  });
});

describe('legal numbers', () => {
  const numbersUnder = async (prefixes: readonly string[], count: number): Promise<readonly string[]> => {
    const numbered = await signUp(host.url);
    const contact = (await numbered.post('/contacts', { name: 'Acme' })).body.id;
    const numbers: string[] = [];
    for (const prefix of prefixes) {
      const { headers } = await numbered.get('');
      const numbering = { invoice: { prefix, digits: 1, restarts: 'never' } };
      const changed = await numbered.send('PATCH', '', { invoicing: { numbering } }, { 'if-match': headers.get('etag') ?? '' });
      if (changed.status !== 200) return [...numbers, String(changed.status)];
      for (let i = 0; i < count; i++) {
        const draft = await numbered.post('/invoices', { contact, lines: [{ text: 't', unitPrice: '10.00', taxCode: 'S' }] });
        numbers.push((await numbered.post(`/invoices/${draft.body.id}/post`)).body.number);
      }
    }
    expect((await numbered.get('/book/verify')).body.verified).toBe(true);
    return numbers;
  };

  test.each(['constructor', '__proto__', ''])('begin at one under the prefix %j', async (prefix) => {
    expect(await numbersUnder([prefix], 2)).toEqual([`${prefix}1`, `${prefix}2`]);
  });
  test('are never two documents’: a prefix that ends in a digit is refused', async () => {
    expect(await numbersUnder(['A', 'A1'], 11)).toEqual([...Array.from({ length: 11 }, (_, i) => `A${i + 1}`), '422']);
  });
});

test.each(['a,victim@corp.example', 'x<victim@corp.example', 'a;b@corp.example', '"a"@corp.example', '(c)a@corp.example', 'a\u0000@corp.example'])(
  '%j is not one address: nobody is mailed by it',
  async (email) => {
    expect(await firm.post('/v1/password-resets', { email })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/email', code: 'field.format' }] },
    });
  },
);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
beforeAll(async () => {
  host = await aHost({ at: '2026-11-22T09:00:00.000Z' });
});
afterAll(() => host.stop());

const [CASH, SALES, RENT, EARNINGS] = ['1101', '4101', '5301', 'retained-earnings'];
const sale = (date: string, amount = '100.00') => ({
  date,
  memo: 'a sale',
  lines: [
    { account: CASH, debit: amount },
    { account: SALES, credit: amount },
  ],
});
const rent = (date: string, amount = '40.00') => ({
  date,
  memo: 'rent',
  lines: [
    { account: RENT, debit: amount },
    { account: CASH, credit: amount },
  ],
});
const withEntries = async (...entries: object[]): Promise<Client> => {
  const firm = await signUp(host.url);
  for (const entry of entries) await firm.post('/entries', entry);
  return firm;
};

describe('a closed month', () => {
  test('refuses posts and reversals dated in it, takes those after it, and reopens with a reason that is kept', async () => {
    const firm = await withEntries(sale('2026-01-10'));
    const { id } = (await firm.get('/entries')).body.data[0];
    expect(await firm.post('/periods/2026-01/close')).toMatchObject({ status: 200, body: { closedThrough: '2026-01-31' } });
    expect(await firm.post('/entries', sale('2026-01-31'))).toMatchObject({
      status: 409,
      body: { code: 'period.closed', errors: [{ pointer: '/date' }] },
    });
    expect(await firm.post(`/entries/${id}/reverse`, { date: '2026-01-31' })).toMatchObject({ status: 409, body: { code: 'period.closed' } });
    expect((await firm.post(`/entries/${id}/reverse`, { date: '2026-02-01' })).status).toBe(201);
    expect(await firm.post('/periods/2026-01/reopen', { reason: 'a late bill' })).toMatchObject({
      status: 200,
      body: { closedThrough: '2025-12-31' },
    });
    expect((await firm.post('/entries', sale('2026-01-31'))).status).toBe(201);
    const { data } = (await firm.get('/events?entity=period:2026-01')).body;
    expect(data.map(({ type, data: { reason } }: { type: string; data: { reason?: string } }) => [type, reason])).toEqual([
      ['period.closed', undefined],
      ['period.reopened', 'a late bill'],
    ]);
  });

  test('stands against a thousand posts that race with its close: none lands after it', async () => {
    const firm = await withEntries(sale('2026-03-01'));
    const posts = Array.from({ length: 1000 }, (_, i) => firm.post('/entries', sale('2026-03-15', `${i + 1}.00`)));
    const close = firm.post('/periods/2026-03/close');
    const [closed, ...answers] = await Promise.all([close, ...posts]);
    expect(closed?.status).toBe(200);
    const landed = answers.filter(({ status }) => status === 201);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const { data: events } = (await firm.get('/events?entity=period:2026-03')).body;
    const { data: last } = (await firm.get('/entries?limit=1')).body;
    expect(last[0].seq).toBe(landed.length + 1);
    expect(events[0].data.seq).toBe(last[0].seq);
    expect((await firm.get('/book/verify')).body.verified).toBe(true);
  }, 60_000);
});

test('a lock moves forward only, by an owner, and is never lifted', async () => {
  const firm = await withEntries(sale('2026-01-10'));
  await firm.post('/periods/2026-01/close');
  await firm.post('/periods/2026-02/close');
  expect(await firm.post('/periods/2026-03/lock')).toMatchObject({ status: 409, body: { code: 'period.not_closed' } });
  expect(await firm.post('/periods/2026-02/lock')).toMatchObject({ status: 200, body: { lockedThrough: '2026-02-28' } });
  expect(await firm.post('/periods/2026-01/lock')).toMatchObject({ status: 409, body: { code: 'lock.backwards' } });
  expect(await firm.post('/periods/2026-02/reopen', { reason: 'x' })).toMatchObject({ status: 409, body: { code: 'book.locked' } });
  expect(await firm.post('/entries', sale('2026-02-28'))).toMatchObject({ status: 409, body: { code: 'book.locked' } });
});

test('the list of periods says what may be done to each', async () => {
  const firm = await withEntries(sale('2026-08-10'));
  await firm.post('/periods/2026-08/close');
  const { body } = await firm.get('/periods');
  expect(body.data.map(({ month, state, can }: { month: string; state: string; can: string[] }) => `${month} ${state} ${can}`)).toEqual([
    '2026-11 open ',
    '2026-10 open ',
    '2026-09 open close',
    '2026-08 closed reopen,lock',
  ]);
  expect(body.years).toMatchObject([{ year: 2026, from: '2026-01-01', to: '2026-12-31', closed: false, can: [] }]);
});

describe('a year', () => {
  const closeAll = async (firm: Client) => {
    await firm.post('/periods/2025-11/close');
    return firm.post('/years/2025/close');
  };
  test('closes with one entry that brings income and expense to zero, and reopens by reversing it', async () => {
    const firm = await withEntries(sale('2025-03-10'), sale('2025-12-31', '50.00'), rent('2025-06-01'), sale('2026-01-05', '7.00'));
    expect(await firm.post('/years/2025/close')).toMatchObject({ status: 409, body: { code: 'year.not_over' } });
    const closed = await closeAll(firm);
    expect(closed).toMatchObject({ status: 200, body: { closedThrough: '2025-12-31' } });
    const entry = (await firm.get(`/entries/${closed.body.entry}`)).body;
    expect(entry).toMatchObject({ date: '2025-12-31', closing: true, total: '150.00' });
    const earnings = (await firm.get('/accounts')).body.data.find(({ role }: { role?: string }) => role === EARNINGS).code;
    expect(entry.lines).toContainEqual({ account: earnings, credit: '110.00' });
    expect(await firm.post('/entries', sale('2025-12-31'))).toMatchObject({ status: 409, body: { code: 'period.closed' } });
    expect(await firm.post(`/entries/${closed.body.entry}/reverse`, { date: '2026-01-01' })).toMatchObject({ status: 409 });
    const reopened = await firm.post('/periods/2025-12/reopen', { reason: 'audit adjustment' });
    expect(reopened).toMatchObject({ status: 200, body: { closedThrough: '2025-11-30' } });
    expect((await firm.post('/entries', rent('2025-12-31', '10.00'))).status).toBe(201);
    const again = await closeAll(firm);
    expect((await firm.get(`/entries/${again.body.entry}`)).body.lines).toContainEqual({ account: earnings, credit: '100.00' });
    expect((await firm.get('/book/verify')).body.verified).toBe(true);
  });
  test('without any movement closes without an entry', async () => {
    const firm = await withEntries(sale('2026-01-05'));
    expect(await closeAll(firm)).toMatchObject({ status: 200, body: { entry: null } });
  });
});

test('opening balances leave their difference in sight', async () => {
  const firm = await signUp(host.url);
  const { status, body } = await firm.post('/opening-balances', {
    date: '2026-01-01',
    lines: [
      { account: CASH, debit: '900.00' },
      { account: '1111', debit: '100.00' },
    ],
  });
  expect(status).toBe(201);
  const opening = (await firm.get('/accounts')).body.data.find(({ role }: { role?: string }) => role === 'opening-balances').code;
  expect(body.lines).toContainEqual({ account: opening, credit: '1000.00' });
});

describe('the chart', () => {
  test('an account is added, changed under its version, archived and restored', async () => {
    const firm = await signUp(host.url);
    const account = { code: '1150', name: { en: 'Till 2', ar: 'صندوق ٢' }, type: 'asset', role: 'cash' };
    expect(await firm.post('/accounts', account)).toMatchObject({ status: 201, body: { ...account, archived: false, version: 1 } });
    expect(await firm.post('/accounts', account)).toMatchObject({ status: 409, body: { code: 'account.exists' } });
    expect(await firm.send('PATCH', '/accounts/1150', { name: { en: 'Till', ar: 'صندوق' } })).toMatchObject({ status: 428 });
    expect(await firm.send('PATCH', '/accounts/1150', { name: { en: 'Till', ar: 'صندوق' } }, { 'if-match': '"9"' })).toMatchObject({ status: 412 });
    expect(await firm.send('PATCH', '/accounts/1150', { name: { en: 'Till', ar: 'صندوق' } }, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { name: { en: 'Till', ar: 'صندوق' }, version: 2 },
    });
    expect((await firm.post('/accounts/1150/archive')).status).toBe(200);
    const lines = [
      { account: '1150', debit: '1.00' },
      { account: SALES, credit: '1.00' },
    ];
    expect(await firm.post('/entries', { date: '2026-01-01', lines })).toMatchObject({ status: 422, body: { code: 'account.archived' } });
    expect((await firm.post('/accounts/1150/restore')).body.archived).toBe(false);
    expect((await firm.post('/entries', { date: '2026-01-01', lines })).status).toBe(201);
  });
  test('an account that the book needs is not archived, and a role is held once', async () => {
    const firm = await signUp(host.url);
    const receivable = (await firm.get('/accounts')).body.data.find(({ role }: { role?: string }) => role === 'receivable').code;
    expect(await firm.post(`/accounts/${receivable}/archive`)).toMatchObject({ status: 409, body: { code: 'account.in_use' } });
    expect(await firm.post('/accounts', { code: '1122x', name: { en: 'x', ar: 'س' }, type: 'asset', role: 'receivable' })).toMatchObject({
      status: 409,
      body: { code: 'account.role_taken' },
    });
  });
  test('a dimension marks lines once it is there', async () => {
    const firm = await signUp(host.url);
    const entry = {
      date: '2026-01-01',
      lines: [
        { account: CASH, debit: '1.00', dimensions: { branch: 'JED' } },
        { account: SALES, credit: '1.00', dimensions: { branch: 'JED' } },
      ],
    };
    expect(await firm.post('/entries', entry)).toMatchObject({ status: 422, body: { code: 'dimension.unknown' } });
    expect((await firm.post('/dimensions', { kind: 'branch', code: 'JED', name: 'جدة' })).status).toBe(201);
    expect(await firm.post('/entries', entry)).toMatchObject({ status: 201, body: { lines: [{ dimensions: { branch: 'JED' } }, {}] } });
  });
});

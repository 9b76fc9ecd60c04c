import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirmId } from '../../../../domain/kernel/ids.ts';
import { stayAlive } from '../../../../functions/accounting/imports/stay-alive.ts';
import { FirmTable } from '../../../../functions/platform/table/firm-table.ts';
import type { Write } from '../../../../functions/platform/table/port.ts';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { type Answer, aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
let firm: Client;
beforeAll(async () => {
  host = await aHost({ log: { info: () => {}, warn: () => {}, error: () => {}, metric: () => {} } });
});
afterAll(() => host.stop());

const finished = async (id: string): Promise<Answer['body']> => {
  for (let tries = 0; tries < 400; tries++) {
    const { body } = await firm.get(`/imports/${id}`);
    if (!['checking', 'running'].includes(body.state)) return body;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the import did not end');
};
const sent = async (text: string, query = 'name=a.journal') => finished((await firm.send('POST', `/imports?${query}`, text)).body.id);
const upload = async ({ url, fields }: { url: string; fields: Record<string, string> }, text: string) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([text]));
  return (await fetch(url, { method: 'POST', body: form })).status;
};
const entry = (change: { account?: string; payee?: string; amount?: string } = {}) =>
  `2026-01-05 ${change.payee ?? 'x'}\n    ${change.account ?? 'assets:till'}  ${change.amount ?? '10.00'}\n    equity:b\n`;
const closes = async (month: string) => (await firm.post(`/periods/${month}/close`)).status;

describe('an import that was checked', () => {
  test('and whose month closed before it started is refused, lets the book go, and is written once the month is open again', async () => {
    firm = await signUp(host.url);
    const { id } = await sent(entry(), 'name=a.journal&preview=true');
    expect(await closes('2026-02')).toBe(200);
    await firm.post(`/imports/${id}/start`);
    expect(await finished(id)).toMatchObject({
      state: 'refused',
      progress: { written: 0 },
      preview: { faults: [{ line: 1, code: 'period.closed', message: 'The books are closed through 2026-02-28.' }] },
    });
    expect(await closes('2026-03')).toBe(200);
    for (const month of ['2026-03', '2026-02', '2026-01']) await firm.post(`/periods/${month}/reopen`, { reason: 'an import' });
    await firm.post(`/imports/${id}/check`);
    expect((await finished(id)).state).toBe('ready');
    await firm.post(`/imports/${id}/start`);
    expect(await finished(id)).toMatchObject({ state: 'done', progress: { written: 1 } });
    expect(await closes('2026-01')).toBe(200);
  });

  test.each([
    ['another journal', entry({ amount: '999.00' })],
    ['no journal at all', 'what is this\n'],
  ])('and whose file was replaced by %s is refused whole', async (_what, other) => {
    firm = await signUp(host.url);
    const { body } = await firm.post('/imports/uploads', { name: 'a.journal', bytes: 1000, format: 'hledger', preview: true });
    const { id } = body.import;
    expect(await upload(body.upload, entry())).toBe(204);
    await firm.post(`/imports/${id}/check`);
    expect((await finished(id)).state).toBe('ready');
    expect(await upload(body.upload, other)).toBe(204);
    await firm.post(`/imports/${id}/start`);
    expect(await finished(id)).toMatchObject({ state: 'refused', preview: { faults: [{ code: 'import.file_changed' }] } });
    expect((await firm.get('/entries')).body.data).toEqual([]);
    expect(await closes('2026-01')).toBe(200);
  });

  test('and that fails whenever it is taken up is given up in the end, and the book goes on without it', async () => {
    firm = await signUp(host.url);
    const { transact } = host.table;
    const isStaging = (write: Write): boolean => write.kind === 'put' && write.item.pk.endsWith('#JOURNAL');
    Object.assign(host.table, {
      transact: async (writes: readonly Write[]) => {
        if (writes.some(isStaging)) throw new Error('the disk is gone');
        return transact(writes);
      },
    });
    const { id } = (await firm.send('POST', '/imports?name=a.journal', entry())).body;
    for (let minute = 0; minute < 12; minute++) await host.advanceTo(new Date(Date.parse(host.clock.now()) + 61_000).toISOString());
    Object.assign(host.table, { transact });
    expect(await finished(id)).toMatchObject({ state: 'refused', preview: { faults: [{ code: 'import.gave_up' }] } });
    expect(await closes('2025-12')).toBe(200);
    await firm.post(`/imports/${id}/check`);
    expect((await finished(id)).state).toBe('done');
    expect((await firm.get('/book/verify')).body).toMatchObject({ verified: true, entries: 1 });
  });
});

test('an import that somebody is at is due later, and is as it was', async () => {
  firm = await signUp(host.url);
  const { body } = await firm.post('/imports/uploads', { name: 'a.journal', bytes: 10, format: 'hledger' });
  const { id } = body.import;
  const key = { pk: `F#${firm.firm}#IMPORTS`, sk: id };
  const dueAt = '2020-01-01T00:00:00.000Z';
  const due = { duepk: `DUE#${dueAt.slice(0, 13)}`, duesk: `${dueAt}#import.work#${key.pk}#${key.sk}` };
  const view = { table: new FirmTable(host.table, firm.firm as FirmId), ports: host.ports };
  await host.table.transact([{ kind: 'update', key, set: { state: 'checking', ...due } }]);
  const before = await host.table.get(key);
  await stayAlive(view, id);
  const after = await host.table.get(key);
  expect(after).toEqual({ ...before, duepk: expect.any(String), duesk: expect.any(String) });
  expect(String(after?.duesk).slice(0, 24) > host.clock.now()).toBe(true);
  await host.table.transact([{ kind: 'update', key, set: { state: 'discarded' }, remove: ['duepk', 'duesk'] }]);
  await stayAlive(view, id);
  expect((await host.table.get(key))?.duesk).toBeUndefined();
});

describe('a journal is refused for', () => {
  test.each([
    ['an account whose name holds what separates keys', entry({ account: 'assets:bank #1' }), 'import.account_malformed'],
    ['an account whose name holds what nobody sees', entry({ account: 'assets:\u202ebank' }), 'import.account_malformed'],
    ['a commodity that is no code', entry({ amount: '10 "a b"' }), 'import.commodity_malformed'],
    ['a commodity longer than a code', entry({ amount: `10 ${'C'.repeat(41)}` }), 'import.commodity_malformed'],
    ['an amount that no counter holds', entry({ amount: '99999999999999999999' }), 'import.amount_too_large'],
    ['a quantity too fine for counters', entry({ amount: `0.${'1'.repeat(40)} XAU` }), 'import.amount_too_large'],
    ['a payee longer than a memo', entry({ payee: 'p'.repeat(2001) }), 'import.text_too_long'],
    ['a reference longer than one', entry({ payee: `(${'c'.repeat(201)}) x` }), 'import.text_too_long'],
  ])('%s', async (_what, text, code) => {
    firm = await signUp(host.url);
    expect(await sent(text)).toMatchObject({ state: 'refused', preview: { faults: [expect.objectContaining({ code, line: 1 })] } });
    expect((await firm.get('/entries')).body.data).toEqual([]);
  });

  test.each(['constructor', '__proto__', 'toString'])('nothing where it calls an account and a commodity %s', async (name) => {
    firm = await signUp(host.url);
    expect(await sent(entry({ account: name, amount: `10 ${name}` }))).toMatchObject({ state: 'done', preview: { faults: [] } });
    const [posted] = (await firm.get('/entries')).body.data;
    expect(posted.lines[0]).toMatchObject({ account: name, foreign: { currency: name, amount: '10' } });
    expect((await firm.get('/book/verify')).body.verified).toBe(true);
  });
});

test.each([
  ['a name longer than one', `name\n${'n'.repeat(201)}\n`, 'import.text_too_long'],
  ['a street longer than one', `name,street\nx,${'s'.repeat(201)}\n`, 'import.text_too_long'],
  ['a telephone number that is none', 'name,phone\nx,1\n', 'import.phone_malformed'],
  ['two addresses in one', 'name,email\nx,"a,b@c.de"\n', 'import.email_malformed'],
])('contacts are refused for %s', async (_what, text, code) => {
  firm = await signUp(host.url);
  expect(await sent(text, 'name=c.csv&format=contacts-csv')).toMatchObject({ state: 'refused', preview: { faults: [{ line: 2, code }] } });
  expect((await firm.get('/contacts')).body.data).toEqual([]);
});

test('contacts of many words and both languages are imported whole', async () => {
  firm = await signUp(host.url);
  const words = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس'];
  const rows = Array.from({ length: 12 }, () => `${words.join(' ')},${words.toReversed().join(' ')}`);
  expect(await sent(`name,name_ar\n${rows.join('\n')}\n`, 'name=c.csv&format=contacts-csv')).toMatchObject({
    state: 'done',
    progress: { written: 12 },
  });
  expect((await firm.get('/contacts')).body.data).toHaveLength(12);
});

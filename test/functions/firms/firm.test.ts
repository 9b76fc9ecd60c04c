import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookSerial } from '../../../functions/accounting/book-store.ts';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import { type Account, type Json, type Office, office } from '../identity/office.ts';

let o: Office;
let owner: Account;
beforeAll(async () => {
  o = await office();
  owner = await o.signUp({ firm: { name: 'Rimal' } });
});
afterAll(() => o.stop());

const change = (body: Json, version: number | undefined, { token, firm } = owner) =>
  o.ask('PATCH', `/firms/${firm.id}`, { token, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
const versionOf = async (account: Account): Promise<number> =>
  (await o.ask('GET', `/firms/${account.firm.id}`, { token: account.token })).json.version;

test('settings change one by one; what is left out stays, and what is cleared is gone', async () => {
  const account = await o.signUp();
  const asked = { ...account };
  const first = await change(
    { taxNumber: '3000 0000 0000 003', address: { street: 'Olaya', city: 'Riyadh' }, invoicing: { dueDays: 14, footer: 'Thank you' } },
    1,
    asked,
  );
  expect(first.status).toBe(200);
  expect(first.headers.etag).toBe('"2"');
  expect(first.json).toMatchObject({
    name: 'Nakheel',
    taxNumber: '300000000000003',
    address: { street: 'Olaya', city: 'Riyadh' },
    invoicing: { dueDays: 14, footer: 'Thank you' },
    version: 2,
  });

  const second = await change(
    {
      address: null,
      timeZone: 'Asia/Dubai',
      invoicing: {
        footer: null,
        numbering: { invoice: { prefix: '{year}/', digits: 6, restarts: 'yearly' } },
        taxRounding: { level: 'line', mode: 'half-even' },
      },
    },
    2,
    asked,
  );
  expect(second.json).not.toHaveProperty('address');
  expect(second.json).toMatchObject({
    timeZone: 'Asia/Dubai',
    taxNumber: '300000000000003',
    invoicing: {
      dueDays: 14,
      numbering: { invoice: { prefix: '{year}/' }, creditNote: { prefix: 'CN-{year}-' } },
      taxRounding: { level: 'line', mode: 'half-even' },
    },
  });
  expect(second.json.invoicing).not.toHaveProperty('footer');

  const { json } = await o.ask('GET', `/firms/${account.firm.id}/events`, { token: account.token });
  expect(json.data.at(-1)).toMatchObject({
    type: 'firm.changed',
    entity: { kind: 'firm', id: account.firm.id, version: 3 },
    data: { address: null, timeZone: 'Asia/Dubai' },
  });
  expect(Object.keys(json.data.at(-1).data).sort()).toEqual(['address', 'invoicing', 'timeZone']);
});

test('the fiscal year moves, and the book with it, until the first entry', async () => {
  const account = await o.signUp({ firm: { country: 'US', currency: 'USD' } });
  expect((await change({ fiscalYearStart: 7 }, 1, account)).json.fiscalYearStart).toBe(7);
  const table = new FirmTable(await o.host.ports.table([account.firm.id]), account.firm.id);
  const book = await bookSerial.load(table, o.host.ports, undefined);
  expect(book.head.fiscalYearStart).toBe(7);

  // As the first entry leaves it.
  await table.transact([bookSerial.move(book, { ...book, head: { ...book.head, seq: 1, version: book.head.version + 1 } })]);
  const refused = await change({ fiscalYearStart: 1 }, 2, account);
  expect([refused.status, refused.json.code, refused.json.errors[0].pointer]).toEqual([409, 'firm.book_started', '/fiscalYearStart']);
  expect((await change({ fiscalYearStart: 7, name: 'Dunes' }, 2, account)).json).toMatchObject({ fiscalYearStart: 7, name: 'Dunes' });
});

describe('a change is refused', () => {
  test.each([
    ['without a version', { name: 'Other' }, undefined, 428, 'version.missing'],
    ['of a version that is not the present one', { name: 'Other' }, 99, 412, 'version.stale'],
    ['to a time zone that is none', { timeZone: 'Asia/Atlantis' }, 0, 422, 'timezone.unknown'],
    ['to a time zone by its offset', { timeZone: '+03:00' }, 0, 422, 'timezone.unknown'],
    ['to a tax number of another form', { taxNumber: '12345' }, 0, 422, 'tax_number.malformed'],
    ['of the currency, in which the book is kept', { currency: 'USD' }, 0, 422, 'request.invalid'],
    ['to a month that is none', { fiscalYearStart: 13 }, 0, 422, 'request.invalid'],
    [
      'to a prefix with another placeholder',
      { invoicing: { numbering: { invoice: { prefix: '{month}', digits: 4, restarts: 'never' } } } },
      0,
      422,
      'request.invalid',
    ],
    ['to an address with a member of its own', { address: { planet: 'Earth' } }, 0, 422, 'request.invalid'],
  ] as const)('%s', async (_, body, version, status, code) => {
    const answer = await change(body, version === 0 ? await versionOf(owner) : version);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  test('for all roles but the owner’s', async () => {
    for (const role of ['accountant', 'staff', 'auditor']) {
      const member = await o.member(owner, role);
      const answer = await change({ name: 'Other' }, await versionOf(owner), member);
      expect([answer.status, answer.json.code]).toEqual([403, 'permission.denied']);
    }
  });
});

test('a change to what is there already makes no version and no event', async () => {
  const account = await o.signUp();
  expect((await change({ name: account.firm.name, timeZone: account.firm.timeZone }, 1, account)).json.version).toBe(1);
  expect((await o.ask('GET', `/firms/${account.firm.id}/events`, { token: account.token })).json.data).toHaveLength(2);
});

test('of two who change one version at once, one wins', async () => {
  const account = await o.signUp();
  const answers = await Promise.all(['One', 'Two'].map((name) => change({ name }, 1, account)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('another firm is not there, to the byte', async () => {
  const other = await o.signUp();
  const missing = 'frm_00000000000000000000000000';
  const calls = [
    ['GET', ''],
    ['PATCH', ''],
    ['GET', '/members'],
    ['PATCH', `/members/${owner.user.id}`],
    ['DELETE', `/members/${owner.user.id}`],
    ['GET', '/invitations'],
    ['POST', '/invitations'],
    ['DELETE', '/invitations/ivt_00000000000000000000000000'],
  ] as const;
  for (const [method, path] of calls) {
    const asked = { token: other.token, ...(method !== 'GET' && { body: {} }), headers: { 'if-match': '"1"' } };
    const foreign = await o.ask(method, `/firms/${owner.firm.id}${path}`, asked);
    const none = await o.ask(method, `/firms/${missing}${path}`, asked);
    expect([method, path, foreign.status]).toEqual([method, path, 404]);
    expect(foreign.text).toBe(none.text);
  }
});

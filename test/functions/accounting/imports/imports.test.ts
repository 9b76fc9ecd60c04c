import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { type Answer, aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
beforeAll(async () => {
  host = await aHost();
});
afterAll(() => host.stop());

const american = () => signUp(host.url, { country: 'US', currency: 'USD' });
const finished = async (firm: Client, id: string): Promise<Answer['body']> => {
  for (let tries = 0; tries < 400; tries++) {
    const { body } = await firm.get(`/imports/${id}`);
    if (!['uploading', 'checking', 'running'].includes(body.state)) return body;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the import did not end');
};
const importText = async (firm: Client, text: string, query: string) => finished(firm, (await firm.send('POST', `/imports?${query}`, text)).body.id);

const journal = `2026-01-05 * (A-1) Landlord
    expenses:rent        $1,200.00  ; January
    assets:bank:checking

2026-01-10 Client
    assets:bank:checking   $500.00
    income:consulting
`;

describe('an import', () => {
  test('of a journal adds its accounts and posts its entries', async () => {
    const firm = await american();
    const done = await importText(firm, journal, 'name=my.journal');
    expect(done).toMatchObject({ state: 'done', format: 'hledger', progress: { written: 2, total: 2 }, faults: 0 });
    const { data } = (await firm.get('/entries?order=oldest')).body;
    expect(data).toMatchObject([
      {
        date: '2026-01-05',
        memo: 'Landlord',
        reference: 'A-1',
        total: '1200.00',
        lines: [
          { account: 'expenses:rent', debit: '1200.00' },
          { account: 'assets:bank:checking', credit: '1200.00' },
        ],
      },
      { date: '2026-01-10', total: '500.00' },
    ]);
    const accounts = (await firm.get('/accounts')).body.data;
    expect(accounts).toContainEqual(expect.objectContaining({ code: 'assets:bank:checking', type: 'asset', role: 'bank' }));
    expect((await firm.get('/book/verify')).body.verified).toBe(true);
  });

  test('is previewed first, with the accounts it would add, and starts when told', async () => {
    const firm = await american();
    const ready = await importText(firm, journal, 'name=my.journal&preview=true');
    expect(ready).toMatchObject({ state: 'ready', preview: { entries: 2, lines: 4, from: '2026-01-05', to: '2026-01-10', faults: [] } });
    expect(ready.preview.accounts).toContainEqual({ name: 'expenses:rent', code: 'expenses:rent', type: 'expense', isNew: true });
    expect((await firm.get('/entries')).body.data).toEqual([]);
    await firm.post(`/imports/${ready.id}/check`, { options: { accounts: { 'expenses:rent': '6200', 'assets:bank:checking': '1010' } } });
    const again = await finished(firm, ready.id);
    expect(again.preview.accounts.find(({ name }: { name: string }) => name === 'expenses:rent').code).toBe('6200');
    expect((await firm.post(`/imports/${ready.id}/start`)).status).toBe(202);
    expect(await finished(firm, ready.id)).toMatchObject({ state: 'done' });
    expect(await firm.post(`/imports/${ready.id}/start`)).toMatchObject({ status: 409, body: { code: 'import.state' } });
  });

  test('with a fault anywhere is refused whole, and every fault is named by its line in the caller’s language', async () => {
    const firm = await american();
    const refused = await importText(
      firm,
      `${journal}\n2026-02-01 Broken\n    expenses:rent  $10.00\n    assets:cash  $-9.00\n\ninclude other.journal\n`,
      'name=my.journal',
    );
    expect(refused.state).toBe('refused');
    expect(refused.preview.faults.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`)).toEqual([
      '9 import.entry_unbalanced',
      '13 import.include_refused',
    ]);
    expect((await firm.get(`/imports/${refused.id}`, { 'accept-language': 'ar' })).body.preview.faults[1].message).toMatch(/ملف/);
    expect((await firm.get('/entries')).body.data).toEqual([]);
    expect((await firm.get('/accounts')).body.data.some(({ code }: { code: string }) => code === 'expenses:rent')).toBe(false);
  });

  test('into a closed period is refused by line', async () => {
    const firm = await american();
    await firm.post('/periods/2026-01/close');
    const refused = await importText(firm, journal, 'name=my.journal');
    expect(refused.preview.faults[0]).toMatchObject({ line: 1, code: 'period.closed' });
  });

  test('keeps amounts without a price by quantity, and says so', async () => {
    const firm = await american();
    const done = await importText(
      firm,
      '2026-01-01 shares\n    assets:broker   10 AAPL\n    equity:opening\n\n2026-01-02 euro\n    assets:wallet  100 EUR @ 1.105 USD\n    assets:cash   -110.50 USD\n',
      'format=hledger',
    );
    expect(done.preview.commodities).toContainEqual({ name: 'AAPL', code: 'AAPL', digits: 0, isNew: true, withoutWorth: 2 });
    const [second, first] = (await firm.get('/entries')).body.data;
    expect(first.lines).toMatchObject([
      { debit: '0.00', foreign: { currency: 'AAPL', amount: '10' } },
      { credit: '0.00', foreign: { currency: 'AAPL', amount: '10' } },
    ]);
    expect(second.lines).toContainEqual({ account: 'assets:wallet', debit: '110.50', foreign: { currency: 'EUR', amount: '100.00' } });
    expect((await firm.get('/book/verify')).body.verified).toBe(true);
  });

  test('of contacts adds them, and refuses the file for one bad row', async () => {
    const firm = await signUp(host.url);
    const bad = await importText(firm, 'name,email,kind\nAcme,acme@example.com,customer\nBeta,nonsense,customer\n', 'name=contacts.csv');
    expect(bad).toMatchObject({ state: 'refused', format: 'contacts-csv' });
    expect(bad.preview.faults).toMatchObject([{ line: 3, code: 'import.email_malformed' }]);
    const done = await importText(
      firm,
      `الاسم,البريد الإلكتروني,النوع\n${Array.from({ length: 23 }, (_, i) => `شركة ${i},c${i}@example.com,عميل`).join('\n')}\n`,
      'name=contacts.csv',
    );
    expect(done).toMatchObject({ state: 'done', progress: { written: 23, total: 23 } });
    expect((await firm.get('/contacts?limit=100')).body.data.length).toBe(23);
  });

  test('of opening balances posts one entry', async () => {
    const firm = await signUp(host.url);
    const done = await importText(
      firm,
      'account,debit,credit,date\n1101,"1,000.50",,2026-01-01\n1111,2000,,2026-01-01\n2201,,500,2026-01-01\n',
      'name=opening.csv&format=opening-balances-csv',
    );
    expect(done).toMatchObject({ state: 'done', format: 'opening-balances-csv' });
    expect((await firm.get('/entries')).body.data[0]).toMatchObject({ date: '2026-01-01', total: '3000.50' });
  });

  test('of a larger file is uploaded to a signed address', async () => {
    const firm = await american();
    const text = Array.from(
      { length: 2500 },
      (_, i) => `2026-0${1 + (i % 9)}-1${i % 10} sale ${i}\n    assets:cash  $${i + 1}.25\n    income:sales\n`,
    ).join('\n');
    const prepared = (await firm.post('/imports/uploads', { name: 'big.journal', bytes: text.length, preview: false })).body;
    expect(await firm.post(`/imports/${prepared.import.id}/check`, {})).toMatchObject({ status: 409, body: { code: 'import.not_uploaded' } });
    const form = new FormData();
    for (const [name, value] of Object.entries(prepared.upload.fields as Record<string, string>)) form.append(name, value);
    form.append('file', new Blob([text]));
    expect((await fetch(prepared.upload.url, { method: 'POST', body: form })).status).toBeLessThan(300);
    await firm.post(`/imports/${prepared.import.id}/check`, {});
    expect(await finished(firm, prepared.import.id)).toMatchObject({ state: 'done', progress: { written: 2500, total: 2500 } });
    expect((await firm.get('/book/verify')).body).toMatchObject({ verified: true, entries: 2500 });
  });

  test('that is discarded cannot be started', async () => {
    const firm = await american();
    const ready = await importText(firm, journal, 'name=my.journal&preview=true');
    expect((await firm.send('DELETE', `/imports/${ready.id}`)).body.state).toBe('discarded');
    expect((await firm.post(`/imports/${ready.id}/start`)).status).toBe(409);
  });

  test('of a file that is nothing is refused', async () => {
    const firm = await american();
    expect(await firm.send('POST', '/imports?name=x.bin', 'no idea what this is')).toMatchObject({
      status: 422,
      body: { code: 'import.format_unknown' },
    });
    expect((await importText(firm, '; only a comment\n', 'format=hledger')).preview.faults).toMatchObject([{ line: 1, code: 'import.file_empty' }]);
  });
});

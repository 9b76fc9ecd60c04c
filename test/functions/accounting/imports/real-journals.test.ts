import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastDayOf } from '../../../../domain/kernel/dates.ts';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { describeFixtures, fixture, fixtureText } from '../../../fixtures.ts';
import { aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
beforeAll(async () => {
  host = await aHost();
});
afterAll(() => host.stop());

const cells = (file: string): string[][] =>
  Papa.parse<string[]>(fixtureText(`ledgers/expected/${file}`).trim(), { delimiter: file.endsWith('.txt') ? '\t' : ',' }).data.map((row) =>
    row.map((cell) => cell.trim()),
  );
/** What a figure is worth, without how it is written: `1,000.50`, `1000.5`. */
const figure = (written: string): string => {
  const text = written.replaceAll(',', '').replace(/^(-?)\./, '$10.');
  const trimmed = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return trimmed === '-0' ? '0' : trimmed;
};
/** A commodity of a file by the code that the book gives it. */
const codeOf = (commodity: string, base: string): string => ({ '': base, $: 'USD', '£': 'GBP', '€': 'EUR' })[commodity] ?? commodity;

async function imported(file: string, format: string, currency: string): Promise<Client> {
  const firm = await signUp(host.url, { country: 'US', currency });
  let job = (await firm.send('POST', `/imports?name=${encodeURIComponent(file)}&format=${format}`, fixtureText(`ledgers/${file}`))).body;
  while (['checking', 'running'].includes(job.state)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    job = (await firm.get(`/imports/${job.id}`)).body;
  }
  expect({ state: job.state, faults: job.preview?.faults }).toEqual({ state: 'done', faults: [] });
  return firm;
}

interface Row {
  readonly account: string;
  readonly type: string;
  readonly balance: string;
  readonly currencies?: readonly { readonly currency: string; readonly balance: string }[];
}
/** `account currency` -> balance of everything that does not stand at zero, without the accounts through which the book itself passes things. */
async function balances(firm: Client, base: string, asOf: string): Promise<Map<string, string>> {
  const passing = new Set(
    (await firm.get('/accounts')).body.data
      .filter(({ role }: { role?: string }) => role === 'fx-clearing' || role === 'suspense')
      .map(({ code }: { code: string }) => code),
  );
  const { rows } = (await firm.get(`/reports/trial-balance?as-of=${asOf}`)).body as { rows: readonly Row[] };
  return new Map(
    rows
      .filter(({ account }) => !passing.has(account))
      .flatMap(({ account, balance, currencies }) =>
        (currencies ?? [{ currency: base, balance }]).map((held): [string, string] => [`${account} ${held.currency}`, figure(held.balance)]),
      )
      .filter(([, balance]) => balance !== '0'),
  );
}
const expectedMap = (rows: readonly (readonly [account: string, commodity: string, balance: string])[], base: string): Map<string, string> =>
  new Map(
    rows
      .map(([account, commodity, balance]): [string, string] => [`${account} ${codeOf(commodity, base)}`, figure(balance)])
      .filter(([, balance]) => balance !== '0'),
  );

const END = '2999-12-31';
const hledger: readonly (readonly [string, string])[] = [
  ['business', 'USD'],
  ['chinese', 'USD'],
  ['home-page-example', 'USD'],
  ['invoicing__accrual', 'USD'],
  ['invoicing__cash', 'USD'],
  ['multi-year__2021-closed', 'USD'],
  ['multi-year__2021', 'USD'],
  ['personal', 'USD'],
  ['quickstart', 'USD'],
  ['sample', 'USD'],
  ['vat', 'GBP'],
  ['1ktxns-100accts', 'USD'],
];

describeFixtures('journals of hledger', () => {
  describe.each(hledger)('%s', (name, base) => {
    test('imports, and every balance at the end and at every month’s end is hledger’s', async () => {
      const firm = await imported(`hledger/${name}.journal`, 'hledger', base);
      const [, ...rows] = cells(`${name}.journal.trial-balance.csv`);
      expect(await balances(firm, base, END)).toEqual(
        expectedMap(
          rows.map(([account = '', commodity = '', balance = '']) => [account, commodity, balance]),
          base,
        ),
      );
      if (fixture(`ledgers/expected/${name}.journal.monthly-balances.csv`)) {
        const [[, , ...months] = [], ...monthly] = cells(`${name}.journal.monthly-balances.csv`);
        for (const [i, month] of months.entries()) {
          const expected = expectedMap(
            monthly.map(([account = '', commodity = '', ...figures]) => [account, commodity, figures[i] ?? '0']),
            base,
          );
          expect(await balances(firm, base, lastDayOf(month)), month).toEqual(expected);
        }
      }
      expect((await firm.get('/book/verify')).body.verified).toBe(true);
    }, 60_000);
  });

  test.each([
    ['quickstart', 'USD'],
    ['sample', 'USD'],
    ['vat', 'GBP'],
    ['home-page-example', 'USD'],
    ['business', 'USD'],
    ['invoicing__accrual', 'USD'],
    ['invoicing__cash', 'USD'],
    ['personal', 'USD'],
  ] as const)('the balance sheet and income statement of %s are hledger’s', async (name, base) => {
    const firm = await imported(`hledger/${name}.journal`, 'hledger', base);
    const totals = (file: string) => {
      const found: Record<string, string> = {};
      let section = '';
      for (const [label = '', , amount = ''] of cells(file).slice(2)) {
        if (label === 'total') found[section] = figure(amount);
        else if (label === 'Net:') found.Net = figure(amount);
        else if (amount === '') section = label;
      }
      return found;
    };
    const sheet = totals(`${name}.journal.balancesheet.csv`);
    const { body: balanceSheet } = await firm.get(`/reports/balance-sheet?as-of=${END}`);
    expect(figure(balanceSheet.totals.assets)).toBe(sheet.Assets ?? '0');
    expect(figure(balanceSheet.totals.liabilities)).toBe(sheet.Liabilities ?? '0');
    expect(balanceSheet.totals.assets).toBe(balanceSheet.totals.liabilitiesAndEquity);
    const statement = totals(`${name}.journal.incomestatement.csv`);
    const { body: profit } = await firm.get(`/reports/profit-and-loss?from=1999-01-01&to=${END}`);
    expect(figure(profit.totals.income)).toBe(statement.Revenues ?? '0');
    expect(figure(profit.totals.net)).toBe(statement.Net ?? '0');
  });
});

describeFixtures('journals of ledger', () => {
  test.each(['demo.ledger', 'drewr3.dat', 'sample.dat'])('%s imports with ledger’s balances', async (name) => {
    const firm = await imported(`ledger/${name}`, 'ledger', 'USD');
    const rows = cells(`${name}.trial-balance.ledger.txt`).flatMap(([account = '', amounts = '']) =>
      amounts.split('\n').map((amount): [string, string, string] => {
        const commodity = amount.replace(/[-\d.,\s]/g, '');
        return [account, commodity, amount.replace(/[^-\d.,]/g, '')];
      }),
    );
    expect(withSubaccounts(await balances(firm, 'USD', END))).toEqual(expectedMap(rows, 'USD'));
    expect((await firm.get('/book/verify')).body.verified).toBe(true);
  });

  /** Ledger counts what stands on the accounts below an account into it. */
  function withSubaccounts(own: ReadonlyMap<string, string>): Map<string, string> {
    const cents = (amount: string): number => Math.round(Number(amount) * 100);
    return new Map(
      [...own.keys()].map((key) => {
        const [, account = '', currency = ''] = /^(.*) (\S+)$/.exec(key) ?? [];
        const sum = [...own]
          .filter(([other]) => other === key || (other.startsWith(`${account}:`) && other.endsWith(` ${currency}`)))
          .reduce((total, [, amount]) => total + cents(amount), 0);
        return [key, figure((sum / 100).toFixed(2))];
      }),
    );
  }
});

describeFixtures('journals of beancount', () => {
  test.each(['basic', 'starter'])('%s imports with beancount’s balances', async (name) => {
    const firm = await imported(`beancount/${name}.beancount`, 'beancount', 'USD');
    const rows = cells(`${name}.beancount.trial-balance.csv`)
      .slice(1)
      .map(([account = '', currency = '', total = '']): [string, string, string] => [account, currency, total]);
    expect(await balances(firm, 'USD', END)).toEqual(expectedMap(rows, 'USD'));
    expect((await firm.get('/book/verify')).body.verified).toBe(true);
  });
});

import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { add, ZERO } from '../../../../domain/accounting/journals/decimal.ts';
import type { JournalEntry, JournalPosting } from '../../../../domain/accounting/journals/journal.ts';
import { readBeancount } from '../../../../domain/accounting/journals/read-beancount.ts';
import { readHledger } from '../../../../domain/accounting/journals/read-hledger.ts';
import { readLedger } from '../../../../domain/accounting/journals/read-ledger.ts';
import { describeFixtures, fixture, fixtureText } from '../../../fixtures.ts';
import { plain, readWhole, shown, trialBalance } from './read-whole.ts';

const rows = (file: string): string[][] =>
  Papa.parse<string[]>(fixtureText(`ledgers/expected/${file}`).trim(), { delimiter: ',' }).data.map((row) => row.map((cell) => cell.trim()));
const decimals = (written: string): number => written.split('.')[1]?.length ?? 0;
/** `-1,000.50` and `-1000.5` are the same figure. */
const figure = (written: string): string => {
  const scale = decimals(written);
  return plain({ quantity: BigInt(written.replace(/[,.]/g, '')), scale });
};
const dated = (entry: JournalEntry, posting: JournalPosting): string => posting.date ?? entry.date;

describeFixtures('journals of hledger read as hledger 1.25 reads them', () => {
  const files = [
    '1ktxns-100accts',
    'business',
    'chinese',
    'home-page-example',
    'invoicing__accrual',
    'invoicing__cash',
    'multi-year__2021-closed',
    'multi-year__2021',
    'personal',
    'quickstart',
    'sample',
    'vat',
  ];
  describe.each(files)('%s', (file) => {
    const read = () => readWhole(readHledger, fixtureText(`ledgers/hledger/${file}.journal`));

    test('every posting, to the last digit', () => {
      const { entries, faults } = read();
      expect(faults).toEqual([]);
      const expected = rows(`${file}.journal.postings.csv`)
        .slice(1)
        .map(([, date, , account, amount = '', commodity]) => [date, account, figure(amount), commodity].join('|'));
      // The expected files hold real postings only.
      const actual = entries.flatMap((entry) =>
        entry.postings
          .filter(({ virtual }) => !virtual)
          .map((posting) => [dated(entry, posting), posting.account, plain(posting.amount), posting.amount.commodity].join('|')),
      );
      expect(actual.toSorted()).toEqual(expected.toSorted());
    });

    test('every description', () => {
      const expected = new Set(
        rows(`${file}.journal.postings.csv`)
          .slice(1)
          .map(([, date, description]) => `${date} ${description}`),
      );
      const actual = read().entries.map(({ date, payee, memo }) => [`${date} ${payee}`, `${date} ${payee} | ${memo.split('\n')[0]}`]);
      for (const description of expected)
        expect(
          actual.some((possible) => possible.includes(description)),
          description,
        ).toBe(true);
    });

    test('the trial balance', () => {
      const sums = trialBalance(read().entries);
      for (const [account, commodity, balance = ''] of rows(`${file}.journal.trial-balance.csv`).slice(1)) {
        const sum = sums.get(`${account}\t${commodity}`);
        expect(sum ? shown(sum, decimals(balance)) : '0', `${account} ${commodity}`).toBe(figure(balance));
        sums.delete(`${account}\t${commodity}`);
      }
      expect([...sums].filter(([, sum]) => sum.quantity !== 0n)).toEqual([]);
    });

    test.each([
      ['balancesheet', { Assets: 'asset', Liabilities: 'liability' }],
      ['incomestatement', { Revenues: 'income', Expenses: 'expense' }],
    ] as const)('the accounts of its %s are of that type', (statement, sections: Readonly<Record<string, string>>) => {
      if (!fixture(`ledgers/expected/${file}.journal.${statement}.csv`)) return;
      const { accounts } = read();
      let type: string | undefined;
      for (const [name = '', , figure] of rows(`${file}.journal.${statement}.csv`).slice(2)) {
        if (figure === '') type = sections[name];
        else if (name !== 'total' && name !== 'Net:') expect(accounts.get(name)?.type, name).toBe(type);
      }
    });
  });

  test('the accounts of a cash flow statement are cash', () => {
    const { accounts } = readWhole(readHledger, fixtureText('ledgers/hledger/quickstart.journal'));
    const cash = rows('quickstart.journal.cashflow.csv')
      .slice(3, -1)
      .map(([name]) => name ?? '');
    expect(cash).toHaveLength(3);
    expect([...accounts.values()].filter(({ cash: held }) => held).map(({ name }) => name)).toEqual(expect.arrayContaining(cash));
  });

  test('declared Arabic accounts have their types', () => {
    const { accounts, faults } = readWhole(readHledger, fixtureText('ledgers/hledger/i18n__ar.journal'));
    expect(faults).toEqual([]);
    expect([...accounts.values()].map(({ name, type, cash }) => [name, type, cash === true])).toEqual([
      ['الأصول', 'asset', false],
      ['الأصول:البنك', 'asset', true],
      ['الأصول:النقدية', 'asset', true],
      ['المطلوبات', 'liability', false],
      ['حقوق الملكية', 'equity', false],
      ['حقوق الملكية:فروق الصرف', 'equity', false],
      ['الإيرادات', 'income', false],
      ['المصروفات', 'expense', false],
    ]);
  });

  test('accounts with names of their own inherit their declared types', () => {
    const { accounts, faults } = readWhole(readHledger, fixtureText('ledgers/hledger/accounttypes.journal'));
    expect(faults).toEqual([]);
    expect([...accounts.values()].every(({ type }) => type !== undefined)).toBe(true);
    expect(accounts.get('x:liabilities:credit card')?.type).toBe('liability');
  });
});

describeFixtures('journals of Ledger read as Ledger 3.3 reads them', () => {
  describe.each(['demo.ledger', 'drewr3.dat', 'sample.dat'])('%s', (file) => {
    const read = () => readWhole(readLedger, fixtureText(`ledgers/ledger/${file}`));

    test('every posting, those of automated entries too', () => {
      const { entries, faults } = read();
      expect(faults).toEqual([]);
      const expected = rows(`${file}.postings.csv`).map(([date = '', code, payee, account = '', commodity, quantity = '']) =>
        [date.replaceAll('/', '-'), code, payee, account, commodity, figure(quantity)].join('|'),
      );
      const actual = entries.flatMap((entry) =>
        entry.postings.map((posting) =>
          [
            dated(entry, posting),
            entry.reference ?? '',
            entry.payee,
            posting.virtual ? `(${posting.account})` : posting.account,
            posting.amount.commodity,
            plain(posting.amount),
          ].join('|'),
        ),
      );
      expect(actual.toSorted()).toEqual(expected.toSorted());
    });

    test('the trial balance, in which Ledger counts subaccounts with their parent', () => {
      const sums = trialBalance(read().entries);
      const named = new Set<string>();
      for (const [, account, amounts = ''] of fixtureText(`ledgers/expected/${file}.trial-balance.ledger.txt`).matchAll(
        /^([^\t\n]+)\t"([^"]*)"$/gm,
      )) {
        for (const amount of amounts.split('\n')) {
          const [number = ''] = /-?[\d,.]*\d/.exec(amount) ?? [];
          const commodity = amount.replace(number, '').trim();
          const family = [...sums].filter(([key]) => key.endsWith(`\t${commodity}`) && `${key.split('\t')[0]}:`.startsWith(`${account}:`));
          expect(plain(family.map(([, sum]) => sum).reduce(add, ZERO)), `${account} ${commodity}`).toBe(figure(number));
          named.add(`${account}\t${commodity}`);
        }
      }
      expect([...sums].filter(([key, sum]) => sum.quantity !== 0n && !named.has(key))).toEqual([]);
    });
  });
});

describeFixtures('files of Beancount read as Beancount 2.3.5 reads them', () => {
  describe.each(['basic.beancount', 'starter.beancount'])('%s', (file) => {
    const read = () => readWhole(readBeancount, fixtureText(`ledgers/beancount/${file}`));

    test('every posting, those of pads too, with its cost', () => {
      const { entries, faults } = read();
      expect(faults).toEqual([]);
      const expected = rows(`${file}.postings.csv`)
        .slice(1)
        .map(([, date, payee, narration, account, number = '', currency, cost = '', costCurrency = '']) => {
          const worth = cost === '' ? '' : `${plain(product(number, cost))} ${costCurrency}`;
          return [date, payee, narration, account, figure(number), currency, worth].join('|');
        });
      const actual = entries.flatMap((entry) =>
        entry.postings.map(({ account, amount, worth }) =>
          [entry.date, entry.payee, entry.memo, account, plain(amount), amount.commodity, worth ? `${plain(worth)} ${worth.commodity}` : ''].join(
            '|',
          ),
        ),
      );
      expect(actual.toSorted()).toEqual(expected.toSorted());
    });

    test('the trial balance', () => {
      const sums = trialBalance(read().entries);
      for (const [account, currency, total = ''] of rows(`${file}.trial-balance.csv`).slice(1)) {
        expect(plain(sums.get(`${account}\t${currency}`) ?? { quantity: 0n, scale: 0 }), `${account} ${currency}`).toBe(figure(total));
        sums.delete(`${account}\t${currency}`);
      }
      expect([...sums].filter(([, sum]) => sum.quantity !== 0n)).toEqual([]);
    });

    test('the income of each year', () => {
      const { entries, accounts } = read();
      const expected = rows(`${file}.income-by-year.csv`)
        .slice(1)
        .map(([year, account, currency, change = '']) => [year, account, currency, figure(change)].join('|'));
      const years = [...new Set(entries.map(({ date }) => date.slice(0, 4)))];
      const actual = years.flatMap((year) =>
        [...trialBalance(entries.filter(({ date }) => date.startsWith(year)))].flatMap(([key, sum]) => {
          const [account = '', currency] = key.split('\t');
          const type = accounts.get(account)?.type;
          return (type === 'income' || type === 'expense') && sum.quantity !== 0n ? [[year, account, currency, plain(sum)].join('|')] : [];
        }),
      );
      expect(actual.toSorted()).toEqual(expected.toSorted());
    });
  });
});

function product(number: string, cost: string) {
  const scale = decimals(number) + decimals(cost);
  return { quantity: BigInt(number.replace('.', '')) * BigInt(cost.replace('.', '')), scale };
}

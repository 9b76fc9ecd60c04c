import { describe, expect, test } from 'vitest';
import { readBeancount } from '../../../../domain/accounting/journals/read-beancount.ts';
import { faultLines, plain, postingLines, readWhole, trialBalance } from './read-whole.ts';

const opened =
  ['A', 'A:X', 'B', 'Stock'].map((name) => `2000-01-01 open Assets:${name}\n`).join('') +
  ['Income:C', 'Expenses:D', 'Equity:O'].map((name) => `2000-01-01 open ${name}\n`).join('');
const LINES_ABOVE = 7;
const read = (text: string) => readWhole(readBeancount, opened + text);
const entries = (text: string) => {
  const { entries: found, faults } = read(text);
  expect(faults).toEqual([]);
  return found;
};
const postings = (text: string): string[] => entries(text).flatMap(postingLines);
const faults = (text: string): string[] => faultLines(read(text).faults.map((fault) => ({ ...fault, line: fault.line - LINES_ABOVE })));

describe('a transaction', () => {
  test('has its payee, narration, links, tags and metadata', () => {
    const [entry] = entries(
      'pushtag #trip\npushmeta place: "Doha"\n2025-01-05 * "Acme" "invoice; paid" #tag ^INV-1\n  ^INV-2\n  note: "called"\n  Assets:A  5.00 USD ; by card\n    posted: 2025-01-06\n  ! Assets:B\npoptag #trip\npopmeta place:\n',
    );
    expect(entry).toMatchObject({
      line: LINES_ABOVE + 3,
      date: '2025-01-05',
      payee: 'Acme',
      memo: 'invoice; paid',
      reference: 'INV-1 INV-2',
      tags: { trip: '', tag: '', place: 'Doha', note: 'called' },
    });
    expect(entry?.postings).toEqual([
      { account: 'Assets:A', amount: { quantity: 500n, scale: 2, commodity: 'USD' }, memo: 'by card' },
      { account: 'Assets:B', amount: { quantity: -500n, scale: 2, commodity: 'USD' } },
    ]);
  });

  test.each(['*', '!', 'txn', 'P'])('is flagged %s', (flag) => {
    expect(postings(`2025/1/5 ${flag} "x"\n  Assets:A  5 USD\n  Assets:B\n`)).toEqual(['Assets:A 5 USD', 'Assets:B -5 USD']);
  });

  test('may have a text of several lines', () => {
    const [entry] = entries('2025-01-05 * "one\ntwo \\"quoted\\""\n  Assets:A  5 USD\n  Assets:B\n');
    expect(entry?.memo).toBe('one\ntwo "quoted"');
    expect(entry?.line).toBe(LINES_ABOVE + 1);
  });

  test.each([
    ['5 USD', '5 USD'],
    ['-5,000.00 USD', '-5000 USD'],
    ['(5+2.50)*2/3 USD', '5 USD'],
    ['-(1 - 3) USD', '2 USD'],
    ['١٢٫٥٠ USD', '12.5 USD'],
    ['1 HOOL @ 2.50 USD', '1 HOOL = 2.5 USD'],
    ['-4 HOOL @@ 10 USD', '-4 HOOL = -10 USD'],
    ['3 HOOL {2.50 USD}', '3 HOOL = 7.5 USD'],
    ['3 HOOL {{10 USD}}', '3 HOOL = 10 USD'],
    ['3 HOOL {2.50 # 1 USD}', '3 HOOL = 8.5 USD'],
    ['3 HOOL {2.50 USD, 2024-01-01, "first"} @ 3 USD', '3 HOOL = 7.5 USD'],
  ])('posts %s', (written, posted) => {
    expect(postings(`2025-01-05 * "x"\n  Assets:A  ${written}\n  Equity:O\n`)[0]).toBe(`Assets:A ${posted}`);
  });

  test.each([
    ['an amount', '  Assets:A  5.005 USD\n  Assets:A  1 USD\n  Assets:B', 'Assets:B -6.005 USD'],
    ['an amount, to the digits written', '  Assets:A  10 HOOL @ 1.3333 USD\n  Assets:A  0.01 USD\n  Assets:B', 'Assets:B -13.34 USD'],
    ['an amount in each currency', '  Assets:A  5 USD\n  Assets:A  7 EUR\n  Assets:B', 'Assets:B -7 EUR'],
    ['a number', '  Assets:A  5 USD\n  Assets:B  USD', 'Assets:B -5 USD'],
    ['a currency', '  Assets:A  5 USD\n  Assets:B  -5', 'Assets:B -5 USD'],
    ['a price', '  Assets:B  -15 USD\n  Assets:A  10 EUR @', 'Assets:A 10 EUR = 15 USD'],
    ['a cost', '  Assets:B  -15 USD\n  Assets:A  10 HOOL {}', 'Assets:A 10 HOOL = 15 USD'],
  ])('works out %s', (_title, written, posted) => {
    expect(postings(`2025-01-05 * "x"\n${written}\n`).at(-1)).toBe(posted);
  });

  test.each([
    ['within half of the last digit', '  Assets:A  10 HOOL @ 1.3333 USD\n  Assets:B  -13.33 USD', []],
    ['whole numbers to the unit', '  Assets:A  10 HOOL @ 1.3333 USD\n  Assets:B  -13 USD', ['1 import.entry_unbalanced']],
    ['beyond it', '  Assets:A  10.00 USD\n  Assets:B  -10.01 USD', ['1 import.entry_unbalanced']],
    ['at exactly it', '  Assets:A  10.00 USD\n  Assets:B  -10.005 USD', []],
  ])('balances %s', (_title, written, wrong) => {
    expect(faults(`2025-01-05 * "x"\n${written}\n`)).toEqual(wrong);
  });

  test('balances as widely as the options allow', () => {
    const entry = '2025-01-05 * "x"\n  Assets:A  10 USD\n  Assets:B  -10.01 USD\n';
    expect(faults(entry)).toHaveLength(1);
    expect(faults(`${entry}option "inferred_tolerance_default" "USD:0.05"\n`)).toEqual([]);
    expect(faults(`${entry}option "inferred_tolerance_multiplier" "1.1"\n`)).toEqual([]);
  });
});

describe('lots', () => {
  const bought =
    '2024-01-01 * "one"\n  Assets:Stock  5 HOOL {10 USD}\n  Assets:A\n2024-02-01 * "two"\n  Assets:Stock  5 HOOL {12 USD, "b"}\n  Assets:A\n';
  const sell = (cost: string, units = '-5') =>
    `2025-01-01 * "sold"\n  Assets:Stock  ${units} HOOL ${cost} @ 15 USD\n  Assets:A  75 USD\n  Income:C\n`;
  const sold = (text: string): string[] => postingLines(entries(bought + text).at(-1)).filter((line) => line.includes('HOOL'));

  test.each([
    ['by cost', '{10 USD}', ['Assets:Stock -5 HOOL = -50 USD']],
    ['by date', '{2024-02-01}', ['Assets:Stock -5 HOOL = -60 USD']],
    ['by label', '{"b"}', ['Assets:Stock -5 HOOL = -60 USD']],
  ])('are found %s', (_title, cost, lots) => {
    expect(sold(sell(cost))).toEqual(lots);
  });

  test('are all sold where everything is', () => {
    expect(sold(sell('{}', '-10'))).toEqual(['Assets:Stock -5 HOOL = -50 USD', 'Assets:Stock -5 HOOL = -60 USD']);
  });

  test.each([
    ['FIFO', ['Assets:Stock -5 HOOL = -50 USD', 'Assets:Stock -2 HOOL = -24 USD']],
    ['LIFO', ['Assets:Stock -5 HOOL = -60 USD', 'Assets:Stock -2 HOOL = -20 USD']],
  ])('are sold %s where the account says so', (method, lots) => {
    const text = (opened + bought + sell('{}', '-7')).replace('open Assets:Stock', `open Assets:Stock HOOL "${method}"`);
    expect(postingLines(readWhole(readBeancount, text).entries.at(-1)).filter((line) => line.includes('HOOL'))).toEqual(lots);
    expect(sold(`option "booking_method" "${method}"\n${sell('{}', '-7')}`)).toEqual(lots);
  });

  test.each([
    ['several that match', sell('{}'), '13 import.lot_ambiguous'.replace('13', '7')],
    ['none that match', sell('{11 USD}'), '7 import.lot_not_held'],
    ['not as many as are sold', sell('{10 USD}', '-6'), '7 import.lot_not_held'],
  ])('are refused: %s', (_title, text, fault) => {
    expect(faults(bought + text)).toEqual([fault]);
  });
});

describe('balances and pads', () => {
  const posted = '2025-01-05 * "x"\n  Assets:A:X  5.00 USD\n  Equity:O\n';
  test.each([
    ['in the morning of their day', '2025-01-06 balance Assets:A:X  5.00 USD', []],
    ['before the entries of their day', '2025-01-05 balance Assets:A:X  0 USD', []],
    ['with subaccounts', '2025-01-06 balance Assets:A  5 USD', []],
    ['within the last digit', '2025-01-06 balance Assets:A  5.01 USD', []],
    ['within a tolerance', '2025-01-06 balance Assets:A  5.50 ~ 0.50 USD', []],
    ['to another figure', '2025-01-06 balance Assets:A  5.02 USD', ['1 import.assertion_failed']],
  ])('hold %s', (_title, balance, wrong) => {
    expect(faults(`${balance}\n${posted}`)).toEqual(wrong);
  });

  test('are reached by a pad, per currency', () => {
    const { entries: found, faults: wrong } = read(
      `2025-01-01 pad Assets:A Equity:O\n2025-02-01 balance Assets:A  100.00 USD\n2025-02-01 balance Assets:A  7 EUR\n${posted}`,
    );
    expect(wrong).toEqual([]);
    expect(found.map(({ date, memo }) => [date, memo])).toEqual([
      ['2025-01-01', '(Padding inserted for Balance of 100.00 USD for difference 95.00 USD)'],
      ['2025-01-01', '(Padding inserted for Balance of 7 EUR for difference 7 EUR)'],
      ['2025-01-05', 'x'],
    ]);
    expect([...trialBalance(found)].map(([key, sum]) => `${key} ${plain(sum)}`)).toContain('Equity:O\tUSD -100');
  });

  test('a pad that nothing needs, or of lots at cost, is a fault', () => {
    expect(faults(`2025-01-01 pad Assets:A Equity:O\n2025-02-01 balance Assets:A  5 USD\n${posted}`)).toEqual(['1 import.pad_unused']);
    expect(
      faults(
        '2025-01-01 pad Assets:Stock Equity:O\n2025-01-02 * "x"\n  Assets:Stock  1 HOOL {5 USD}\n  Equity:O\n2025-02-01 balance Assets:Stock  3 HOOL\n',
      ),
    ).toContain('5 import.pad_at_cost');
  });
});

describe('accounts', () => {
  test.each([
    ['never opened', '2025-01-05 * "x"\n  Assets:Z  5 USD\n  Assets:A\n', ['1 import.account_not_open']],
    ['opened later', '2025-01-05 * "x"\n  Assets:Z  5 USD\n  Assets:A\n2025-01-06 open Assets:Z\n', ['1 import.account_not_open']],
    ['opened that day, below', '2025-01-05 * "x"\n  Assets:Z  5 USD\n  Assets:A\n2025-01-05 open Assets:Z\n', []],
    ['closed before', '2025-01-04 close Assets:A\n2025-01-05 * "x"\n  Assets:A  5 USD\n  Assets:B\n', ['2 import.account_not_open']],
    ['closed that day', '2025-01-05 close Assets:A\n2025-01-05 * "x"\n  Assets:A  5 USD\n  Assets:B\n', []],
    ['opened twice', '2025-01-05 open Assets:A\n', ['1 import.account_opened_twice']],
    ['of another currency', '2025-01-01 open Assets:Z EUR,CAD\n2025-01-05 * "x"\n  Assets:Z  5 USD\n  Assets:A\n', ['2 import.currency_not_allowed']],
    ['with an unknown root', '2025-01-01 open Things:Z\n', ['1 import.account_malformed']],
  ])('%s', (_title, text, wrong) => {
    expect(faults(text)).toEqual(wrong);
  });

  test('have the types of their roots, whatever these are called', () => {
    const { accounts, faults: wrong } = readWhole(
      readBeancount,
      'option "name_assets" "الأصول"\noption "name_income" "Umsatz"\n2025-01-01 open الأصول:البنك\n2025-01-01 open Umsatz:Miete\n2025-01-01 open Equity:Bank\n',
    );
    expect(wrong).toEqual([]);
    expect([...accounts.values()].map(({ name, type, cash }) => [name, type, cash])).toEqual([
      ['الأصول:البنك', 'asset', true],
      ['Umsatz:Miete', 'income', undefined],
      ['Equity:Bank', 'equity', undefined],
    ]);
  });
});

describe('other lines', () => {
  test('an indented line that belongs to nothing is refused', () => {
    expect(faults('; comment\n  foo\n')).toEqual(['2 import.line_indented']);
  });

  test.each([
    '; comment',
    '* Org heading',
    '#+STARTUP: x',
    ':PROPERTIES:',
    '2025-01-01 price HOOL  5 USD',
    '2025-01-01 note Assets:A "text"',
    '2025-01-01 event "place" "Doha"',
    '2025-01-01 document Assets:A "/a.pdf"',
    '2025-01-01 custom "budget" Assets:A "x" 5 USD TRUE',
    '2025-01-01 query "q" "select\n  *"',
    '2025-01-01 commodity USD\n  name: "Dollar"',
    'option "title" "x"',
    'plugin "beancount.plugins.implicit_prices"',
  ])('%j posts nothing', (line) => {
    expect(entries(`${line}\n`)).toEqual([]);
  });

  test.each([
    ['include "a.beancount"', 'import.include_refused'],
    ['plugin "beancount.plugins.forecast"', 'import.plugin_refused'],
    ['option "unknown" "x"', 'import.option_unknown'],
    ['foo', 'import.line_not_understood'],
    ['2025-02-30 open Assets:Z', 'import.date_malformed'],
    ['2025-01-01 opened Assets:Z', 'import.line_not_understood'],
    ['2025-01-01 balance Assets:A', 'import.amount_malformed'],
    ['2025-01-01 balance Assets:A 5 USD x', 'import.line_not_understood'],
    ['poptag #x', 'import.tag_not_open'],
    ['pushtag #x', 'import.tag_not_closed'],
    ['2025-01-01 note Assets:A "never closed', 'import.text_not_closed'],
  ])('%j is refused by its line', (line, code) => {
    expect(faults(`${line}\n`)).toEqual([`1 ${code}`]);
  });
});

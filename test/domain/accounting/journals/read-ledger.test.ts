import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../domain/accounting/journals/read-ledger.ts';
import { faultLines, postingLines, readWhole } from './read-whole.ts';

const entries = (text: string) => {
  const { entries: read, faults } = readWhole(readLedger, text);
  expect(faults).toEqual([]);
  return read;
};
const postings = (text: string): string[] => entries(text).flatMap(postingLines);
const faults = (text: string): string[] => faultLines(readWhole(readLedger, text).faults);

describe('an amount', () => {
  test.each([
    ['1,000', '1000'],
    ['1,00', '1'],
    ['1.000', '1'],
    ['1,000,000', '1000000'],
    ['1,000.00', '1000'],
    ['1.000,00', '1000'],
    [',5', '0.5'],
    ['-$1', '-1 $'],
    ['$-1', '-1 $'],
    ['-$-1', '1 $'],
    ['500.00€', '500 €'],
    ['5 "a b"', '5 a b'],
    ['١٬٠٠٠٫٥', '1000.5'],
    ['($10.00 + $20.00)', '30 $'],
    ['(9 EUR * 6)', '54 EUR'],
    ['(-(2 + 3) * $2 / 4)', '-2.5 $'],
    ['(5 A * 2) @ ($500 / 10)', '10 A = 500 $'],
  ])('%s is %s', (written, read) => {
    expect(postings(`2025-01-01 x\n a  ${written}\n b\n`)[0]).toBe(`a ${read}`);
  });

  test.each(['1.000.000', '1,2,3', '1.', '1,', '1 000', '1e3', '+$1', "1'000"])('%s is none', (written) => {
    expect(faults(`2025-01-01 x\n a  ${written}\n b\n`)).toHaveLength(1);
  });

  test('that shows a decimal comma settles how its commodity is written', () => {
    expect(postings('2025-01-01 x\n a  1,50 EUR\n b\n\n2025-01-01 x\n a  1.000 EUR\n b\n')).toEqual([
      'a 1.5 EUR',
      'b -1.5 EUR',
      'a 1000 EUR',
      'b -1000 EUR',
    ]);
  });
});

describe('an entry balances', () => {
  test.each([
    ['after a tab', ' a\t$10\n b', ['a 10 $', 'b -10 $']],
    ['at a price', ' a  10 A @ $5\n b', ['a 10 A = 50 $', 'b -50 $']],
    ['at a fixed price', ' a  10 A @ =$5\n b', ['a 10 A = 50 $', 'b -50 $']],
    ['at the cost of a lot', ' a  -10 A {$5} @ $6\n b  $60\n c', ['a -10 A = -50 $', 'b 60 $', 'c -10 $']],
    ['at the cost of a whole lot', ' a  -10 A {{$50}} @@ $60\n b  $60\n c  $-10', ['a -10 A = -50 $', 'b 60 $', 'c -10 $']],
    ['at a lot that is exchanged', ' a  10 A {$5} [2025-01-01] (note)\n b  $-50', ['a 10 A = 50 $', 'b -50 $']],
    ['in the lot itself where an amount is left out', ' a  10 A {$5}\n b', ['a 10 A', 'b -10 A']],
    ['with [virtual] and real postings together', ' a  10\n [b]  -10', ['a 10', 'b -10']],
    ['at the price that two commodities imply', ' a  10 A\n b  $-12', ['a 10 A = 12 $', 'b -12 $']],
  ] as const)('%s', (_title, written, read) => {
    expect(postings(`2025-01-01 x\n${written}\n`)).toEqual(read);
  });

  test.each([
    ['a lot exchanged at another price', ' a  10 A {$5}\n b  $-60', '1 import.entry_unbalanced'],
    ['a gain that is not named', ' a  -10 A {$5} @ $6\n b  $60', '1 import.entry_unbalanced'],
    ['a commodity paid in bare numbers', ' a  10 A\n b  -12', '1 import.entry_unbalanced'],
    ['an amount left out of a virtual posting', ' a  1\n b  -1\n (c)', '4 import.amount_missing'],
    ['a negative price', ' a  1 A @ $-2\n b', '2 import.price_negative'],
    ['a price in its own commodity', ' a  1 A @ 2 A\n b', '2 import.price_malformed'],
    ['a formula of names', ' a  ($5 * rate)\n b', '2 import.expression_refused'],
    ['a formula that is no decimal', ' a  ($10 / 3)\n b', '2 import.expression_refused'],
    ['a formula of two commodities', ' a  ($10 + 5 EUR)\n b', '2 import.expression_refused'],
  ])('but not with %s', (_title, written, fault) => {
    expect(faults(`2025-01-01 x\n${written}\n`)).toEqual([fault]);
  });

  test.each(['bucket Cash', 'A Cash', 'account Cash\n  default'])('of one posting, against the account of %j', (directive) => {
    expect(postings(`${directive}\n\n2025-01-01 x\n a  10\n`)).toEqual(['a 10', 'Cash -10']);
  });
});

describe('balances', () => {
  test('are asserted in the order of the file', () => {
    expect(faults('2025-01-02 x\n a  $1 = $1\n b\n\n2025-01-01 y\n a  $2 = $3\n b\n')).toEqual([]);
    expect(faults('2025-01-02 x\n a  $1 = $3\n b\n\n2025-01-01 y\n a  $2 = $2\n b\n')).toEqual([
      '2 import.assertion_failed',
      '6 import.assertion_failed',
    ]);
  });

  test.each([
    ['a real posting without virtual ones', ' a  5\n (a)  7\n a  5 = 10\n b', []],
    ['zero of everything', ' a  $5\n a  $-5 = 0\n b', []],
    ['zero with another commodity held', ' a  7 A\n a  $0 = 0\n b', ['3 import.assertion_failed']],
    ['differences that are not shown', ' a  $5.00 = $5.001\n b', []],
  ])('are asserted: %s', (_title, written, wrong) => {
    expect(faults(`2025-01-01 x\n${written}\n`)).toEqual(wrong);
  });

  test('are set', () => {
    expect(postings('2025-01-01 x\n a  $1\n b\n\n2025-01-01 y\n a  = $5\n c\n')).toEqual(['a 1 $', 'b -1 $', 'a 4 $', 'c -4 $']);
    expect(postings('2025-01-01 x\n a  $1\n b\n\n2025-01-01 y\n a  = 0\n c\n')).toEqual(['a 1 $', 'b -1 $', 'a -1 $', 'c 1 $']);
    expect(faults('2025-01-01 x\n a  $1\n a  2 A\n b\n\n2025-01-01 y\n a  = 0\n c\n')).toEqual(['7 import.assignment_unclear']);
  });
});

describe('directives', () => {
  test.each([
    ['alias a=Long:Name', ['Long:Name', 'b:c']],
    ['alias b=Long:Name', ['a', 'Long:Name:c']],
    ['apply account P\nalias a=Z', ['P:Z', 'P:b:c']],
    ['account Long:Name\n  alias a', ['Long:Name', 'b:c']],
    ['apply account P\nend apply account', ['a', 'b:c']],
    ['apply account P\nend', ['a', 'b:c']],
  ])('%j names accounts', (directive, accounts) => {
    expect(entries(`${directive}\n\n2025-01-01 x\n a  1\n b:c\n`)[0]?.postings.map(({ account }) => account)).toEqual(accounts);
  });

  test('a payee names the account that is unknown', () => {
    expect(postings('account Food\n  payee ^KF\n\n2025-01-01 KFC\n Expenses:Unknown  1\n b\n')).toEqual(['Food 1', 'b -1']);
    expect(entries('payee KFC\n  alias ^KENT\n\n2025-01-01 KENTUCKY\n a  1\n b\n')[0]?.payee).toBe('KFC');
  });

  test('tags are applied to a region', () => {
    const read = entries(
      'apply tag trip\napply tag year: 2025\n2025-01-01 x\n a  1\n b\n\nend tag\n2025-01-02 y  ; :own:\n a  1\n b\n\nend apply tag\n2025-01-03 z\n ; Key: a value\n a  1\n b\n',
    );
    expect(read.map(({ tags }) => tags)).toEqual([{ trip: '', year: '2025' }, { trip: '', own: '' }, { Key: 'a value' }]);
  });

  test('a year is set for a region', () => {
    expect(
      entries('year 2019\n1/5 x\n a  1\n b\n\napply year 2020\n1/5 x\n a  1\n b\n\nend apply year\n1/5 x\n a  1\n b\n').map(({ date }) => date),
    ).toEqual(['2019-01-05', '2020-01-05', '2019-01-05']);
  });

  test('a commodity has another name', () => {
    expect(postings('commodity $\n  alias USD\n\n2025-01-01 x\n a  1 USD\n b  $-1\n')).toEqual(['a 1 $', 'b -1 $']);
  });
});

describe('an automated entry', () => {
  const entry = '2025-01-01 Acme\n Food:Lunch  10 EUR\n Cash\n';
  test.each([
    ['/^Food/', true],
    ['food', true],
    ['expr true', true],
    ["expr 'account =~ /Food/'", true],
    ['/Food/ and not /Dinner/', true],
    ['/Dinner/ or /Lunch/', true],
    ['dinner lunch', true],
    ['(food | x) & lunch', true],
    ['@acme', true],
    ['/Food/ and /Cash/', false],
    ['not /Food/ and not /Cash/', false],
  ])('= %s', (query, matches) => {
    expect(entries(`= ${query}\n  (V)  2\n\n${entry}`)[0]?.postings.some(({ virtual }) => virtual)).toBe(matches);
  });

  test('multiplies, or posts as written, and names the account that matched', () => {
    expect(postings(`= /^Food/\n  (Budget:$account)  -1\n  (V)  (amount * 0.5)\n  Gift  $2\n  Bank  $-2\n\n${entry}`)).toEqual([
      'Food:Lunch 10 EUR',
      'Cash -10 EUR',
      '(Budget:Food:Lunch) -10 EUR',
      '(V) 5 EUR',
      'Gift 2 $',
      'Bank -2 $',
    ]);
  });

  test('leaves what is above it alone, and must balance', () => {
    expect(postings(`${entry}\n= food\n  (V)  1\n`)).toHaveLength(2);
    expect(faults(`= food\n  V  1\n\n${entry}`)).toEqual(['4 import.entry_unbalanced']);
    expect(faults(`= food\n  V\n\n${entry}`)).toEqual(['2 import.amount_missing']);
  });
});

import { describe, expect, test } from 'vitest';
import { readHledger } from '../../../../domain/accounting/journals/read-hledger.ts';
import { faultLines, postingLines, readWhole } from './read-whole.ts';

const entries = (text: string) => {
  const { entries: read, faults } = readWhole(readHledger, text);
  expect(faults).toEqual([]);
  return read;
};
const postings = (text: string): string[] => entries(text).flatMap(postingLines);
const faults = (text: string): string[] => faultLines(readWhole(readHledger, text).faults);

describe('an entry', () => {
  test('has its date, code, payee, note, tags and comments', () => {
    const [entry] = entries('2025/1/5=1/7 * (INV-1) Acme | invoice  ; customer:Acme, paid:\n  ; called twice\n  a  1\n  b\n');
    expect(entry).toEqual({
      line: 1,
      date: '2025-01-05',
      reference: 'INV-1',
      payee: 'Acme',
      memo: 'invoice\ncalled twice',
      tags: { customer: 'Acme', paid: '', date2: '2025-01-07' },
      postings: [
        { account: 'a', amount: { quantity: 1n, scale: 0, commodity: '' } },
        { account: 'b', amount: { quantity: -1n, scale: 0, commodity: '' } },
      ],
    });
  });

  test.each([
    ['2025-01-31', '2025-01-31'],
    ['2025/1/31', '2025-01-31'],
    ['2025.01.31', '2025-01-31'],
    ['٢٠٢٥-٠١-٣١', '2025-01-31'],
  ])('dated %s', (written, date) => {
    expect(entries(`${written} x\n a  1\n b\n`)[0]?.date).toBe(date);
  });

  test('takes its year from the line above that sets it', () => {
    expect(entries('Y2019\n1/5 x\n a  1\n b\n\nY 2020\n1/5 x\n a  1\n b\n').map(({ date }) => date)).toEqual(['2019-01-05', '2020-01-05']);
  });

  test('posts on the dates that its postings give', () => {
    expect(postings('2025-01-05 x\n a  1 ; date:2/1\n b  1 ; [2025-03-01]\n c  1 ; [=2025-04-01]\n d\n')).toEqual([
      'a 1 on 2025-02-01',
      'b 1 on 2025-03-01',
      'c 1',
      'd -3',
    ]);
  });

  test('without postings posts nothing', () => {
    expect(entries('2025-01-05 x\n\n2025-01-06 y\n (a)\n')).toEqual([]);
  });

  test('reads the same with a byte order mark and Windows line ends', () => {
    const text = 'account a  ; type:A\n\n2025-01-05 x\n a  1.50 EUR\n b\n';
    expect(readWhole(readHledger, `\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(readWhole(readHledger, text));
  });

  test('can be read again', () => {
    const reading = readHledger('2025-01-05 x\n a  1\n b\n');
    expect([...reading]).toEqual([...reading]);
    expect([...reading.accounts.keys()]).toEqual(['a', 'b']);
  });
});

describe('an amount', () => {
  test.each([
    ['1', '1'],
    ['$1', '1 $'],
    ['-$1', '-1 $'],
    ['$-1', '-1 $'],
    ['- $ 1', '-1 $'],
    ['+$1', '1 $'],
    ['1 EUR', '1 EUR'],
    ['1EUR', '1 EUR'],
    ['3 "green apples"', '3 green apples'],
    ['"A 5"-5', '-5 A 5'],
    ['1,000', '1'],
    ['1.000', '1'],
    ['1,000,000', '1000000'],
    ['1.000.000', '1000000'],
    ['1,000.50', '1000.5'],
    ['1.000,50', '1000.5'],
    ['1 000', '1000'],
    ['1 000 000.9455', '1000000.9455'],
    ['EUR 2.000.000,00', '2000000 EUR'],
    ['INR 9,99,99,999.00', '99999999 INR'],
    ['1.', '1'],
    ['.5', '0.5'],
    ['1E3 X', '1000 X'],
    ['EUR 1e-6', '0.000001 EUR'],
    ['١٢٣٤٫٥٠ ريال', '1234.5 ريال'],
    ['١٬٢٣٤٫٥٠', '1234.5'],
    ['-۱۲', '-12'],
  ])('%s is %s', (written, read) => {
    expect(postings(`2025-01-01 x\n a  ${written}\n b\n`)[0]).toBe(`a ${read}`);
  });

  test.each([
    ['decimal-mark .', '1,000', '1000'],
    ['decimal-mark ,', '1.000', '1000'],
    ['decimal-mark ,', '1,5', '1.5'],
    ['commodity $1,000.00', '$1,000', '1000 $'],
    ['commodity EUR\n  format EUR 1.000,00', 'EUR 1.000', '1000 EUR'],
    ['commodity EUR 1.000,', 'EUR 1.000', '1000 EUR'],
    ['D $1,000.00', '5,000', '5000 $'],
    ['D 1000.00 EUR', '$5', '5 $'],
  ])('after %j, %s is %s', (directive, written, read) => {
    expect(postings(`${directive}\n\n2025-01-01 x\n a  ${written}\n b\n`)[0]).toBe(`a ${read}`);
  });
});

describe('an entry balances', () => {
  test.each([
    ['with one amount left out', ' a  $10.00\n b', ['a 10 $', 'b -10 $']],
    ['with one amount left out for several commodities', ' a  1 B\n a  2\n a  -3 A\n b', ['a 1 B', 'a 2', 'a -3 A', 'b -2', 'b 3 A', 'b -1 B']],
    ['at a unit price', ' a  10 A @ $1.25\n b', ['a 10 A = 12.5 $', 'b -12.5 $']],
    ['at a total price', ' a  -10 A @@ $12\n b', ['a -10 A = -12 $', 'b 12 $']],
    ['at a price in parentheses', ' a  10 A (@) $2\n b  10 A (@@) $2\n c', ['a 10 A = 20 $', 'b 10 A = 2 $', 'c -22 $']],
    ['at the price that two commodities imply', ' a  10 A\n b  $-12', ['a 10 A = 12 $', 'b -12 $']],
    [
      'at the price that several postings imply, to the last digit',
      ' a  1 A\n a  2 A\n b  $-10',
      [`a 1 A = ${10n ** 28n / 3n}`.replace(/(= 3)(\d{27}).*/, '$1.$2 $'), `a 2 A = 6.${'6'.repeat(26)}7 $`, 'b -10 $'],
    ],
    ['without regard to lots', ' a  10 A {$5} [2020-01-01] @ $6\n b', ['a 10 A = 60 $', 'b -60 $']],
    ['with virtual postings apart', ' a  1\n b  -1\n (c)  5\n [d]  2\n [e]', ['a 1', 'b -1', '(c) 5', 'd 2', 'e -2']],
    ['within the decimals that are shown', ' a  $10.00\n b  $-10.00\n c  1 A @ $0.004', ['a 10 $', 'b -10 $', 'c 1 A = 0.004 $']],
    ['with nothing left for the amount left out', ' a  1\n b  -1\n c', ['a 1', 'b -1', 'c 0']],
  ] as const)('%s', (_title, written, read) => {
    expect(postings(`2025-01-01 x\n${written}\n`)).toEqual(read);
  });

  test.each([
    ['unequal amounts', ' a  1\n b  -2', '1 import.entry_unbalanced'],
    ['a difference that is shown', ' a  $10.00\n b  $-10.01', '1 import.entry_unbalanced'],
    ['two commodities of one sign', ' a  1 A\n b  1 B', '1 import.entry_unbalanced'],
    ['three commodities', ' a  1 A\n b  1 B\n c  -1 C', '1 import.entry_unbalanced'],
    ['two amounts left out', ' a  1\n b\n c', '1 import.two_amounts_missing'],
    ['balanced virtual postings that do not', ' [a]  1\n b  -1\n c  1', '1 import.entry_unbalanced'],
  ])('but not with %s', (_title, written, fault) => {
    expect(faults(`2025-01-01 x\n${written}\n`)).toEqual([fault]);
  });

  test('a difference counts once any line of the file shows its decimals', () => {
    const entry = '2025-01-01 x\n a  $10.00\n b  $-10.00\n c  1 A @ $0.004\n';
    expect(faults(entry)).toEqual([]);
    expect(faults(`${entry}\n2025-01-02 y\n a  $0.001\n b\n`)).toEqual(['1 import.entry_unbalanced']);
    expect(faults(`P 2025-01-01 EUR $1.3500\n${entry}`)).toEqual(['2 import.entry_unbalanced']);
    expect(faults(`commodity $1.00\n${entry}\n2025-01-02 y\n a  $0.001\n b\n`)).toEqual([]);
  });
});

describe('balances', () => {
  test.each([
    ['one commodity', ' a  $1 = $1\n a  2 EUR = 2 EUR\n b'],
    ['nothing else held', ' a  $1 == $1\n b'],
    ['with subaccounts', ' a  $1\n a:x  $2 =* $2\n a  $0 =* $3\n b'],
    ['nothing else held, with subaccounts', ' a  $1\n a:x  $2\n a  $0 ==* $3\n b'],
    ['virtual postings too', ' (a)  $1\n a  $1 = $2\n b'],
    ['an asserted price is passed over', ' a  1 A @ $2 = 1 A @ $3\n b'],
  ])('are asserted: %s', (_title, written) => {
    expect(faults(`2025-01-01 x\n${written}\n`)).toEqual([]);
  });

  test.each([
    ['another figure', ' a  $1 = $2\n b', '2 import.assertion_failed'],
    ['another digit', ' a  $1.00 = $1.001\n b', '2 import.assertion_failed'],
    ['another commodity held', ' a  1 EUR\n a  $1 == $1\n b', '3 import.assertion_failed'],
    ['subaccounts not counted', ' a:x  $1\n a  $0 = $1\n b', '3 import.assertion_failed'],
  ])('fail by line: %s', (_title, written, fault) => {
    expect(faults(`2025-01-01 x\n${written}\n`)).toEqual([fault]);
  });

  test('are asserted in the order of dates, then of the file', () => {
    expect(faults('2025-01-02 x\n a  $1 = $3\n b\n\n2025-01-01 y\n a  $2 = $2\n b\n')).toEqual([]);
    expect(faults('2025-01-01 x\n a  $1 = $1\n b\n\n2025-01-01 y\n a  $2 = $3\n b\n')).toEqual([]);
    expect(faults('2025-01-05 x\n a  $1 = $3 ; date:1/9\n b\n\n2025-01-07 y\n a  $2 = $2\n b\n')).toEqual([]);
  });

  test('are set: the posting is what reaches them', () => {
    expect(postings('2025-01-01 x\n a  $1\n b\n\n2025-01-02 y\n a  = $5\n c\n')).toEqual(['a 1 $', 'b -1 $', 'a 4 $', 'c -4 $']);
    expect(postings('2025-01-02 y\n a  = $5\n c\n\n2025-01-01 x\n a  $1\n b\n')).toEqual(['a 4 $', 'c -4 $', 'a 1 $', 'b -1 $']);
    expect(postings('2025-01-01 x\n a  $1\n a  2 EUR\n b\n\n2025-01-02 y\n a  == $0\n c\n')).toEqual([
      'a 1 $',
      'a 2 EUR',
      'b -1 $',
      'b -2 EUR',
      'a -1 $',
      'a -2 EUR',
      'c 1 $',
      'c 2 EUR',
    ]);
    expect(postings('2025-01-01 x\n (a)  = 1 A @ $2\n')).toEqual(['(a) 1 A = 2 $']);
  });
});

describe('directives', () => {
  test.each([
    ['alias a = long:name', ['long:name', 'b']],
    ['alias /^(.)$/ = one:\\1', ['one:a', 'one:b']],
    ['alias a = b\nend aliases', ['a', 'b']],
    ['apply account home', ['home:a', 'home:b']],
    ['apply account home\nend apply account', ['a', 'b']],
    ['apply account x\nalias x:a = z', ['z', 'x:b']],
    ['alias b = c\nalias a = b', ['c', 'c']],
  ])('%j names accounts', (directive, accounts) => {
    expect(entries(`${directive}\n\n2025-01-01 x\n a  1\n b\n`)[0]?.postings.map(({ account }) => account)).toEqual(accounts);
  });

  test.each([
    '; c',
    '# c',
    '* c',
    '% c',
    '| c',
    '  ; indented',
    'comment\nanything\n 1\nend comment',
    'test\nanything\nend test',
    '~ monthly\n  a  $5\n  b',
    'P 2025-01-01 EUR $1.35',
    'N $',
    'payee Acme\n  alias x',
    'tag project  ; c',
    'commodity $',
    'account z\n  note n\n  ; c',
    'apply tag x: y\nend apply tag',
    'bucket z',
    'assert true',
    'comment\nnever closed',
  ])('%j posts nothing', (directive) => {
    const { entries: read, faults: wrong } = readWhole(readHledger, `2025-01-01 x\n a  1\n b\n\n${directive}\n`);
    expect(wrong).toEqual([]);
    expect(read).toHaveLength(1);
  });

  test('an automated entry posts nothing: hledger applies it only where --auto asks for it', () => {
    const rule = '= ^food not:secret date:2025\n  (budget)  *-1\n  gift  *0.5 USD\n  cash  *-0.5 USD\n';
    const entry = '2025-01-01 x\n food:lunch  10 EUR\n secret food\n';
    for (const text of [`${entry}\n${rule}`, `${rule}\n${entry}`]) expect(postings(text)).toEqual(['food:lunch 10 EUR', 'secret food -10 EUR']);
  });
});

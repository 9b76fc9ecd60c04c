import { expect, test } from 'vitest';
import { readJournalJsonLines } from '../../../../domain/accounting/journals/read-journal-json-lines.ts';
import { faultLines, postingLines, readWhole } from './read-whole.ts';

const read = (text: string) => readWhole(readJournalJsonLines, text);
const entry = (lines: unknown, more: object = {}) => JSON.stringify({ date: '2025-01-05', lines, ...more });

test('an entry is read from each line', () => {
  const { entries, faults, accounts } = read(
    `\ufeff${entry(
      [
        { account: 'a', debit: '10.00' },
        { code: '2000', acc: 'Liabilities:Card', credit: '10.00', memo: 'm' },
      ],
      { memo: 'x', payee: 'p', ref: 7, id: 1 },
    )}\r\n\r\n`,
  );
  expect(faults).toEqual([]);
  expect(entries).toEqual([
    {
      line: 1,
      date: '2025-01-05',
      payee: 'p',
      memo: 'x',
      reference: '7',
      tags: {},
      postings: [
        { account: 'a', amount: { quantity: 1000n, scale: 2, commodity: '' } },
        { account: '2000', amount: { quantity: -1000n, scale: 2, commodity: '' }, memo: 'm' },
      ],
    },
  ]);
  expect(accounts.get('2000')).toEqual({ name: '2000', label: 'Liabilities:Card', type: 'liability' });
});

test.each([
  [
    [
      { account: 'a', amount: '-1.00' },
      { account: 'b', amount: '1.00' },
    ],
    ['a -1', 'b 1'],
  ],
  [
    [
      { acc: 'a', cents: 150 },
      { acc: 'b', cents: -150 },
    ],
    ['a 1.5', 'b -1.5'],
  ],
  [
    [
      { account: 'a', amount: 1.25, currency: 'SAR' },
      { account: 'b', amount: -1.25, currency: 'SAR' },
    ],
    ['a 1.25 SAR', 'b -1.25 SAR'],
  ],
  [
    [
      { account: 'a', amount: '100', currency: 'USD' },
      { account: 'b', amount: '-375', currency: 'SAR' },
    ],
    ['a 100 USD = 375 SAR', 'b -375 SAR'],
  ],
])('amounts of %j', (lines, postings) => {
  expect(read(entry(lines)).entries.map(postingLines)).toEqual([postings]);
});

test.each([
  ['{', 'import.json_malformed'],
  ['[1]', 'import.json_malformed'],
  ['{"lines":[]}', 'import.member_malformed'],
  ['{"date":"2025-02-30","lines":[]}', 'import.member_malformed'],
  [entry([]), 'import.member_malformed'],
  [entry([null]), 'import.member_malformed'],
  [entry([{ debit: '1' }]), 'import.member_malformed'],
  [entry([{ account: 'a' }]), 'import.amount_missing'],
  [entry([{ account: 'a', debit: '1', credit: '1' }]), 'import.debit_and_credit'],
  [entry([{ account: 'a', debit: '1,5' }]), 'import.member_malformed'],
  [entry([{ account: 'a', cents: 1.5 }]), 'import.member_malformed'],
  ['{"date":"2025-01-05","lines":[{"account":"a","amount":12345678901234567.25}]}', 'import.member_malformed'],
  [
    entry([
      { account: 'a', debit: '1' },
      { account: 'b', credit: '2' },
    ]),
    'import.entry_unbalanced',
  ],
])('%s is refused by its line', (line, code) => {
  expect(faultLines(read(`\n${line}\n`).faults)).toEqual([`2 ${code}`]);
});

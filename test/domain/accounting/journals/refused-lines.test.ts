import { describe, expect, test } from 'vitest';
import { readHledger } from '../../../../domain/accounting/journals/read-hledger.ts';
import { readLedger } from '../../../../domain/accounting/journals/read-ledger.ts';
import { journalRefusals } from '../../../../domain/accounting/journals/refusals.ts';
import { faultLines, readWhole } from './read-whole.ts';

const good = '2025-01-01 x\n a  1\n b\n';

describe.each([
  ['hledger', readHledger],
  ['Ledger', readLedger],
] as const)('in a journal of %s', (_name, reader) => {
  test.each([
    ['another file', 'include other.journal', ['1 import.include_refused']],
    ['another file, the old way', '!include other.journal', ['1 import.include_refused']],
    ['an unknown word', 'whatever this is', ['1 import.line_not_understood']],
    ['an indented line', '  a  1', ['1 import.line_indented']],
    ['a posting after a blank line', '2025-01-01 x\n a  1\n b\n\n c  5', ['5 import.line_indented']],
    ['a date that does not exist', '2025-02-30 x\n a  1\n b', ['1 import.date_malformed']],
    ['a date without a year', '1/5 x\n a  1\n b', ['1 import.year_missing']],
    ['a secondary date that does not exist', '2025-01-01=2025-13-01 x\n a  1\n b', ['1 import.date_malformed']],
    ['a posting date that does not exist', '2025-01-01 x\n a  1 ; [2025-13-01]\n b', ['2 import.date_malformed']],
    ['an amount that is none', '2025-01-01 x\n a  one\n b', ['2 import.amount_malformed']],
    ['two commodities', '2025-01-01 x\n a  $1 USD\n b', ['2 import.posting_not_understood']],
    ['two prices', '2025-01-01 x\n a  1 A @ 2 B @ 3 B\n b', ['2 import.posting_not_understood']],
    ['a price that is none', '2025-01-01 x\n a  1 A @\n b', ['2 import.price_malformed']],
    ['a lot that is not closed', '2025-01-01 x\n a  1 A {2 B\n b', ['2 import.price_malformed']],
    ['no account', '2025-01-01 x\n ()  1\n b', ['2 import.account_missing']],
    ['an amount of too many digits', `2025-01-01 x\n a  ${'9'.repeat(300)}\n b`, ['2 import.amount_too_long']],
    ['every wrong line of an entry', '2025-01-01 x\n a  one\n b  two\n c', ['2 import.amount_malformed', '3 import.amount_malformed']],
    ['an end without a beginning', 'end apply account', ['1 import.block_not_open']],
    ['a time clock', 'i 2025/01/01 09:00:00 work', ['1 import.timeclock_refused']],
    ['units of another unit', 'C 1.00 Kb = 1024 b', ['1 import.directive_refused']],
    ['fixed prices', 'apply fixed CAD $0.90', ['1 import.directive_refused']],
    ['code', 'python\n  print(1)', ['1 import.directive_refused']],
    ['a type of account that is none', 'account a  ; type:Z', ['1 import.account_type_unknown']],
    ['a market price without a price', 'P 2025-01-01 EUR', ['1 import.amount_malformed']],
    ['an endless line', `; ${'x'.repeat(20_000)}`, ['1 import.line_too_long']],
  ] as const)('%s is refused by its line', (title, text, expected) => {
    const { entries, faults } = readWhole(reader, `${text}\n`);
    expect(faultLines(faults)).toEqual(expected);
    expect(entries.length).toBe(title === 'a posting after a blank line' ? 1 : 0);
  });

  test('what is right around a wrong line is read', () => {
    const { entries, faults } = readWhole(reader, `${good}\nnonsense\n\n${good}`);
    expect(entries.map(({ line }) => line)).toEqual([1, 7]);
    expect(faultLines(faults)).toEqual(['5 import.line_not_understood']);
  });
});

test.each([
  ['= expr "account =~ /a/ and amount > 5"\n  (V)  1', 'import.query_refused'],
  ['= %tag\n  (V)  1', 'import.query_refused'],
  ['= /(a+)+$/\n  (V)  1', 'import.pattern_refused'],
  ['2025-01-01 x\n (a  1\n b', 'import.account_missing'],
  ['eval x = 5', 'import.directive_refused'],
])('in a journal of Ledger %j is refused', (text, code) => {
  expect(readWhole(readLedger, `${text}\n`).faults.map((fault) => fault.code)).toEqual([code]);
});

test.each([
  ['2025/1-5 x\n a  1\n b', 'import.date_malformed'],
  ['2025-01-01 (12 x\n a  1\n b', 'import.line_not_understood'],
  ['2025-01-01 x\n a  1 ; date:\n b', 'import.date_malformed'],
  ['decimal-mark ;', 'import.line_not_understood'],
])('in a journal of hledger %j is refused', (text, code) => {
  expect(readWhole(readHledger, `${text}\n`).faults.map((fault) => fault.code)).toEqual([code]);
});

describe('the table of refusals', () => {
  const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();
  test.each(Object.entries(journalRefusals))('%s says the same in both languages', (_code, { say, fix }) => {
    expect(placeholders(say.ar)).toEqual(placeholders(say.en));
    expect(placeholders(fix.ar)).toEqual(placeholders(fix.en));
    expect(say.ar).toMatch(/[\u0600-\u06ff]/);
    expect(fix.ar).toMatch(/[\u0600-\u06ff]/);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../../domain/accounting/journals/detect-format.ts';
import type { JournalEntry, JournalReader } from '../../../../domain/accounting/journals/journal.ts';
import { readBeancount } from '../../../../domain/accounting/journals/read-beancount.ts';
import { readContactsCsv } from '../../../../domain/accounting/journals/read-contacts-csv.ts';
import { readHledger } from '../../../../domain/accounting/journals/read-hledger.ts';
import { readJournalCsv } from '../../../../domain/accounting/journals/read-journal-csv.ts';
import { readJournalJsonLines } from '../../../../domain/accounting/journals/read-journal-json-lines.ts';
import { readLedger } from '../../../../domain/accounting/journals/read-ledger.ts';
import { readOpeningBalancesCsv } from '../../../../domain/accounting/journals/read-opening-balances-csv.ts';
import { sumByCommodity } from '../../../../domain/accounting/journals/sums.ts';
import { describeFixtures, fixtureText } from '../../../fixtures.ts';
import { readWhole } from './read-whole.ts';

const RUNS = 60;

/** Small files that use what each format has. */
const plainText = `\ufeffcommodity $1,000.00
account assets:bank  ; type:C
alias cash = assets:cash
= ^food
  (budget)  0.5
~ monthly
  a  $5
2025-01-05=1/7 * (12) Acme | paid  ; tag: v, date:1/9
  assets:bank  $1,000.00 = $1,000.00  ; [2025-01-06=2025-01-07]
  [cash]  -3 "green apples" @ $1.25
  (x)  10 AAPL {$5} [2025-01-01] @@ $60
  food\t-1.000,00 EUR
  equity
Y2025
1/6 ! y
  a  = $5
  b
apply account top
comment
end comment
end apply account
P 2025-01-05 EUR $1.35
`;
const beancount = `option "inferred_tolerance_default" "*:0.001"
2025-01-01 open Assets:Stock HOOL "FIFO"
2025-01-01 open Assets:A
2025-01-01 open Equity:O
2025-01-01 pad Assets:A Equity:O
2025-01-02 balance Assets:A  100.00 ~ 0.01 USD
pushtag #t
2025-01-03 * "Acme" "x ""y" #a ^b
  key: "v"
  Assets:Stock  10 HOOL {5.00 # 1 USD, 2025-01-01, "l"}
  Assets:A  (1+2)*3/4 USD @@ 5 USD
  Assets:A
2025-01-04 txn "z"
  Assets:Stock  -5 HOOL {} @
  Assets:A  25 USD
poptag #t
2025-01-05 custom "x" "multi
line"
`;
const csv =
  'txn,date,payee,ref,code,account,debit,credit,currency\n1,2025-01-05,Acme,"INV ""1""",1000,Bank,"1,000.00",,SAR\n1,05/01/2025,,,4000,Sales,,١٠٠٠٫٠٠,SAR\n';
const jsonLines = '{"date":"2025-01-05","payee":"x","lines":[{"account":"a","debit":"1.00"},{"acc":"b","cents":-100}]}\n';

/** Pieces that have a meaning somewhere, which chance would seldom write. */
const pieces = fc.constantFrom(
  '\n',
  '\n  ',
  '"',
  '{',
  '}}',
  '@',
  '@@',
  '=',
  '==*',
  ';',
  '(',
  ')',
  '[',
  ']',
  '*',
  '-',
  '1e999',
  '٫',
  '٬',
  '0',
  '9'.repeat(400),
  '\t',
  '\r',
  '\u0000',
  '\ud800',
  '\u200f',
  '2025-01-01 ',
  'end ',
  'apply account ',
  'alias /(.)/=\\1',
  '= /',
  ' "FIFO"',
  'pad ',
  ' {} ',
  ',',
  '\\',
  '(((((',
  '-----',
);
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 12 }),
  insert: fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })),
});
const mutated = (text: string): fc.Arbitrary<string> =>
  fc.array(mutation, { minLength: 1, maxLength: 8 }).map((changes) =>
    changes.reduce((changed, { at, remove, insert }) => {
      const start = Math.floor(at * changed.length);
      return changed.slice(0, start) + insert + changed.slice(start + remove);
    }, text),
  );

const readers: readonly (readonly [string, JournalReader, string])[] = [
  ['hledger', readHledger, plainText],
  ['Ledger', readLedger, plainText],
  ['Beancount', readBeancount, beancount],
  ['journal CSV', readJournalCsv, csv],
  ['JSON lines', readJournalJsonLines, jsonLines],
];

describe.each(readers)('the reader of %s', (_name, reader, sample) => {
  test('reads any text, and faults name lines that are there', () => {
    fc.assert(
      fc.property(fc.oneof(mutated(sample), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { entries, faults } = readWhole(reader, text);
        const lines = text.split('\n').length;
        for (const { line } of [...entries, ...faults]) expect(line >= 1 && line <= lines).toBe(true);
      }),
      { numRuns: RUNS * 5 },
    );
  });

  test('reads any other format', () => {
    for (const [, , other] of readers) expect(() => readWhole(reader, other)).not.toThrow();
  });
});

test('tables of contacts and of balances, and the guess of a format, read any text', () => {
  fc.assert(
    fc.property(fc.oneof(mutated(csv), mutated('name,email,kind\nAcme,a@b.co,customer\n'), mutated('account,debit,credit\n1000,5.00,\n')), (text) => {
      readContactsCsv(text);
      readOpeningBalancesCsv(text);
      detectFormat('x', text);
    }),
    { numRuns: RUNS * 5 },
  );
});

/** What an entry is off by: exactly nothing, but for what its tool does not show. */
const residue = ({ postings }: JournalEntry) =>
  sumByCommodity(postings.filter(({ virtual }) => !virtual).map(({ amount, worth }) => worth ?? amount));

describeFixtures('real files, changed at random', () => {
  test.each([
    ['hledger/quickstart.journal', readHledger],
    ['hledger/vat.journal', readHledger],
    ['hledger/multi-year__2021-closed.journal', readHledger],
    ['hledger/accounttypes.journal', readHledger],
    ['ledger/sample.dat', readLedger],
    ['ledger/drewr3.dat', readLedger],
    ['beancount/basic.beancount', readBeancount],
    ['beancount/starter.beancount', readBeancount],
  ] as const)('%s is read, and every entry taken balances', (file, reader) => {
    fc.assert(
      fc.property(mutated(fixtureText(`ledgers/${file}`)), (text) => {
        for (const entry of readWhole(reader, text).entries) {
          // Half a cent and less; whole units only where the file shows no decimals of them.
          for (const { quantity, scale } of residue(entry))
            expect(Math.abs(Number(quantity) / 10 ** scale) <= 0.5, JSON.stringify(entry.line)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

import * as fc from 'fast-check';
import { balancesOf } from '../../../../domain/accounting/balances.ts';
import type { Book, Dimensions, Entry, EntryDraft, Line } from '../../../../domain/accounting/book.ts';
import { ChartOfAccounts } from '../../../../domain/accounting/chart-of-accounts.ts';
import { genericChart } from '../../../../domain/accounting/charts/generic.ts';
import { closeYear } from '../../../../domain/accounting/close-year.ts';
import { movementsOf } from '../../../../domain/accounting/movements.ts';
import { post } from '../../../../domain/accounting/post.ts';
import { addDays, type LocalDate } from '../../../../domain/kernel/dates.ts';
import { isRefusal, type Outcome } from '../../../../domain/kernel/decision.ts';
import { aBook, facts } from '../build-book.ts';

export const sure = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
};

export const chart = new ChartOfAccounts(
  genericChart.accounts.map((account) => ({ ...account, version: 1 })),
  [
    { kind: 'branch', code: 'RUH', name: 'Riyadh', version: 1 },
    { kind: 'branch', code: 'JED', name: 'Jeddah', version: 1 },
    { kind: 'project', code: 'P1', name: 'Tower', version: 1 },
  ],
);

/** Accounts of every type and role that a report treats apart. */
const codes = [
  '1000',
  '1100',
  '1110',
  '1200',
  '1500',
  '1505',
  '2000',
  '2200',
  '2400',
  '3000',
  '3100',
  '4000',
  '4100',
  '5000',
  '6000',
  '6300',
  '8000',
] as const;

/** Two years and a half, so that years, months and days are all cut somewhere. */
const FIRST_DAY = '2024-01-01';
const DAYS = 912;
export const aDate: fc.Arbitrary<LocalDate> = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST_DAY, days));
export const aRange = fc.tuple(aDate, aDate).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

const dimensions: fc.Arbitrary<Dimensions> = fc.constantFrom({}, { branch: 'RUH' }, { branch: 'JED' }, { branch: 'RUH', project: 'P1' });

/** An entry of two to five lines in one dimension or several, some of them in dollars, that balances. */
const draft: fc.Arbitrary<EntryDraft> = fc
  .record({
    date: aDate,
    lines: fc.array(
      fc.record({
        account: fc.constantFrom(...codes),
        amount: fc.bigInt(-1_000_000n, 1_000_000n),
        dimensions,
        dollars: fc.option(fc.bigInt(1n, 50_000n), { nil: undefined, freq: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    last: fc.constantFrom(...codes),
  })
  .map(({ date, lines: some, last }) => {
    const lines = some.map(
      ({ account, amount, dimensions: under, dollars }): Line => ({
        account,
        amount,
        ...(dollars !== undefined && { foreign: { currency: 'USD', amount: amount < 0n ? -dollars : dollars } }),
        ...(Object.keys(under).length > 0 && { dimensions: under }),
      }),
    );
    return { date, memo: 'random', lines: [...lines, { account: last, amount: -lines.reduce((sum, { amount }) => sum + amount, 0n) }] };
  });

export interface RandomBook {
  readonly book: Book;
  readonly entries: readonly Entry[];
}

/** A book of random entries, posted as any entry is. */
export const aRandomBook: fc.Arbitrary<RandomBook> = fc.array(draft, { minLength: 1, maxLength: 25 }).map((drafts) => {
  const { book, entries } = sure(post(aBook({}, chart), drafts, facts()));
  return { book, entries };
});

/** The same book with a year closed, as the verb closes it. */
export function closed({ book, entries }: RandomBook, year: number): RandomBook {
  const balances = balancesOf(movementsOf(entries), { to: `${year}-12-31` });
  const posting = sure(closeYear({ ...book, head: { ...book.head, closedThrough: `${year}-11-30` } }, year, balances, 'closing', facts()));
  return { book: posting.book, entries: [...entries, ...posting.entries] };
}

/** What replaying the entries gives: the slow and certain way. */
export function replayed(
  entries: readonly Entry[],
  isIn: (entry: Entry, line: Line) => boolean,
): ReadonlyMap<string, { debit: bigint; credit: bigint }> {
  const sums = new Map<string, { debit: bigint; credit: bigint }>();
  for (const entry of entries) {
    for (const line of entry.lines) {
      if (!isIn(entry, line)) continue;
      const sum = sums.get(line.account) ?? { debit: 0n, credit: 0n };
      sums.set(line.account, line.amount > 0n ? { ...sum, debit: sum.debit + line.amount } : { ...sum, credit: sum.credit - line.amount });
    }
  }
  return sums;
}

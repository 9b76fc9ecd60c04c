import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancesOf } from '../../../../domain/accounting/balances.ts';
import type { Book, Entry } from '../../../../domain/accounting/book.ts';
import { closeYear, reopenLast } from '../../../../domain/accounting/close-year.ts';
import { movementsOf } from '../../../../domain/accounting/movements.ts';
import { type Posting, post } from '../../../../domain/accounting/post.ts';
import { isRefusal, type Outcome } from '../../../../domain/kernel/decision.ts';
import { aBook, BANK, CASH, entry, facts, SALES } from '../build-book.ts';

const RENT = '5211';
const sure = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
};
const close = (book: Book, entries: readonly Entry[]): Posting =>
  sure(closeYear(book, 2026, balancesOf(movementsOf(entries), { to: '2026-12-31' }), 'closing', facts()));
const chart = aBook().chart;
const isResult = (account: string) => ['income', 'expense'].includes(chart.accounts.get(account)?.type ?? '');
const expenseCode = chart.inOrder().find(({ type }) => type === 'expense')?.code ?? RENT;

const line = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  from: fc.constantFrom(CASH, BANK, SALES, expenseCode),
  to: fc.constantFrom(CASH, BANK, SALES, expenseCode),
  amount: fc.bigInt(1n, 10n ** 8n),
  foreign: fc.option(fc.bigInt(1n, 10n ** 8n), { nil: undefined }),
});

describe('the close of a year', () => {
  test('leaves income and expense at zero, in every currency, and their sum in retained earnings', () => {
    void fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (shapes) => {
        const drafts = shapes.map(({ day, month, from, to, amount, foreign }) => {
          const inCurrency = (sign: bigint) => (foreign === undefined ? {} : { foreign: { currency: 'USD', amount: sign * foreign } });
          return entry({
            date: `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
            lines: [
              { account: to, amount, ...inCurrency(1n) },
              { account: from, amount: -amount, ...inCurrency(-1n) },
            ],
          });
        });
        const before = sure(post(aBook({ closedThrough: '2025-12-31' }), drafts, facts()));
        const result = before.entries
          .flatMap(({ lines }) => lines)
          .filter(({ account }) => isResult(account))
          .reduce((sum, { amount }) => sum + amount, 0n);
        const { entries, book } = close({ ...before.book, head: { ...before.book.head, closedThrough: '2026-11-30' } }, before.entries);
        const after = balancesOf(movementsOf([...before.entries, ...entries]), { to: '2026-12-31' });
        for (const { account, balance, foreignBalance } of after) if (isResult(account)) expect([balance, foreignBalance]).toEqual([0n, 0n]);
        const retained = after
          .filter(({ account }) => account === chart.accountWithRole('retained-earnings')?.code)
          .reduce((sum, row) => sum + row.balance, 0n);
        expect(retained).toBe(result);
        expect(book.head).toMatchObject({ closedThrough: '2026-12-31', closedYears: [{ year: 2026 }] });
        const open = balancesOf(movementsOf([...before.entries, ...entries]), { to: '2026-12-31' }, { withoutClosing: true });
        expect(open.filter(({ account }) => isResult(account)).reduce((sum, row) => sum + row.balance, 0n)).toBe(result);
      }),
    );
  });

  const yearOf = () => {
    const before = sure(post(aBook(), [entry()], facts()));
    return { entries: before.entries, book: { ...before.book, head: { ...before.book.head, closedThrough: '2026-11-30' } } };
  };
  test('waits for the months before the last', () => {
    const { book, entries } = yearOf();
    expect(
      closeYear(
        { ...book, head: { ...book.head, closedThrough: '2026-10-31' } },
        2026,
        balancesOf(movementsOf(entries), { to: '2026-12-31' }),
        '',
        facts(),
      ),
    ).toMatchObject({ refused: 'year.not_over' });
  });
  test('happens once', () => {
    const { book, entries } = yearOf();
    expect(closeYear(close(book, entries).book, 2026, [], '', facts())).toMatchObject({ refused: 'year.closed' });
  });
  test('is undone by reopening its last month: the closing entry is reversed on its date, not deleted', () => {
    const { book, entries } = yearOf();
    const closed = close(book, entries);
    const reopened = sure(reopenLast(closed.book, '2026-12', closed.entries[0], 'reopened', facts()));
    expect(reopened.entries).toMatchObject([{ date: '2026-12-31', reverses: closed.entries[0]?.id, closing: true }]);
    expect(reopened.book.head).toMatchObject({ closedThrough: '2026-11-30', closedYears: [] });
    const all = [...entries, ...closed.entries, ...reopened.entries];
    const sums = (from: readonly Entry[]) =>
      balancesOf(movementsOf(from), { to: '2026-12-31' })
        .map(({ account, balance }) => [account, balance])
        .filter(([, balance]) => balance !== 0n);
    expect(sums(all)).toEqual(sums(entries));
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountBalance, balancesOf } from '../../../../domain/accounting/balances.ts';
import type { Entry } from '../../../../domain/accounting/book.ts';
import { movementsOf } from '../../../../domain/accounting/movements.ts';
import { fiscalYear, fiscalYearOf } from '../../../../domain/accounting/periods.ts';
import { balanceSheet } from '../../../../domain/accounting/reports/balance-sheet.ts';
import { cashAccounts, cashFlow } from '../../../../domain/accounting/reports/cash-flow.ts';
import { byDimension, profitAndLoss } from '../../../../domain/accounting/reports/profit-and-loss.ts';
import { summary } from '../../../../domain/accounting/reports/summary.ts';
import { trialBalance } from '../../../../domain/accounting/reports/trial-balance.ts';
import type { LocalDate } from '../../../../domain/kernel/dates.ts';
import { aDate, aRandomBook, aRange, chart, closed, replayed } from './random-book.ts';

const RUNS = { numRuns: 150 };
const CLOSED_YEAR = 2024;
const fiscalStart = (date: LocalDate): LocalDate => fiscalYear({ fiscalYearStart: 1 }, fiscalYearOf({ fiscalYearStart: 1 }, date)).from;
const sheetAt = (entries: readonly Entry[], to: LocalDate) => balanceSheet(chart, [balancesOf(movementsOf(entries), { from: fiscalStart(to), to })]);
const profitOver = (entries: readonly Entry[], range: { from: LocalDate; to: LocalDate }) =>
  profitAndLoss(chart, [balancesOf(movementsOf(entries), range, { withoutClosing: true })]).totals[0];
const isResult = (account: string): boolean => ['income', 'expense'].includes(chart.accounts.get(account)?.type ?? '');
const sum = (rows: readonly AccountBalance[], of: (row: AccountBalance) => bigint): bigint => rows.reduce((total, row) => total + of(row), 0n);

describe('the trial balance', () => {
  test('sums to zero at any date, and is what replaying the entries gives', () => {
    void fc.assert(
      fc.property(aRandomBook, aDate, ({ entries }, to) => {
        const { rows, totals } = trialBalance(chart, balancesOf(movementsOf(entries), { to }));
        expect(totals).toMatchObject({ opening: 0n, balance: 0n });
        expect(totals.debit).toBe(totals.credit);
        expect(totals.debitBalance).toBe(totals.creditBalance);
        const replay = replayed(entries, (entry) => entry.date <= to);
        for (const { account, debit, credit, balance } of rows) {
          expect({ debit, credit }).toEqual(replay.get(account.code) ?? { debit: 0n, credit: 0n });
          expect(balance).toBe(debit - credit);
        }
        const moved = [...replay].filter(([, { debit, credit }]) => debit > 0n || credit > 0n).map(([code]) => code);
        expect(rows.map(({ account }) => account.code)).toEqual(expect.arrayContaining(moved));
      }),
      RUNS,
    );
  });

  test('over any range: opening is the balance of the day before, and opening, debit and credit make the balance', () => {
    void fc.assert(
      fc.property(aRandomBook, aRange, ({ entries }, range) => {
        const { rows, totals } = trialBalance(chart, balancesOf(movementsOf(entries), range));
        expect(totals).toMatchObject({ opening: 0n, balance: 0n });
        const before = replayed(entries, (entry) => entry.date < range.from);
        const during = replayed(entries, (entry) => entry.date >= range.from && entry.date <= range.to);
        for (const { account, opening, debit, credit, balance } of rows) {
          const was = before.get(account.code) ?? { debit: 0n, credit: 0n };
          expect(opening).toBe(was.debit - was.credit);
          expect({ debit, credit }).toEqual(during.get(account.code) ?? { debit: 0n, credit: 0n });
          expect(balance).toBe(opening + debit - credit);
        }
      }),
      RUNS,
    );
  });

  test('of one branch is what replaying its lines gives', () => {
    void fc.assert(
      fc.property(aRandomBook, aDate, ({ entries }, to) => {
        const { rows } = trialBalance(chart, balancesOf(movementsOf(entries), { to }, { dimensions: { branch: 'RUH' } }));
        const replay = replayed(entries, (entry, line) => entry.date <= to && line.dimensions?.branch === 'RUH');
        for (const { account, debit, credit } of rows) expect({ debit, credit }).toEqual(replay.get(account.code) ?? { debit: 0n, credit: 0n });
      }),
      RUNS,
    );
  });

  test('tells what an account holds in each currency, as replaying the lines gives it', () => {
    void fc.assert(
      fc.property(aRandomBook, aDate, ({ entries }, to) => {
        const dollars = new Map<string, bigint>();
        for (const entry of entries) {
          if (entry.date > to) continue;
          for (const { account, foreign } of entry.lines) if (foreign) dollars.set(account, (dollars.get(account) ?? 0n) + foreign.amount);
        }
        for (const { account, currencies } of trialBalance(chart, balancesOf(movementsOf(entries), { to })).rows) {
          expect(currencies.find(({ currency }) => currency === 'USD')?.balance ?? 0n).toBe(dollars.get(account.code) ?? 0n);
        }
      }),
      RUNS,
    );
  });
});

describe('the statements agree (rule B9)', () => {
  test('the balance sheet balances at any date, and its sections are the trial balance by type', () => {
    void fc.assert(
      fc.property(aRandomBook, aDate, fc.boolean(), (open, to, close) => {
        const { entries } = close ? closed(open, CLOSED_YEAR) : open;
        const { totals } = sheetAt(entries, to);
        expect(totals[0]?.assets).toBe(totals[0]?.liabilitiesAndEquity);
        const balances = balancesOf(movementsOf(entries), { to });
        const ofType = (...types: string[]) =>
          sum(
            balances.filter(({ account }) => types.includes(chart.accounts.get(account)?.type ?? '')),
            ({ balance }) => balance,
          );
        expect(totals[0]?.assets).toBe(ofType('asset'));
        expect(totals[0]?.liabilities).toBe(-ofType('liability'));
        expect(totals[0]?.equity).toBe(-ofType('equity', 'income', 'expense'));
      }),
      RUNS,
    );
  });

  test('the profit of the year so far is the computed line of the balance sheet, while the year is open', () => {
    void fc.assert(
      fc.property(aRandomBook, aDate, ({ entries }, to) => {
        const line = sheetAt(entries, to).rows.find((row) => 'computed' in row && row.computed === 'currentYearEarnings');
        expect(line?.amounts[0]).toBe(profitOver(entries, { from: fiscalStart(to), to })?.net);
      }),
      RUNS,
    );
  });

  test('the profit of any range is what the trial balance of the range says of income and expense', () => {
    void fc.assert(
      fc.property(aRandomBook, aRange, ({ entries }, range) => {
        const balances = balancesOf(movementsOf(entries), range).filter(({ account }) => isResult(account));
        expect(profitOver(entries, range)?.net).toBe(sum(balances, ({ debit, credit }) => credit - debit));
      }),
      RUNS,
    );
  });

  test('the profit of branches, and of what has none, is the profit of the firm', () => {
    void fc.assert(
      fc.property(aRandomBook, aRange, ({ entries }, range) => {
        const balances = balancesOf(movementsOf(entries), range, { withoutClosing: true });
        const [whole, ...parts] = profitAndLoss(chart, [balances, ...byDimension(balances, 'branch').values()]).totals;
        expect(parts.reduce((total, { net }) => total + net, 0n)).toBe(whole?.net);
        expect(parts.reduce((total, { income }) => total + income, 0n)).toBe(whole?.income);
      }),
      RUNS,
    );
  });

  test('the balance sheet of one branch balances too, with what it owes the rest of the firm', () => {
    void fc.assert(
      fc.property(aRandomBook, aDate, ({ entries }, to) => {
        const balances = balancesOf(movementsOf(entries), { from: fiscalStart(to), to }, { dimensions: { branch: 'JED' } });
        const [totals] = balanceSheet(chart, [balances], true).totals;
        expect(totals?.assets).toBe(totals?.liabilitiesAndEquity);
      }),
      RUNS,
    );
  });

  test('periods side by side are what each is alone', () => {
    void fc.assert(
      fc.property(aRandomBook, aRange, aRange, ({ entries }, one, other) => {
        const movements = movementsOf(entries);
        const both = profitAndLoss(
          chart,
          [one, other].map((range) => balancesOf(movements, range, { withoutClosing: true })),
        ).totals;
        expect(both).toEqual([profitOver(entries, one), profitOver(entries, other)]);
      }),
      RUNS,
    );
  });

  test('the home page shows the figures of the statements', () => {
    void fc.assert(
      fc.property(aRandomBook, aRange, ({ entries }, range) => {
        const shown = summary(chart, movementsOf(entries), range);
        const balanceIn = (...wanted: string[]) =>
          sum(
            balancesOf(movementsOf(entries), range).filter(({ account }) => wanted.includes(account)),
            ({ balance }) => balance,
          );
        expect(shown).toMatchObject({
          cash: balanceIn('1000', '1010', '1100', '1110'),
          receivable: balanceIn('1200'),
          payable: -balanceIn('2000'),
          taxDue: -balanceIn('1450', '2200', '2210'),
        });
        expect(shown.profit).toEqual(profitOver(entries, range));
        expect(shown.months.at(-1)).toMatchObject({ to: range.to, cash: shown.cash });
        for (const { from, to, profit } of shown.months) expect(profit).toEqual(profitOver(entries, { from, to }));
      }),
      { numRuns: 25 },
    );
  });
});

describe('closing a year (rule B7)', () => {
  test('leaves nothing on income and expense, and their sum in retained earnings', () => {
    void fc.assert(
      fc.property(aRandomBook, (open) => {
        const to = `${CLOSED_YEAR}-12-31`;
        const before = trialBalance(chart, balancesOf(movementsOf(open.entries), { to })).rows;
        const after = trialBalance(chart, balancesOf(movementsOf(closed(open, CLOSED_YEAR).entries), { to })).rows;
        for (const { account, balance } of after) if (isResult(account.code)) expect(balance).toBe(0n);
        const result = before.filter(({ account }) => isResult(account.code)).reduce((total, { balance }) => total + balance, 0n);
        const retained = (rows: typeof after) =>
          rows.filter(({ account }) => account.role === 'retained-earnings').reduce((total, { balance }) => total + balance, 0n);
        expect(retained(after) - retained(before)).toBe(result);
      }),
      RUNS,
    );
  });

  test('changes no profit and loss and no total of a balance sheet, at any date', () => {
    void fc.assert(
      fc.property(aRandomBook, aDate, aRange, (open, to, range) => {
        const after = closed(open, CLOSED_YEAR);
        expect(profitOver(after.entries, range)).toEqual(profitOver(open.entries, range));
        expect(sheetAt(after.entries, to).totals).toEqual(sheetAt(open.entries, to).totals);
      }),
      RUNS,
    );
  });

  test('moves earnings from the computed lines to the posted one', () => {
    void fc.assert(
      fc.property(aRandomBook, (open) => {
        const computed = (entries: readonly Entry[], to: LocalDate) =>
          sheetAt(entries, to)
            .rows.filter((row) => 'computed' in row)
            .reduce((total, { amounts }) => total + (amounts[0] ?? 0n), 0n);
        const { entries } = closed(open, CLOSED_YEAR);
        expect(computed(entries, '2024-12-31')).toBe(0n);
        expect(computed(entries, '2025-06-30')).toBe(profitOver(entries, { from: '2025-01-01', to: '2025-06-30' })?.net);
      }),
      RUNS,
    );
  });
});

describe('the cash flow', () => {
  test('adds up to the change in cash over any range', () => {
    void fc.assert(
      fc.property(aRandomBook, aRange, ({ entries }, range) => {
        const inRange = entries.filter(({ date }) => date >= range.from && date <= range.to);
        const flow = cashFlow(chart, [{ balances: balancesOf(movementsOf(entries), range), entries: inRange }]);
        const cash = new Set(cashAccounts(chart).map(({ code }) => code));
        const moved = inRange
          .flatMap(({ lines }) => lines)
          .filter(({ account }) => cash.has(account))
          .reduce((total, { amount }) => total + amount, 0n);
        const [totals] = flow.totals;
        expect(totals?.change).toBe(moved);
        expect((totals?.operating ?? 0n) + (totals?.investing ?? 0n) + (totals?.financing ?? 0n)).toBe(moved);
        expect(flow.rows.reduce((total, { amounts }) => total + (amounts[0] ?? 0n), 0n)).toBe(moved);
        expect(totals?.closing).toBe((totals?.opening ?? 0n) + moved);
        expect(flow.accounts.reduce((total, { columns: [column] }) => total + (column?.change ?? 0n), 0n)).toBe(moved);
      }),
      RUNS,
    );
  });
});

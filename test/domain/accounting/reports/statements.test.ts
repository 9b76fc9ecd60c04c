import { describe, expect, test } from 'vitest';
import { balancesOf } from '../../../../domain/accounting/balances.ts';
import type { EntryDraft, Line } from '../../../../domain/accounting/book.ts';
import { type Movement, movementsOf } from '../../../../domain/accounting/movements.ts';
import { post } from '../../../../domain/accounting/post.ts';
import { inLedgerOrder, runningBalances } from '../../../../domain/accounting/reports/account-ledger.ts';
import { balanceSheet } from '../../../../domain/accounting/reports/balance-sheet.ts';
import { cashFlow } from '../../../../domain/accounting/reports/cash-flow.ts';
import { datesBack, periodsBack } from '../../../../domain/accounting/reports/periods-compared.ts';
import { profitAndLoss } from '../../../../domain/accounting/reports/profit-and-loss.ts';
import { aBook, facts } from '../build-book.ts';
import { chart, sure } from './random-book.ts';

const RANGE = { from: '2026-01-01', to: '2026-12-31' };
const posted = (...drafts: readonly (Pick<EntryDraft, 'lines'> & Partial<EntryDraft>)[]) =>
  sure(
    post(
      aBook({}, chart),
      drafts.map((draft) => ({ date: '2026-03-10', memo: '', ...draft })),
      facts(),
    ),
  ).entries;
type Amounts = readonly (readonly [account: string, amount: bigint])[];
const moves = (...lines: Amounts): { readonly lines: readonly Line[] } => ({
  lines: lines.map(([account, amount]) => ({ account, amount })),
});

describe('where an account stands', () => {
  const sheet = (...lines: Amounts) =>
    balanceSheet(chart, [balancesOf(movementsOf(posted(moves(...lines))), RANGE)]).rows.map((row) => [
      'computed' in row ? row.computed : row.account.code,
      row.section,
      row.amounts[0],
    ]);
  const NO_PROFIT = ['currentYearEarnings', 'equity', 0n];
  test.each([
    ['cash is a current asset', sheet(['1000', 5n], ['3000', -5n]), [['1000', 'currentAssets', 5n], ['3000', 'equity', 5n], NO_PROFIT]],
    [
      'what is bought to keep is a fixed asset',
      sheet(['1500', 5n], ['2400', -5n]),
      [['1500', 'fixedAssets', 5n], ['2400', 'liabilities', 5n], NO_PROFIT],
    ],
    [
      'accumulated depreciation stands against fixed assets, below zero',
      sheet(['1505', -5n], ['3000', 5n]),
      [['1505', 'fixedAssets', -5n], ['3000', 'equity', -5n], NO_PROFIT],
    ],
    [
      'drawings stand against equity, below zero',
      sheet(['3100', 5n], ['1000', -5n]),
      [['1000', 'currentAssets', -5n], ['3100', 'equity', -5n], NO_PROFIT],
    ],
    [
      'income makes current year earnings',
      sheet(['1000', 5n], ['4000', -5n]),
      [
        ['1000', 'currentAssets', 5n],
        ['currentYearEarnings', 'equity', 5n],
      ],
    ],
  ])('on the balance sheet: %s', (_, rows, expected) => {
    expect(rows).toEqual(expected);
  });

  test('on the balance sheet: what a year earned that nobody closed is a line of its own', () => {
    const entries = posted({ date: '2025-05-05', ...moves(['1000', 7n], ['4000', -7n]) }, moves(['1000', 2n], ['4000', -2n]));
    const { rows, totals } = balanceSheet(chart, [balancesOf(movementsOf(entries), RANGE)]);
    expect(rows.flatMap((row) => ('computed' in row ? [[row.computed, row.amounts[0]]] : []))).toEqual([
      ['currentYearEarnings', 2n],
      ['unclosedEarnings', 7n],
    ]);
    expect(totals[0]).toMatchObject({ assets: 9n, equity: 9n });
  });

  test('on the profit and loss: sales less returns, cost of sales, expenses, each to its subtotal', () => {
    const entries = posted(
      moves(['1200', 1000n], ['4000', -1000n]),
      moves(['4100', 100n], ['1200', -100n]),
      moves(['5000', 400n], ['1300', -400n]),
      moves(['6000', 300n], ['1100', -300n]),
    );
    const { rows, totals } = profitAndLoss(chart, [balancesOf(movementsOf(entries), RANGE)]);
    expect(rows.map(({ section, account, amounts }) => [section, account.code, amounts[0]])).toEqual([
      ['income', '4000', 1000n],
      ['income', '4100', -100n],
      ['costOfSales', '5000', 400n],
      ['expenses', '6000', 300n],
    ]);
    expect(totals).toEqual([{ income: 900n, costOfSales: 400n, grossProfit: 500n, expenses: 300n, net: 200n }]);
  });

  const flows = (...lines: Amounts) => {
    const entries = posted(moves(...lines));
    return cashFlow(chart, [{ balances: balancesOf(movementsOf(entries), RANGE), entries }]).rows.map(({ section, account, amounts }) => [
      section,
      account.code,
      amounts[0],
    ]);
  };
  test.each([
    ['a customer who pays', flows(['1100', 50n], ['1200', -50n]), [['operating', '1200', 50n]]],
    [
      'a cash sale with its tax',
      flows(['1100', 115n], ['4000', -100n], ['2200', -15n]),
      [
        ['operating', '2200', 15n],
        ['operating', '4000', 100n],
      ],
    ],
    [
      'wages less what is withheld',
      flows(['6000', 100n], ['2320', -10n], ['1100', -90n]),
      [
        ['operating', '2320', 10n],
        ['operating', '6000', -100n],
      ],
    ],
    ['a machine', flows(['1530', 80n], ['1100', -80n]), [['investing', '1530', -80n]]],
    [
      'a machine, partly on a loan',
      flows(['1530', 80n], ['2500', -60n], ['1100', -20n]),
      [
        ['investing', '1530', -80n],
        ['financing', '2500', 60n],
      ],
    ],
    ['the owner puts money in', flows(['1100', 9n], ['3000', -9n]), [['financing', '3000', 9n]]],
    ['the owner takes money out', flows(['3100', 9n], ['1000', -9n]), [['financing', '3100', -9n]]],
    ['from the bank to the till: no flow', flows(['1000', 9n], ['1100', -9n]), []],
    ['an entry that touches no cash', flows(['1200', 9n], ['4000', -9n]), []],
  ])('in the cash flow: %s', (_, rows, expected) => {
    expect(rows).toEqual(expected);
  });
});

describe('balances', () => {
  test('stay exact where the sum of months leaves what a number can hold', () => {
    const month = (name: string): Movement => ({
      key: { month: name, account: '1000', currency: '', dimensions: '', closing: false },
      counters: { dr: 8_000_000_000_000_001, cr: 1 },
    });
    const months = Array.from({ length: 24 }, (_, i) => month(`20${10 + i}-01`));
    expect(balancesOf(months, { to: '2040-12-31' })).toMatchObject([
      { debit: 192_000_000_000_000_024n, credit: 24n, balance: 192_000_000_000_000_000n },
    ]);
  });

  test('of a whole month need its totals only; of a cut one, its days', () => {
    const row = (counters: Movement['counters']): Movement => ({
      key: { month: '2026-02', account: '1000', currency: '', dimensions: '', closing: false },
      counters,
    });
    expect(balancesOf([row({ dr: 5 })], { to: '2026-02-28' })).toMatchObject([{ balance: 5n }]);
    expect(balancesOf([row({ dr: 5, dr03: 2, dr28: 3 })], { from: '2026-02-04', to: '2026-02-27' })).toMatchObject([
      { opening: 2n, debit: 0n, balance: 2n },
    ]);
  });
});

describe('the ledger of an account', () => {
  const line = (date: string, seq: number, amount: bigint, foreign = 0n) => ({
    seq,
    line: 0,
    date,
    amount,
    currency: foreign === 0n ? '' : 'USD',
    foreign,
    contact: '',
    dimensions: '',
  });
  test('lies by date, then in the order of posting', () => {
    const lines = [line('2026-02-01', 3, 1n), line('2026-01-31', 4, 1n), line('2026-02-01', 2, 1n)];
    expect(lines.sort(inLedgerOrder).map(({ seq }) => seq)).toEqual([4, 2, 3]);
  });
  test('says after each line what the account holds, in the book’s currency and in the line’s own', () => {
    const running = runningBalances([line('2026-01-01', 1, 400n, 100n), line('2026-01-02', 2, -50n), line('2026-01-03', 3, -200n, -50n)], {
      balance: 10n,
      currencies: new Map([['USD', 5n]]),
    });
    expect(running.map(({ balance, foreignBalance }) => [balance, foreignBalance])).toEqual([
      [410n, 105n],
      [360n, 0n],
      [160n, 55n],
    ]);
  });
});

describe('what stands beside a period', () => {
  test.each([
    ['a month: the month before', '2026-03-01', '2026-03-31', 'previous-period', ['2026-02-01', '2026-02-28']],
    ['a quarter: the quarter before', '2026-04-01', '2026-06-30', 'previous-period', ['2026-01-01', '2026-03-31']],
    ['a year: the year before', '2024-01-01', '2024-12-31', 'previous-period', ['2023-01-01', '2023-12-31']],
    ['ten days: the ten before', '2026-03-05', '2026-03-14', 'previous-period', ['2026-02-23', '2026-03-04']],
    ['a leap February: February of the year before', '2024-02-01', '2024-02-29', 'previous-year', ['2023-02-01', '2023-02-28']],
    ['a year so far: as far a year before', '2026-01-01', '2026-03-15', 'previous-year', ['2025-01-01', '2025-03-15']],
  ] as const)('%s', (_, from, to, comparison, [earlierFrom, earlierTo]) => {
    expect(periodsBack({ from, to }, comparison, 2)).toEqual([
      { from, to },
      { from: earlierFrom, to: earlierTo },
    ]);
  });
  test('a day: the same day of months before, and the ends of months beside the end of a month', () => {
    expect(datesBack('2026-03-31', 'previous-period', 3)).toEqual(['2026-03-31', '2026-02-28', '2026-01-31']);
    expect(datesBack('2024-02-29', 'previous-year', 2)).toEqual(['2024-02-29', '2023-02-28']);
    expect(datesBack('2026-03-15', 'previous-period', 2)).toEqual(['2026-03-15', '2026-02-15']);
  });
  test('nothing stands before the first year there is', () => {
    expect(periodsBack({ from: '0002-01-01', to: '0002-12-31' }, 'previous-year', 12)).toHaveLength(2);
  });
});

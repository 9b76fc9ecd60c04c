import { describe, expect, test } from 'vitest';
import { account, books, type Json, sent, TODAY } from './books.ts';
import { close2025, tellStory } from './story.ts';

const withStory = async () => {
  const world = await books();
  await tellStory(world);
  return world;
};
const amounts = (rows: readonly Json[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map((row) => [row.account ?? row.computed, row.amount]));

describe('the trial balance', () => {
  test('is of today where nothing is asked, and balances', async () => {
    const { get } = await withStory();
    const { status, json } = await get('/reports/trial-balance');
    expect(status).toBe(200);
    expect(json).toMatchObject({ seq: 14, currency: 'SAR', asOf: TODAY });
    expect(json.totals).toMatchObject({ opening: '0.00', balance: '0.00' });
    expect(json.totals.debit).toBe(json.totals.credit);
    expect(json.totals.debitBalance).toBe(json.totals.creditBalance);
    expect(json.rows.find((row: Json) => row.account === account.cash)).toMatchObject({
      name: { en: 'Cash on hand', ar: 'نقدية بالصندوق' },
      type: 'asset',
      opening: '0.00',
      debit: '5000.00',
      credit: '750.00',
      balance: '4250.00',
      debitBalance: '4250.00',
      creditBalance: '0.00',
      from: '2025-01-01',
      to: TODAY,
    });
  });

  test('as of any day leaves out what came later, in the middle of a month too', async () => {
    const { get } = await withStory();
    const rows = async (asOf: string) => (await get(`/reports/trial-balance?as-of=${asOf}`)).json.rows.map((row: Json) => [row.account, row.balance]);
    expect(await rows('2025-01-04')).toEqual([]);
    expect(await rows('2025-02-09')).toEqual([
      [account.bank, '100000.00'],
      [account.capital, '-100000.00'],
    ]);
    expect(await rows('2025-02-28')).toEqual([
      [account.bank, '88000.00'],
      [account.equipment, '12000.00'],
      [account.capital, '-100000.00'],
    ]);
  });

  test('over a range opens with the day before', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/trial-balance?from=2025-07-02&to=2025-09-30');
    expect(json).toMatchObject({ from: '2025-07-02', to: '2025-09-30' });
    expect(json.rows.find((row: Json) => row.account === account.bank)).toMatchObject({
      opening: '134000.00',
      debit: '0.00',
      credit: '17000.00',
      balance: '117000.00',
    });
    expect(json.totals).toMatchObject({ opening: '0.00', debit: '17000.00', credit: '17000.00', balance: '0.00' });
  });

  test('stands beside earlier days', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/trial-balance?as-of=2026-02-28&periods=3');
    expect(json.columns).toEqual([{ asOf: '2026-02-28' }, { asOf: '2026-01-31' }, { asOf: '2025-12-31' }]);
    expect(json.rows.find((row: Json) => row.account === account.receivable).balances).toEqual(['23000.00', '23000.00', '0.00']);
  });

  test('tells what an account holds in each currency', async () => {
    const { get } = await withStory();
    const row = (await get('/reports/trial-balance')).json.rows.find((each: Json) => each.account === account.bank);
    expect(row.currencies).toEqual([
      { currency: 'SAR', balance: '154750.00' },
      { currency: 'USD', balance: '900.00' },
    ]);
    expect(row.balance).toBe('158125.00');
  });
});

describe('the profit and loss', () => {
  test('has its sections, and what is left after each', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/profit-and-loss?from=2026-01-01&to=2026-03-31');
    expect(amounts(json.rows)).toEqual({ [account.sales]: '20000.00', '5101': '8000.00', '5303': '375.00', '5307': '750.00' });
    expect(json.sections.map(({ section, amount }: Json) => [section, amount])).toEqual([
      ['income', '20000.00'],
      ['costOfSales', '8000.00'],
      ['expenses', '1125.00'],
    ]);
    expect(json.totals).toEqual({ income: '20000.00', costOfSales: '8000.00', grossProfit: '12000.00', expenses: '1125.00', net: '10875.00' });
  });

  test('is of the fiscal year so far where nothing is asked', async () => {
    const { get } = await withStory();
    expect((await get('/reports/profit-and-loss')).json).toMatchObject({ from: '2026-01-01', to: TODAY, totals: { net: '10875.00' } });
  });

  test('reads the same before and after the year is closed', async () => {
    const world = await withStory();
    const asked = '/reports/profit-and-loss?from=2025-01-01&to=2025-12-31';
    const { seq: _, ...before } = (await world.get(asked)).json;
    await close2025(world);
    const { seq, ...after } = (await world.get(asked)).json;
    expect(after).toEqual(before);
    expect(seq).toBe(15);
    expect(after.totals.net).toBe('26000.00');
  });

  test('by branch: each beside the whole, and what belongs to none', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/profit-and-loss?from=2025-01-01&to=2025-12-31&by=branch');
    expect(json.columns.map(({ value, name, totals }: Json) => [value, name, totals.net])).toEqual([
      ['JED', 'Jeddah', '-3000.00'],
      ['RUH', 'Riyadh', '31000.00'],
      [null, null, '-2000.00'],
    ]);
    expect(json.rows.find((row: Json) => row.account === '5301')).toMatchObject({ amount: '12000.00', amounts: ['3000.00', '9000.00', '0.00'] });
    expect(json.totals.net).toBe('26000.00');
  });

  test('of one branch alone', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/profit-and-loss?from=2025-01-01&to=2025-12-31&branch=JED');
    expect(json).toMatchObject({ dimensions: { branch: 'JED' }, totals: { net: '-3000.00' } });
  });

  test('months side by side', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/profit-and-loss?from=2026-03-01&to=2026-03-31&compare=previous-period&periods=3');
    expect(json.columns.map(({ from, to, totals }: Json) => [from, to, totals.net])).toEqual([
      ['2026-03-01', '2026-03-31', '-750.00'],
      ['2026-02-01', '2026-02-28', '-375.00'],
      ['2026-01-01', '2026-01-31', '12000.00'],
    ]);
  });
});

describe('the balance sheet', () => {
  test('balances, with the earnings that no closing entry has moved yet', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/balance-sheet');
    expect(json.totals).toEqual({
      assets: '213875.00',
      currentAssets: '173875.00',
      fixedAssets: '40000.00',
      liabilities: '77000.00',
      equity: '136875.00',
      liabilitiesAndEquity: '213875.00',
    });
    const computed = json.rows.filter((row: Json) => row.computed);
    expect(computed.map((row: Json) => [row.computed, row.account, row.amount])).toEqual([
      ['currentYearEarnings', null, '10875.00'],
      ['unclosedEarnings', null, '26000.00'],
    ]);
    expect(json.rows.find((row: Json) => row.account === account.depreciated).amount).toBe('-2000.00');
  });

  test('after the year is closed, has them in retained earnings', async () => {
    const world = await withStory();
    await close2025(world);
    const { json } = await world.get('/reports/balance-sheet');
    expect(json.rows.filter((row: Json) => row.section === 'equity').map((row: Json) => [row.computed ?? row.account, row.amount])).toEqual([
      [account.capital, '100000.00'],
      ['3301', '26000.00'],
      ['currentYearEarnings', '10875.00'],
    ]);
    expect(json.totals).toMatchObject({ assets: '213875.00', liabilitiesAndEquity: '213875.00' });
  });

  test('stands beside the same day a year before', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/balance-sheet?as-of=2026-02-28&compare=previous-year');
    expect(json.columns.map(({ asOf, totals }: Json) => [asOf, totals.assets, totals.liabilitiesAndEquity])).toEqual([
      ['2026-02-28', '154625.00', '154625.00'],
      ['2025-02-28', '100000.00', '100000.00'],
    ]);
  });

  test('of one branch says what it owes the rest of the firm', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/balance-sheet?branch=RUH');
    expect(json.totals.assets).toBe(json.totals.liabilitiesAndEquity);
    expect(json.rows.map((row: Json) => row.computed)).toContain('restOfFirm');
  });
});

describe('the cash flow', () => {
  test('adds up to the change in cash, each flow where it belongs', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/cash-flow?from=2026-01-01&to=2026-03-31');
    expect(json.rows.map((row: Json) => [row.section, row.account, row.amount])).toEqual([
      ['operating', account.receivable, '11500.00'],
      ['operating', '5303', '-375.00'],
      ['operating', '5307', '-750.00'],
      ['investing', '1221', '-30000.00'],
      ['financing', '2211', '60000.00'],
    ]);
    expect(json.totals).toEqual({
      opening: '122000.00',
      operating: '10375.00',
      investing: '-30000.00',
      financing: '60000.00',
      change: '40375.00',
      closing: '162375.00',
    });
    expect(json.accounts.map((row: Json) => [row.account, row.opening, row.change, row.closing])).toEqual([
      [account.cash, '5000.00', '-750.00', '4250.00'],
      [account.bank, '117000.00', '41125.00', '158125.00'],
    ]);
  });

  test('opens each row into the entries behind it', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/cash-flow?from=2026-01-01&to=2026-03-31');
    for (const row of json.rows) {
      const { lines } = (await get(row.entries)).json;
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.reduce((sum: number, line: Json) => sum + Number(line.amount), 0)).toBe(Number(row.amount));
    }
  });

  test('stands beside the year before', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/cash-flow?from=2025-01-01&to=2025-12-31&compare=previous-year');
    expect(json.columns.map(({ from, totals }: Json) => [from, totals.change])).toEqual([
      ['2025-01-01', '122000.00'],
      ['2024-01-01', '0.00'],
    ]);
  });
});

describe('the summary', () => {
  test('is the home page in one reading, with the figures of the statements', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/summary');
    const sheet = (await get('/reports/balance-sheet')).json;
    const amountOf = (code: string) => sheet.rows.find((row: Json) => row.account === code).amount;
    expect(json).toMatchObject({ seq: 14, from: '2026-01-01', to: TODAY });
    expect(json.totals).toEqual({
      cash: '162375.00',
      receivable: amountOf(account.receivable),
      payable: amountOf(account.payable),
      taxDue: amountOf(account.tax),
      income: '20000.00',
      expenses: '9125.00',
      profit: '10875.00',
    });
    expect(json.rows).toHaveLength(12);
    expect(json.rows.at(-1)).toMatchObject({ month: '2026-03', from: '2026-03-01', to: TODAY, profit: '-750.00', cash: '162375.00' });
    expect(json.rows.map((row: Json) => row.month)[0]).toBe('2025-04');
  });
});

describe('every figure opens into the lines that explain it', () => {
  test.each([
    [
      'the trial balance of a day',
      '/reports/trial-balance',
      (row: Json) => ({ debit: row.debit, credit: row.credit, closing: row.balance, opening: row.opening }),
    ],
    [
      'the trial balance of a range',
      '/reports/trial-balance?from=2025-06-16&to=2026-02-10',
      (row: Json) => ({ debit: row.debit, credit: row.credit, closing: row.balance, opening: row.opening }),
    ],
    [
      'the trial balance of a branch',
      '/reports/trial-balance?branch=RUH',
      (row: Json) => ({ debit: row.debit, credit: row.credit, closing: row.balance }),
    ],
    [
      'the balance sheet',
      '/reports/balance-sheet?as-of=2026-02-28',
      (row: Json) => ({
        closing:
          row.type === 'asset'
            ? row.amount
            : row.amount.startsWith('-')
              ? row.amount.slice(1)
              : row.amount === '0.00'
                ? row.amount
                : `-${row.amount}`,
      }),
    ],
  ])('of %s', async (_, asked, totals) => {
    const world = await withStory();
    await close2025(world);
    const { rows } = (await world.get(asked)).json;
    for (const row of rows.filter((each: Json) => each.ledger)) {
      const { json } = await world.get(row.ledger);
      expect(json.totals, row.account).toMatchObject(totals(row));
      const sides = json.rows.reduce((sum: number, line: Json) => sum + Number(line.debit) - Number(line.credit), Number(json.totals.opening));
      expect(sides, row.account).toBe(Number(json.totals.closing));
      expect(json.rows.at(-1)?.balance ?? json.totals.opening, row.account).toBe(json.totals.closing);
    }
  });

  test.each(['', '&branch=JED'])('of the profit and loss of a year that is closed (%s)', async (under) => {
    const world = await withStory();
    await close2025(world);
    const { rows } = (await world.get(`/reports/profit-and-loss?from=2025-01-01&to=2025-12-31${under}`)).json;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const { json } = await world.get(row.ledger);
      const net = Number(json.totals.debit) - Number(json.totals.credit);
      expect(row.type === 'income' ? -net : net, row.account).toBe(Number(row.amount));
      expect(
        json.rows.reduce((sum: number, line: Json) => sum + Number(line.debit) - Number(line.credit), 0),
        row.account,
      ).toBe(net);
    }
  });
});

describe('what is posted while a report is read', () => {
  test('is in it: the report is read again', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const world = await books({
      over: (table) => ({
        get: (key) => table.get(key),
        batchGet: (keys) => table.batchGet(keys),
        transact: (writes) => table.transact(writes),
        async query(query) {
          const page = await table.query(query);
          const post = meanwhile;
          if (post && query.pk.endsWith('#MOVEMENTS')) {
            meanwhile = undefined;
            await post();
          }
          return page;
        },
      }),
    });
    await tellStory(world);
    meanwhile = () => world.done('POST', '/entries', sent('2026-03-02', 'meanwhile', [account.cash, 1], [account.sales, -1]));
    const { json } = await world.get('/reports/trial-balance');
    expect(meanwhile).toBeUndefined();
    expect(json.seq).toBe(15);
    expect(json.rows.find((row: Json) => row.account === account.cash).balance).toBe('4251.00');
  });

  test('is in it whole or not at all, a batch that this process is sealing too', async () => {
    const world = await books();
    const batch = (day: number) =>
      Array.from({ length: 150 }, (_, i) =>
        sent(
          `2026-0${1 + (i % 3)}-${String(day).padStart(2, '0')}`,
          'batch',
          [account.cash, i + 1],
          [account.sales, -(i + 1)],
          [i % 2 ? '5301' : '5302', 2],
          [account.bank, -2],
        ),
      );
    let posting = true;
    const posts = (async () => {
      for (let day = 1; day <= 5; day++) await world.postAll(batch(day));
    })().finally(() => (posting = false));
    const seen = new Set<number>();
    while (posting) {
      // The table in memory answers at once: without a turn of the loop nothing else would run.
      await new Promise((resolve) => setImmediate(resolve));
      const { status, json } = await world.get('/reports/trial-balance?as-of=2026-03-20');
      expect(status).toBe(200);
      expect(json.totals).toMatchObject({ balance: '0.00' });
      expect(json.seq % 150).toBe(0);
      expect(json.rows.find((row: Json) => row.account === account.cash)?.balance ?? '0.00').toBe(((json.seq / 150) * 11_325).toFixed(2));
      const ledger = (await world.get(`/accounts/${account.cash}/ledger?from=2026-01-01&to=2026-03-31&limit=1000`)).json;
      expect(ledger.rows).toHaveLength(ledger.seq);
      expect(ledger.rows.at(-1)?.balance ?? '0.00').toBe(ledger.totals.closing);
      seen.add(json.seq);
    }
    await posts;
    expect(seen.size).toBeGreaterThan(1);
  });
});

import { describe, expect, test } from 'vitest';
import { bookKeys } from '../../../../functions/accounting/keys.ts';
import { reportsRoutes } from '../../../../functions/accounting/reports/routes.ts';
import { books, TODAY } from './books.ts';

const REPORTS = ['trial-balance', 'balance-sheet', 'profit-and-loss', 'cash-flow', 'general-ledger', 'summary'];

describe('a question that cannot be answered is refused with a pointer to what is wrong', () => {
  test.each([
    ['/reports/trial-balance?from=2026-03-02&to=2026-03-01', '/from', 'field.too_long'],
    [`/reports/profit-and-loss?from=2026-03-17`, '/from', 'field.too_long'],
    ['/reports/trial-balance?as-of=2026-02-30', '/as-of', 'date.not_real'],
    ['/reports/cash-flow?to=2025-02-29', '/to', 'date.not_real'],
    ['/reports/trial-balance?as-of=2026-01-01&from=2026-01-01', '/as-of', 'field.invalid'],
    ['/reports/trial-balance?as-of=2026-01-01&to=2026-01-02', '/to', 'field.invalid'],
    ['/reports/balance-sheet?from=2026-01-01', '/from', 'field.unknown'],
    ['/reports/profit-and-loss?colour=red', '/colour', 'field.unknown'],
    ['/reports/profit-and-loss?branch=NOWHERE', '/branch', 'dimension.unknown'],
    ['/reports/trial-balance?costCentre=%20', '/costCentre', 'field.format'],
    ['/reports/cash-flow?branch=RUH', '/branch', 'field.unknown'],
    ['/reports/cash-flow?account=9999', '/account', 'account.unknown'],
    ['/reports/profit-and-loss?by=shape', '/by', 'field.choice'],
    ['/reports/profit-and-loss?by=branch&periods=3', '/by', 'field.invalid'],
    ['/reports/profit-and-loss?periods=13', '/periods', 'field.too_long'],
    ['/reports/profit-and-loss?periods=0', '/periods', 'field.too_short'],
    ['/reports/balance-sheet?compare=yesterday', '/compare', 'field.choice'],
    ['/reports/trial-balance?format=pdf', '/format', 'field.choice'],
    ['/reports/trial-balance?format=csv&format=xlsx', '/format', 'field.choice'],
    ['/reports/general-ledger?limit=0', '/limit', 'field.too_short'],
    ['/accounts/1101/ledger?to=2026-13-01', '/to', 'date.not_real'],
    ['/accounts/1101/ledger?project=P9', '/project', 'dimension.unknown'],
  ])('%s', async (path, pointer, code) => {
    const { get } = await books();
    const { status, json } = await get(path);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'request.query_invalid', errors: [{ pointer, code }] });
  });

  test('the message says what would do', async () => {
    const { get } = await books();
    expect((await get('/reports/profit-and-loss?from=2027-01-01')).json.errors[0].message).toContain(TODAY);
  });
});

describe('who may read', () => {
  test.each(REPORTS)('%s: not the staff, not a stranger, and every role of the books', async (name) => {
    const { ask, owner, member } = await books();
    const path = `/v1/firms/${owner.firm}/reports/${name}`;
    expect((await ask('GET', path, { as: await member('staff', owner.firm) })).status).toBe(403);
    for (const role of ['owner', 'accountant', 'auditor'] as const)
      expect((await ask('GET', path, { as: await member(role, owner.firm) })).status).toBe(200);
    const stranger = await member('owner');
    const refused = await ask('GET', path, { as: stranger });
    const missing = await ask('GET', `/v1/firms/frm_${'0'.repeat(26)}/reports/${name}`, { as: stranger });
    expect([refused.status, refused.bytes.toString()]).toEqual([404, missing.bytes.toString()]);
  });
});

test('a book without entries has reports without rows', async () => {
  const { get } = await books();
  for (const name of REPORTS) {
    const { status, json } = await get(`/reports/${name}`);
    expect(status, name).toBe(200);
    expect(json.seq, name).toBe(0);
  }
  expect((await get('/reports/trial-balance')).json.rows).toEqual([]);
  expect((await get('/reports/balance-sheet')).json.totals).toMatchObject({ assets: '0.00', liabilitiesAndEquity: '0.00' });
});

test('every report is described in both languages', () => {
  for (const { summary } of Object.values(reportsRoutes)) for (const text of [summary.en, summary.ar]) expect(text.length).toBeGreaterThan(5);
});

describe('what is too much for one answer is refused before it is tried', () => {
  const LINES = 2000;
  /** Rows of a ledger as a large import leaves them. */
  const rows = (code: string, count: number) =>
    Array.from({ length: count }, (_, row) => ({
      kind: 'put' as const,
      item: {
        pk: `LEDGER#${code}`,
        sk: `2026-01#${row}#0`,
        lines: Array.from({ length: LINES }, (_line, i) => [row * LINES + i + 1, '2026-01-15', 1, '', 0, '', '', 0] as const),
      },
    }));
  const withLines = async (count: number) => {
    const { get, table } = await books();
    const head = await table.get(bookKeys.head());
    await table.transact([{ kind: 'put', item: { ...head, ...bookKeys.head(), seq: 1_000_000, firstMonth: '2026-01' } }]);
    for (const write of rows('1101', count)) await table.transact([write]);
    return get;
  };

  test.each([
    ['a file of more than 20,000 lines', 11, '/accounts/1101/ledger?format=csv', 20_000],
    ['a cash flow of more than 50,000 entries', 26, '/reports/cash-flow', 50_000],
  ])('%s', async (_, count, path, maximum) => {
    const get = await withLines(count);
    const { status, json } = await get(path);
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ pointer: '/from', code: 'field.too_long', message: expect.stringContaining(String(maximum)) }]);
  });
});

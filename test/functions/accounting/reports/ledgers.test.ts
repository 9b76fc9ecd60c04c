import { describe, expect, test } from 'vitest';
import { bookKeys } from '../../../../functions/accounting/keys.ts';
import { padSeq } from '../../../../functions/platform/event-chain.ts';
import { account, books, type Json, sent } from './books.ts';
import { tellStory } from './story.ts';

const withStory = async () => {
  const world = await books();
  await tellStory(world);
  return world;
};

/** Pages to the end, one line after the other. */
async function paged(get: (path: string) => Promise<{ json: Json }>, path: string): Promise<Json[]> {
  const pages: Json[] = [];
  for (let cursor = ''; ; cursor = `&cursor=${pages.at(-1)?.next_cursor}`) {
    pages.push((await get(path + cursor)).json);
    if (!pages.at(-1)?.has_more) return pages;
  }
}

/** Lines over three months, posted in an order that is not that of their dates. */
const scattered = Array.from({ length: 60 }, (_, i) =>
  sent(`2026-0${1 + ((i * 7) % 3)}-${String(1 + ((i * 11) % 28)).padStart(2, '0')}`, `line ${i}`, [account.bank, i + 1], [account.sales, -(i + 1)]),
);

describe('the ledger of an account', () => {
  test('has its lines by date with the balance after each, between opening and closing', async () => {
    const { get } = await withStory();
    const { json } = await get(`/accounts/${account.receivable}/ledger?from=2025-07-01&to=2026-03-31`);
    expect(json).toMatchObject({
      seq: 14,
      currency: 'SAR',
      account: account.receivable,
      from: '2025-07-01',
      to: '2026-03-31',
      has_more: false,
      next_cursor: null,
    });
    expect(json.totals).toEqual({ opening: '46000.00', debit: '23000.00', credit: '57500.00', closing: '11500.00' });
    expect(json.rows.map((row: Json) => [row.date, row.memo, row.debit, row.credit, row.balance])).toEqual([
      ['2025-07-01', 'Falcon pays', '0.00', '46000.00', '0.00'],
      ['2026-01-20', 'Goods sold to Nakheel', '23000.00', '0.00', '23000.00'],
      ['2026-03-10', 'Nakheel pays a part', '0.00', '11500.00', '11500.00'],
    ]);
  });

  test('says which entry each line is of', async () => {
    const { get, postAll } = await withStory();
    const { entries } = await postAll([sent('2026-03-05', 'of the entry', [account.cash, 10, { memo: 'of the line' }], [account.bank, -10])]);
    const lines = (await get(`/accounts/${account.cash}/ledger?from=2026-03-05`)).json.rows;
    expect(lines[0]).toMatchObject({ entry: entries[0].id, seq: entries[0].seq, line: 0, memo: 'of the line' });
  });

  test('shows foreign currency beside the book’s, with a balance of its own', async () => {
    const { get } = await withStory();
    const { json } = await get(`/accounts/${account.bank}/ledger?from=2026-02-04&to=2026-02-28`);
    expect(json.currencies).toEqual([
      { currency: 'SAR', opening: '113250.00', balance: '113250.00' },
      { currency: 'USD', opening: '1000.00', balance: '900.00' },
    ]);
    expect(json.rows).toMatchObject([
      { credit: '375.00', balance: '116625.00', foreign: { currency: 'USD', debit: '0.00', credit: '100.00', balance: '900.00' } },
    ]);
  });

  test('of one branch has its lines alone', async () => {
    const { get } = await withStory();
    const { json } = await get('/accounts/5301/ledger?from=2025-01-01&to=2025-12-31&branch=RUH');
    expect(json.rows.map((row: Json) => [row.debit, row.dimensions])).toEqual([['9000.00', { branch: 'RUH' }]]);
    expect(json.totals.closing).toBe('9000.00');
  });

  test.each([1, 7, 59, 60, 61])('in pages of %i is what it is in one', async (limit) => {
    const { get, postAll } = await books();
    await postAll(scattered);
    const path = `/accounts/${account.bank}/ledger?from=2026-01-05&to=2026-03-25`;
    const whole = (await get(`${path}&limit=1000`)).json;
    const pages = await paged(get, `${path}&limit=${limit}`);
    expect(pages.flatMap((page) => page.rows)).toEqual(whole.rows);
    expect(whole.rows.map((row: Json) => row.date)).toEqual(whole.rows.map((row: Json) => row.date).sort());
    expect(pages.at(-1)?.rows.at(-1).balance).toBe(whole.totals.closing);
    for (const page of pages) expect(page.totals).toEqual(whole.totals);
  });

  test('has no line beyond the head: a batch that is being sealed does not count yet', async () => {
    const { get, table } = await withStory();
    const before = (await get(`/accounts/${account.cash}/ledger`)).json;
    const entry = await table.get(bookKeys.entry({ seq: padSeq(12) }));
    const staged = bookKeys.ledger({ account: account.cash, month: '2026-03', seq: padSeq(15), part: '0' });
    await table.transact([
      { kind: 'put', item: { ...entry, ...bookKeys.entry({ seq: padSeq(15) }), seq: 15 } },
      { kind: 'put', item: { ...staged, lines: [[15, '2026-03-02', 100, '', 0, '', '', 0]] } },
    ]);
    expect((await get(`/accounts/${account.cash}/ledger`)).json).toEqual(before);
  });

  test('of an account that the chart does not have is not there', async () => {
    const { get } = await withStory();
    expect((await get('/accounts/9999/ledger')).status).toBe(404);
  });

  test('of an account that never moved is empty', async () => {
    const { get } = await withStory();
    expect((await get('/accounts/1131/ledger')).json).toMatchObject({
      rows: [],
      totals: { opening: '0.00', debit: '0.00', credit: '0.00', closing: '0.00' },
      has_more: false,
    });
  });
});

describe('the general ledger', () => {
  test('is the ledger of every account, and agrees with the trial balance', async () => {
    const { get } = await withStory();
    const { json } = await get('/reports/general-ledger?from=2025-02-01&to=2026-02-10&limit=1000');
    const trial = (await get('/reports/trial-balance?from=2025-02-01&to=2026-02-10')).json;
    expect(json.rows.map(({ account: code, opening, debit, credit, closing }: Json) => [code, opening, debit, credit, closing])).toEqual(
      trial.rows.map(({ account: code, opening, debit, credit, balance }: Json) => [code, opening, debit, credit, balance]),
    );
    expect(json.totals).toEqual({ opening: '0.00', debit: trial.totals.debit, credit: trial.totals.credit, closing: '0.00' });
    for (const row of json.rows) expect(row.lines).toEqual((await get(row.ledger)).json.rows);
  });

  test.each([1, 2, 3, 10, 25])('in pages of %i lines has every line once, with its account', async (limit) => {
    const { get } = await withStory();
    const path = '/reports/general-ledger?from=2025-02-01&to=2026-02-10';
    const lines = (pages: readonly Json[]) =>
      pages.flatMap((page) => page.rows.flatMap((row: Json) => row.lines.map((line: Json) => [row.account, line.seq, line.line, line.balance])));
    const pages = await paged(get, `${path}&limit=${limit}`);
    const [whole] = await paged(get, `${path}&limit=1000`);
    expect(lines(pages)).toEqual(lines([whole]));
    expect(pages.flatMap((page) => page.rows.filter((row: Json) => !row.continued).map((row: Json) => row.account))).toEqual(
      whole.rows.map((row: Json) => row.account),
    );
  });
});

describe('a cursor', () => {
  test('of another question is refused', async () => {
    const { get, postAll } = await books();
    await postAll(scattered);
    const { next_cursor } = (await get(`/accounts/${account.bank}/ledger?from=2026-01-01&to=2026-03-31&limit=5`)).json;
    for (const path of [
      `/accounts/${account.bank}/ledger?from=2026-01-02&to=2026-03-31&limit=5`,
      '/reports/general-ledger?from=2026-01-01&to=2026-03-31&limit=5',
    ]) {
      expect((await get(`${path}&cursor=${next_cursor}`)).json).toMatchObject({ status: 400, code: 'cursor.invalid' });
    }
  });
});

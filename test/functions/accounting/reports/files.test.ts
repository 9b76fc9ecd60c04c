import { inflateRawSync } from 'node:zlib';
import readWorkbook, { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { books, type Json } from './books.ts';
import { tellStory } from './story.ts';

const withStory = async () => {
  const world = await books();
  await tellStory(world);
  return world;
};

const REPORTS = {
  'trial-balance': '/reports/trial-balance?as-of=2026-03-31',
  'trial-balance-over-a-range': '/reports/trial-balance?from=2026-01-01&to=2026-03-31&compare=previous-period',
  'balance-sheet': '/reports/balance-sheet?as-of=2026-03-31&compare=previous-year',
  'profit-and-loss': '/reports/profit-and-loss?from=2026-01-01&to=2026-03-31',
  'profit-and-loss-by-branch': '/reports/profit-and-loss?from=2025-01-01&to=2025-12-31&by=branch',
  'cash-flow': '/reports/cash-flow?from=2026-01-01&to=2026-03-31',
  'general-ledger': '/reports/general-ledger?from=2026-01-01&to=2026-03-31',
  'account-ledger': '/accounts/1111/ledger?from=2026-01-01&to=2026-03-31',
} as const;

describe('as CSV, in both languages', () => {
  test.each(Object.entries(REPORTS).flatMap(([name, path]) => (['en', 'ar'] as const).map((language) => [name, language, path] as const)))(
    '%s (%s)',
    async (name, language, path) => {
      const { get } = await withStory();
      const { status, headers, bytes } = await get(`${path}&format=csv`, language);
      expect(status).toBe(200);
      expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'x-book-seq': '14' });
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.csv"/);
      const text = bytes.toString('utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      await expect(text.slice(1).replaceAll('\r\n', '\n')).toMatchFileSnapshot(`../../../goldens/reports/${name}.${language}.csv`);
    },
  );

  test('a memo that a spreadsheet would run is text; an amount below zero stays a number', async () => {
    const { get } = await withStory();
    const text = (await get('/accounts/1101/ledger?from=2026-03-01&format=csv')).bytes.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
    expect((await get('/reports/balance-sheet?format=csv')).bytes.toString('utf8')).toContain(',-2000.00');
  });
});

describe('as a workbook', () => {
  test.each(Object.entries(REPORTS))('%s holds the figures of the JSON as numbers', async (name, path) => {
    const { get } = await withStory();
    const { json } = await get(path);
    const { headers, bytes } = await get(`${path}&format=xlsx`);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const rows = await readSheet(bytes);
    const numbers = new Set(rows.flat().filter((cell) => typeof cell === 'number'));
    const said = name.startsWith('trial')
      ? json.rows.flatMap((row: Json) => [row.debitBalance, row.creditBalance, row.opening])
      : (json.rows as Json[]).flatMap((row) => row.amounts ?? row.lines?.map((line: Json) => line.balance) ?? [row.balance]);
    expect(said.length).toBeGreaterThan(0);
    for (const amount of said) expect(numbers, `${name}: ${amount}`).toContain(Number(amount));
  });

  test('has the firm, the period and the entry at which it is exact above the table, and a date is a date', async () => {
    const { get } = await withStory();
    const rows = await readSheet((await get(`${REPORTS['account-ledger']}&format=xlsx`)).bytes);
    expect(rows.slice(0, 5).map(([first]) => first)).toEqual([
      'Account ledger',
      '1111 Bank current account',
      'Nakheel',
      'From 2026-01-01 to 2026-03-31',
      'Amounts in SAR, exact at entry number 14',
    ]);
    expect(rows[5]?.slice(0, 4)).toEqual(['Date', 'Entry', 'Memo', 'Reference']);
    expect(rows[7]?.[0]).toEqual(new Date('2026-02-03T00:00:00Z'));
  });

  test('in Arabic is Arabic, from right to left', async () => {
    const { get } = await withStory();
    const { bytes } = await get(`${REPORTS['balance-sheet']}&format=xlsx`, 'ar');
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.sheet).toBe('قائمة المركز المالي');
    expect(sheet?.data.flat()).toContain('إجمالي الأصول');
    expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/rightToLeft="1".*<pane ySplit="5"[^>]*state="frozen"/s);
  });

  test('shows amounts with the decimals of the currency, and totals in bold', async () => {
    const { get } = await withStory();
    const styles = await partOf((await get(`${REPORTS['profit-and-loss']}&format=xlsx`)).bytes, 'xl/styles.xml');
    expect(styles).toContain('formatCode="#,##0.00;-#,##0.00"');
    expect(styles).toContain('<b/>');
  });
});

/** A part of a workbook as it lies in the archive (ZIP: the directory at the end says where each part begins). */
async function partOf(workbook: Buffer, name: string): Promise<string> {
  const [SIGNATURE, FIXED, LOCAL] = [0x02014b50, 46, 30];
  let at = workbook.readUInt32LE(workbook.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16);
  while (workbook.readUInt32LE(at) === SIGNATURE) {
    const [size, nameLength, extra, comment, start] = [
      workbook.readUInt32LE(at + 20),
      workbook.readUInt16LE(at + 28),
      workbook.readUInt16LE(at + 30),
      workbook.readUInt16LE(at + 32),
      workbook.readUInt32LE(at + 42),
    ];
    if (workbook.toString('utf8', at + FIXED, at + FIXED + nameLength) === name) {
      const data = start + LOCAL + workbook.readUInt16LE(start + 26) + workbook.readUInt16LE(start + 28);
      return inflateRawSync(workbook.subarray(data, data + size)).toString('utf8');
    }
    at += FIXED + nameLength + extra + comment;
  }
  throw new Error(`no ${name} in the workbook`);
}

import { describe, expect, test } from 'vitest';
import { presetRange } from '../../web/features/reports/ranges.ts';
import { firmPaths, ownAddress, publicPaths, reportNames } from '../../web/path-builder.ts';
import { moved } from '../../web/ui/grid/grid-keys.ts';

describe('addresses', () => {
  test('every link is where bookmarks expect it', async () => {
    const paths = firmPaths('frm_1');
    const id = 'id_1';
    const addresses = [
      ...Object.values(publicPaths).map((path) => path()),
      ...Object.entries(paths).map(([name, path]) =>
        name === 'report'
          ? reportNames.map((report) => paths.report(report)).join('\n')
          : (path as (id: string) => string)(
              /^new|s$|dashboard|^search$|openingBalances|auditTrail|book|calendar/.test(name) ? (undefined as unknown as string) : id,
            ),
      ),
      paths.invoices({ state: 'posted', q: 'نور', from: '' }),
      paths.ledger('assets:bank/1'),
    ];
    await expect(`${addresses.join('\n')}\n`).toMatchFileSnapshot('../goldens/web-addresses.txt');
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    '%s is no address of ours to come back to',
    (next) => {
      expect(ownAddress(next)).toBeUndefined();
    },
  );
});

describe('the keys of a grid', () => {
  const extent = { rows: 100, columns: 5, page: 10, rtl: false };
  test.each([
    [
      { key: 'ArrowDown', ctrlKey: false },
      { row: 6, column: 2 },
    ],
    [
      { key: 'ArrowLeft', ctrlKey: false },
      { row: 5, column: 1 },
    ],
    [
      { key: 'PageDown', ctrlKey: false },
      { row: 15, column: 2 },
    ],
    [
      { key: 'Home', ctrlKey: true },
      { row: 0, column: 0 },
    ],
    [
      { key: 'End', ctrlKey: true },
      { row: 99, column: 4 },
    ],
    [{ key: 'a', ctrlKey: false }, undefined],
  ])('%o goes to %o', (event, place) => {
    expect(moved(event, { row: 5, column: 2 }, extent)).toEqual(place);
  });
  test('left is the next cell where reading goes to the left', () => {
    expect(moved({ key: 'ArrowLeft', ctrlKey: false }, { row: 5, column: 2 }, { ...extent, rtl: true })).toEqual({ row: 5, column: 3 });
  });
});

describe('ranges by name', () => {
  test.each([
    ['thisMonth', 1, '2026-02-01', '2026-02-28'],
    ['lastMonth', 1, '2026-01-01', '2026-01-31'],
    ['thisQuarter', 1, '2026-01-01', '2026-03-31'],
    ['lastQuarter', 1, '2025-10-01', '2025-12-31'],
    ['thisYear', 1, '2026-01-01', '2026-12-31'],
    ['thisYear', 4, '2025-04-01', '2026-03-31'],
    ['lastYear', 4, '2024-04-01', '2025-03-31'],
    ['thisQuarter', 4, '2026-01-01', '2026-03-31'],
  ] as const)('%s of a year that begins in month %i', (preset, start, from, to) => {
    expect(presetRange(preset, '2026-02-14', start)).toEqual({ from, to });
  });
});

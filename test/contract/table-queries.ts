import { describe, expect, test } from 'vitest';
import { BadCursor } from '../../functions/platform/table/cursor.ts';
import { type Item, LimitExceeded, type Query, type Table } from '../../functions/platform/table/port.ts';
import { numbered, partition, type Subject, seed, sortKeys } from './table.ts';

/** All pages of a query. The bound is on pages, so that a cursor that leads nowhere fails and does not hang. */
export async function everyPage(table: Table, query: Query, pages = 100): Promise<{ items: Item[]; pages: number }> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let read = 1; read <= pages; read++) {
    const page = await table.query({ ...query, ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.cursor;
    if (cursor === undefined) return { items, pages: read };
  }
  throw new Error('the pages have no end');
}

/** In the order of their UTF-8 bytes, which is not JavaScript's: U+10900 is beyond U+FF21, though its first half is not. */
const inByteOrder = ['A', 'AB', 'a', 'é', 'ب', 'بب', '\uff21', '\u{10900}', '\u{1f600}'];

export function queryFacts(table: Subject): void {
  const pk = partition();
  const letters = ['A#1', 'A#2', 'A#2#x', 'A$', 'B#1', 'B#2', 'C'];
  const seeded = async () => {
    await seed(
      table(),
      letters.map((sk) => ({ pk, sk })),
    );
    return table();
  };

  describe('queries', () => {
    test.each([
      ['everything', {}, letters],
      ['from', { from: 'A#2#x' }, ['A#2#x', 'A$', 'B#1', 'B#2', 'C']],
      ['to', { to: 'A$' }, ['A#1', 'A#2', 'A#2#x', 'A$']],
      ['from and to, both inclusive', { from: 'A#2', to: 'B#1' }, ['A#2', 'A#2#x', 'A$', 'B#1']],
      ['bounds that are no keys', { from: 'A#11', to: 'B' }, ['A#2', 'A#2#x', 'A$']],
      ['from beyond to', { from: 'B', to: 'A' }, []],
      ['an empty from', { from: '' }, letters],
      ['an empty to', { to: '' }, []],
      ['a prefix', { prefix: 'A#' }, ['A#1', 'A#2', 'A#2#x']],
      ['a prefix that is a key', { prefix: 'A#2' }, ['A#2', 'A#2#x']],
      ['an empty prefix', { prefix: '' }, letters],
      ['a prefix of none', { prefix: 'D' }, []],
    ] as const)('%s, both ways', async (_, bounds, expected) => {
      await seeded();
      expect(sortKeys((await table().query({ pk, ...bounds })).items)).toEqual(expected);
      expect(sortKeys((await table().query({ pk, ...bounds, descending: true })).items)).toEqual(expected.toReversed());
      const paged = await everyPage(table(), { pk, ...bounds, limit: 2 });
      expect(sortKeys(paged.items)).toEqual(expected);
      const pagedBack = await everyPage(table(), { pk, ...bounds, limit: 2, descending: true });
      expect(sortKeys(pagedBack.items)).toEqual(expected.toReversed());
    });

    test('a partition holds its own items only', async () => {
      const other = partition();
      await seed(table(), [...numbered(other, 3), ...numbered(`${other}#`, 2)]);
      expect((await table().query({ pk: other })).items.length).toBe(3);
    });

    test('keys sort by their UTF-8 bytes', async () => {
      const own = partition();
      await seed(
        table(),
        inByteOrder.toReversed().map((sk) => ({ pk: own, sk })),
      );
      expect(sortKeys((await table().query({ pk: own })).items)).toEqual(inByteOrder);
      expect(sortKeys((await table().query({ pk: own, from: '\uff21' })).items)).toEqual(inByteOrder.slice(-3));
      expect(sortKeys((await table().query({ pk: own, prefix: 'ب' })).items)).toEqual(['ب', 'بب']);
      expect(sortKeys((await table().query({ pk: own, prefix: '\u{10900}' })).items)).toEqual(['\u{10900}']);
      expect(sortKeys((await everyPage(table(), { pk: own, from: 'a', limit: 1 })).items)).toEqual(inByteOrder.slice(2));
      expect(sortKeys((await everyPage(table(), { pk: own, from: '\uff21', to: '\u{1f600}', limit: 1 })).items)).toEqual(inByteOrder.slice(-3));
    });

    test('a prefix may end in the last character of its plane, or of all', async () => {
      const own = partition();
      const keys = ['\ud7ff', '\ud7ff.', '\ue000', '\u{10ffff}', '\u{10ffff}.', '\u{10ffff}\u{10ffff}'];
      await seed(
        table(),
        keys.map((sk) => ({ pk: own, sk })),
      );
      expect(sortKeys((await table().query({ pk: own, prefix: '\ud7ff' })).items)).toEqual(keys.slice(0, 2));
      expect(sortKeys((await table().query({ pk: own, prefix: '\u{10ffff}' })).items)).toEqual(keys.slice(3));
    });

    test('at exactly the limit there is a cursor, and an empty page after it', async () => {
      const own = partition();
      await seed(table(), numbered(own, 6));
      const first = await table().query({ pk: own, limit: 6 });
      expect(first.items.length).toBe(6);
      expect(first.cursor).toBeTypeOf('string');
      expect(await table().query({ pk: own, limit: 6, cursor: first.cursor ?? '' })).toEqual({ items: [] });
    });

    test('one above the limit there is no cursor', async () => {
      const own = partition();
      await seed(table(), numbered(own, 6));
      expect((await table().query({ pk: own, limit: 7 })).cursor).toBeUndefined();
    });

    test('pages are read on while items come and go, without doubles and without gaps', async () => {
      const own = partition();
      await seed(table(), numbered(own, 20));
      const first = await table().query({ pk: own, limit: 10 });
      await table().transact([
        { kind: 'delete', key: { pk: own, sk: '0009' } },
        { kind: 'put', item: { pk: own, sk: '0000a' } },
        { kind: 'put', item: { pk: own, sk: '0009a' } },
      ]);
      const rest = await table().query({ pk: own, cursor: first.cursor ?? '' });
      expect(sortKeys(rest.items)).toEqual(['0009a', ...sortKeys(numbered(own, 20)).slice(10)]);
    });

    test('a page ends at a megabyte, and the pages together hold everything', async () => {
      const own = partition();
      const text = 'ب'.repeat(30_000);
      await Promise.all(numbered(own, 40, { text }).map((item) => table().transact([{ kind: 'put', item }])));
      const first = await table().query({ pk: own });
      expect(first.items.length).toBeGreaterThanOrEqual(17);
      expect(first.items.length).toBeLessThanOrEqual(18);
      const all = await everyPage(table(), { pk: own, attributes: ['at'] });
      expect(all.pages).toBe(3);
      expect(all.items).toEqual(numbered(own, 40));
    });

    test('1,200 small items come in one page', async () => {
      const own = partition();
      const items = numbered(own, 1_200);
      await seed(table(), items);
      expect(await table().query({ pk: own })).toEqual({ items });
    });

    test('only the attributes asked for, and the keys, come back', async () => {
      const own = partition();
      const items: Item[] = [
        { pk: own, sk: 'A', total: 1.5, name: 'x', lines: [{ a: 1 }], gsi1pk: `${own}#G`, gsi1sk: 'g' },
        { pk: own, sk: 'B', total: null, name: 'y', paid: true },
        { pk: own, sk: 'C', name: 'z', 'odd "name"': 7 },
      ];
      await seed(table(), items);
      const asked = async (attributes: readonly string[]) => (await table().query({ pk: own, attributes })).items;
      const keys = ['A', 'B', 'C'].map((sk) => ({ pk: own, sk }));
      expect(await asked([])).toEqual(keys);
      expect(await asked(['total'])).toEqual([{ ...keys[0], total: 1.5 }, { ...keys[1], total: null }, keys[2]]);
      expect(await asked(['paid', 'lines', 'pk', 'never'])).toEqual([{ ...keys[0], lines: [{ a: 1 }] }, { ...keys[1], paid: true }, keys[2]]);
      expect(await asked(['gsi1sk'])).toEqual([{ ...keys[0], gsi1sk: 'g' }, keys[1], keys[2]]);
      expect(await asked(['odd "name"'])).toEqual([keys[0], keys[1], { ...keys[2], 'odd "name"': 7 }]);
    });

    test('an eventual read finds the same', async () => {
      const own = partition();
      await seed(table(), numbered(own, 3));
      expect((await table().query({ pk: own, eventually: true })).items.length).toBe(3);
    });

    test.each(['', 'x', 'e30', 'W10', '!!!', Buffer.from('["a"]').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
      'a malformed cursor is refused: %j',
      async (cursor) => {
        await expect(table().query({ pk, cursor })).rejects.toThrow(BadCursor);
      },
    );

    test('a cursor of another partition, range or index is refused', async () => {
      const own = partition();
      await seed(table(), numbered(own, 5));
      const cursor = (await table().query({ pk: own, limit: 2 })).cursor ?? '';
      await expect(table().query({ pk, cursor })).rejects.toThrow(BadCursor);
      await expect(table().query({ pk: own, cursor, from: '0003' })).rejects.toThrow(BadCursor);
      await expect(table().query({ pk: own, cursor, to: '0000' })).rejects.toThrow(BadCursor);
      await expect(table().query({ pk: own, cursor, prefix: '1' })).rejects.toThrow(BadCursor);
      const counterfeit = Buffer.from(JSON.stringify([own, 5])).toString('base64url');
      await expect(table().query({ pk: own, cursor: counterfeit })).rejects.toThrow(BadCursor);
      await expect(table().query({ index: 'gsi1', pk: own, cursor })).rejects.toThrow(BadCursor);
    });

    test.each([
      ['a limit of none', { limit: 0 }],
      ['half a limit', { limit: 1.5 }],
      ['no partition', { pk: '' }],
      ['a bound longer than a key', { from: 'x'.repeat(1025) }],
      ['a prefix and a bound', { prefix: 'A', from: 'A1' }],
    ])('%s is refused', async (_, query) => {
      await expect(table().query({ pk, ...query })).rejects.toThrow(LimitExceeded);
    });
  });
}

import { describe, expect, test } from 'vitest';
import { LimitExceeded, type Value } from '../../functions/platform/table/port.ts';
import { partition, put, type Subject } from './table.ts';

/** What JSON and DynamoDB both keep exactly. */
const kept: readonly (readonly [string, Value])[] = [
  ['the largest safe integer', Number.MAX_SAFE_INTEGER],
  ['the smallest safe integer', Number.MIN_SAFE_INTEGER],
  ['a tenth', 0.1],
  ['a double of 17 digits', 0.300_000_000_000_000_04],
  ['a very small number', 1e-130],
  ['zero', 0],
  ['true', true],
  ['false', false],
  ['null', null],
  ['the empty text', ''],
  ['Arabic', 'شركة النخيل للتجارة — ١٢٣٫٤٥ ر.س'],
  ['characters beyond U+FFFF', '𐤀😀𝔘'],
  ['control characters and quotes', 'a\u0000b\n\t"\\\u2028'],
  ['marks of direction', '\u200fمرحبا\u200e'],
  ['an empty list', []],
  ['an empty map', {}],
  ['a nested document', { lines: [{ text: 'خدمة', net: '1.00', tax: null, tags: [[], ['x', 1, true]] }], total: { minor: 100, currency: 'SAR' } }],
];

const refused: readonly (readonly [string, unknown])[] = [
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['an integer that is not safe', Number.MAX_SAFE_INTEGER + 1],
  ['a number nearer to zero than DynamoDB keeps', 1e-131],
  ['a bigint', 1n],
  ['a Date', new Date(0)],
  ['a function', () => 1],
  ['undefined in a list', [1, undefined]],
  ['half a surrogate pair', 'a\ud800b'],
  ['an attribute without a name', { '': 1 }],
  ['the name __proto__', JSON.parse('{"__proto__": 1}')],
];

export function valueFacts(table: Subject): void {
  describe('values', () => {
    test.each(kept)('%s is kept', async (_, value) => {
      const item = { pk: partition(), sk: 'A', value };
      await table().transact([put(item), { kind: 'update', key: { ...item, sk: 'B' }, set: { value } }]);
      expect((await table().get({ pk: item.pk, sk: 'A' }))?.value).toEqual(value);
      const { items } = await table().query({ pk: item.pk, attributes: ['value'] });
      expect(items).toEqual([item, { ...item, sk: 'B' }]);
    });

    test('minus zero is zero', async () => {
      const item = { pk: partition(), sk: 'A', value: -0 };
      await table().transact([put(item)]);
      expect(Object.is((await table().get(item))?.value, 0)).toBe(true);
    });

    test.each(refused)('%s is refused, in a put, nested, and in an update', async (_, value) => {
      const key = { pk: partition(), sk: 'A' };
      const outlaw = value as Value;
      await expect(table().transact([put({ ...key, value: outlaw })])).rejects.toThrow(LimitExceeded);
      await expect(table().transact([put({ ...key, value: { deep: [outlaw] } })])).rejects.toThrow(LimitExceeded);
      await expect(table().transact([{ kind: 'update', key, set: { value: outlaw } }])).rejects.toThrow(LimitExceeded);
      expect(await table().get(key)).toBeUndefined();
    });

    test('a counter moves by whole numbers alone', async () => {
      const key = { pk: partition(), sk: 'A' };
      for (const by of [0.5, Number.NaN, 2 ** 53]) {
        await expect(table().transact([{ kind: 'update', key, add: { count: by } }])).rejects.toThrow(LimitExceeded);
      }
    });

    test('lists and maps stand 31 deep and no deeper', async () => {
      const key = { pk: partition(), sk: 'A' };
      let deep: Value = 'core';
      for (let level = 0; level < 31; level++) deep = level % 2 ? [deep] : { in: deep };
      await table().transact([put({ ...key, deep })]);
      expect((await table().get(key))?.deep).toEqual(deep);
      await expect(table().transact([put({ ...key, deep: [deep] })])).rejects.toThrow(LimitExceeded);
    });
  });
}

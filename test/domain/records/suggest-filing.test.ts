import { expect, test } from 'vitest';
import { dateIn, suggestFiling } from '../../../domain/records/filing/suggest-filing.ts';

test.each([
  ['invoice 2026-03-05.pdf', '2026-03-05', '2026-03'],
  ['IMG_20260305_101010.jpg', '2026-03-05', '2026-03'],
  ['05-03-2026 receipt.pdf', '2026-03-05', '2026-03'],
  ['statement-2026-03.csv', undefined, '2026-03'],
  ['Rent March 2026.pdf', undefined, '2026-03'],
  ['إيجار مارس 2026.pdf', undefined, '2026-03'],
  ['إيجار_٢٠٢٦-٠٣.pdf', undefined, '2026-03'],
  ['2026-02-30 nothing.pdf', undefined, '2026-02'],
])('the name “%s” spells %s in %s', (name, day, month) => {
  const found = dateIn(name);
  expect([found?.day, found?.month]).toEqual([day, month]);
});

test.each(['scan.pdf', 'invoice 123456789.pdf', 'a 2026.pdf', 'maya 2026.pdf'])('the name “%s” spells no date', (name) => {
  expect(dateIn(name)).toBeUndefined();
});

test('the first rule that fits wins a field; tags of all of them are suggested once', () => {
  const rule = (id: string, looksIn: 'name' | 'sender', contains: string, code: string) => ({
    id,
    name: id,
    looksIn,
    contains,
    class: code,
    tags: ['t'],
    version: 1,
  });
  const rules = [rule('a', 'sender', 'bank', 'accounting'), rule('b', 'name', 'scan', 'general')];
  expect(suggestFiling({ name: 'scan.pdf', sender: 'Bank of X' }, rules, []).map(({ field, value, rule: by }) => [field, value, by])).toEqual([
    ['class', 'accounting', 'a'],
    ['tag', 't', 'a'],
  ]);
  expect(suggestFiling({ name: 'scan.pdf' }, rules, [])).toMatchObject([{ value: 'general', rule: 'b' }, { value: 't' }]);
});

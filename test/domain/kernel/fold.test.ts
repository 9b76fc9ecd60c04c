import { describe, expect, test } from 'vitest';
import { fold, foldedKey, searchKeys } from '../../../domain/kernel/fold.ts';

describe('two spellings of one name fold to the same (R4)', () => {
  test.each([
    ['alef with hamza, madda and wasla', ['أحمد', 'إحمد', 'آحمد', 'ٱحمد', 'احمد']],
    ['ya and alef maqsura', ['علي', 'على', 'علی']],
    ['ta marbuta and ha', ['شركة', 'شركه']],
    ['vowel marks and shadda', ['النُّور', 'النور']],
    ['tatweel', ['محـــمد', 'محمد']],
    ['hamza on waw and ya', ['مؤسسة', 'موسسة']],
    ['Arabic, Persian and Latin digits', ['فرع ٢٣', 'فرع ۲۳', 'فرع 23']],
    ['Arabic and Persian kaf', ['كريم', 'کریم']],
    ['presentation forms', ['ﺷﺮﻛﺔ', 'شركة']],
    ['case and accents', ['Café NOOR', 'cafe noor']],
    ['spaces and direction marks', ['  Al\u200f  Noor ', 'al noor']],
  ])('%s', (_, spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });
});

test('different names stay different', () => {
  expect(fold('سماء')).not.toBe(fold('سما'));
  expect(fold('نور')).not.toBe(fold('نار'));
});

test('a name is found from each of its first words, and without its article', () => {
  expect(searchKeys('شركة النور', 'Noor Co')).toEqual(['شركه النور', 'النور', 'نور', 'noor co', 'co']);
  expect(searchKeys('  ')).toEqual([]);
});

test('a key holds a bounded piece of a name that grows when it is decomposed', () => {
  expect(foldedKey('ﷺ'.repeat(200)).length).toBeLessThanOrEqual(120);
});

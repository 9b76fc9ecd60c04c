import { describe, expect, test } from 'vitest';
import { basisPointsOf, discountOf } from '../../web/features/documents/typed-document.ts';
import { minorOf, wire } from '../../web/i18n/amounts.ts';
import { decimalTyped, padDecimals } from '../../web/i18n/digits.ts';
import { matches } from '../../web/i18n/fold.ts';

describe('figures as people type them', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.50'],
    ['١٢٣٤٫٥', '1234.5'],
    ['١٬٢٣٤٫٥٠', '1234.50'],
    ['۱۲۳', '123'],
    ['12,5', '12.5'],
    ['1 234', '1234'],
    ['.5', '0.5'],
    ['007', '7'],
    ['5.', '5'],
    ['−3', '-3'],
    ['abc', 'abc'],
    ['', ''],
  ])('%s is read as %s', (typed, read) => {
    expect(decimalTyped(typed)).toBe(read);
  });

  test.each([
    ['1.5', 2, '1.50'],
    ['1.505', 2, '1.505'],
    ['1.500', 2, '1.50'],
    ['100', 0, '100'],
    ['2', 3, '2.000'],
    ['abc', 2, 'abc'],
  ])('%s with %i digits is %s', (typed, digits, padded) => {
    expect(padDecimals(typed, digits)).toBe(padded);
  });

  test('nothing passes through a float: the largest amounts keep their last digit', () => {
    expect(minorOf('9999999999.99', 2)).toBe(999_999_999_999n);
    expect(wire('-123456789012345678.90', 2)).toBe(-12345678901234567890n);
  });

  test.each([
    ['10%', { percent: '10' }],
    ['٪١٠', { percent: '10' }],
    ['١٠٫٥', { amount: '10.5' }],
    ['', undefined],
  ])('a discount of %s is %o', (typed, discount) => {
    expect(discountOf(typed)).toEqual(discount);
  });

  test('a percentage is shifted as text: 4.35 is 435, not 434.99999999999994', () => {
    expect([basisPointsOf('4.35'), basisPointsOf('8.875'), basisPointsOf('15'), basisPointsOf('0')]).toEqual([435, 887.5, 1500, 0]);
  });

  test('search finds a name however it is spelled, and its words in any order', () => {
    expect(matches('مؤسسة النور للتجارة', 'موسسه النور')).toBe(true);
    expect(matches('1101 Cash on hand نقدية بالصندوق', 'hand ١١٠١')).toBe(true);
    expect(matches('1101 Cash on hand', 'bank')).toBe(false);
  });
});

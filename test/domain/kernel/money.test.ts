import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, divideRounded, formatAmount, MAX_MINOR, parseAmount } from '../../../domain/kernel/money.ts';

const minor = fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR });
const digits = fc.constantFrom(0, 2, 3);

test('an amount that is written is read back the same, in every number of digits', () => {
  fc.assert(fc.property(minor, digits, (amount, n) => parseAmount(formatAmount(amount, n), n) === amount));
});

test.each([
  ['1234.50', 2, 1_234_50n],
  ['-0.05', 2, -5n],
  ['1.250', 3, 1_250n],
  ['100', 0, 100n],
  ['0.00', 2, 0n],
  ['007.00', 2, 7_00n],
  ['10000000000.00', 2, MAX_MINOR],
  ['1', 2, 'amount.digits'],
  ['1.5', 2, 'amount.digits'],
  ['1.500', 2, 'amount.digits'],
  ['1.0', 0, 'amount.digits'],
  ['10000000000.01', 2, 'amount.too_large'],
  ['-10000000000.01', 2, 'amount.too_large'],
  ['', 2, 'amount.malformed'],
  ['1,50', 2, 'amount.malformed'],
  ['1.', 2, 'amount.malformed'],
  ['.50', 2, 'amount.malformed'],
  ['+1.50', 2, 'amount.malformed'],
  ['1e2', 0, 'amount.malformed'],
  [' 1.50', 2, 'amount.malformed'],
  ['١.٥٠', 2, 'amount.malformed'],
] as const)('%j with %i digits is %s', (text, n, expected) => {
  expect(parseAmount(text, n)).toBe(expected);
});

test.each([
  [5n, 2, '0.05'],
  [-5n, 2, '-0.05'],
  [0n, 3, '0.000'],
  [-1_250n, 3, '-1.250'],
  [-7n, 0, '-7'],
  [1_234_567_89n, 2, '1234567.89'],
] as const)('%s in %i digits is written %s', (amount, n, text) => {
  expect(formatAmount(amount, n)).toBe(text);
});

test.each([
  [5n, 2n, 3n, 2n],
  [7n, 2n, 4n, 4n],
  [-5n, 2n, -3n, -2n],
  [-7n, 2n, -4n, -4n],
  [1n, 3n, 0n, 0n],
  [2n, 3n, 1n, 1n],
  [5n, -2n, -3n, -2n],
  [815955n, 10n, 81596n, 81596n],
] as const)('%s / %s is %s with halves up, %s with halves even', (numerator, denominator, up, even) => {
  expect(divideRounded(numerator, denominator, 'half-up')).toBe(up);
  expect(divideRounded(numerator, denominator, 'half-even')).toBe(even);
});

const divisor = fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).filter((d) => d !== 0n);
const mode = fc.constantFrom('half-up', 'half-even');
const abs = (n: bigint): bigint => (n < 0n ? -n : n);

test('a rounded quotient is never further than half a unit from the exact one, and only a half may fall either way', () => {
  fc.assert(
    fc.property(minor, divisor, mode, (numerator, denominator, rounding) => {
      const off = abs(numerator - divideRounded(numerator, denominator, rounding) * denominator) * 2n;
      expect(off <= abs(denominator)).toBe(true);
      if (off < abs(denominator)) expect(divideRounded(numerator, denominator, 'half-up')).toBe(divideRounded(numerator, denominator, 'half-even'));
    }),
  );
});

test('rounding treats both signs alike', () => {
  fc.assert(fc.property(minor, divisor, mode, (n, d, rounding) => divideRounded(-n, d, rounding) === -divideRounded(n, d, rounding)));
});

const weights = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 });

test('an allocation loses nothing, and no share is a whole unit away from its exact part', () => {
  fc.assert(
    fc.property(minor, weights, (total, parts) => {
      const shares = allocate(total, parts);
      expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
      const sum = parts.reduce((a, b) => a + b, 0n);
      if (sum > 0n) for (const [i, share] of shares.entries()) expect(abs(share * sum - total * (parts[i] ?? 0n)) < sum).toBe(true);
    }),
  );
});

test.each([
  [10_00n, [1n, 1n, 1n], [3_34n, 3_33n, 3_33n]],
  [-10_00n, [1n, 1n, 1n], [-3_34n, -3_33n, -3_33n]],
  [1n, [1n, 3n], [0n, 1n]],
  [5n, [0n, 0n], [5n, 0n]],
  [5n, [0n, 1n], [0n, 5n]],
  [0n, [2n, 3n], [0n, 0n]],
] as const)('%s by %s is %s: largest remainders first, ties to the earlier', (total, parts, shares) => {
  expect(allocate(total, parts)).toEqual(shares);
});

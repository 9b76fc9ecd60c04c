import { divideRounded } from '../../kernel/money.ts';

/** A decimal string as a whole number of 10^-scale, or undefined where it is none: `"12.5"` at scale 6 is 12500000. */
export function parseDecimal(text: string, scale: number): bigint | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,18}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  if (fraction.length > scale) return undefined;
  const value = BigInt(whole + fraction.padEnd(scale, '0'));
  return sign ? -value : value;
}

/** Rates are kept to this many decimals: enough to hit a bank's amount to the last unit. */
export const RATE_SCALE = 12;

/** Units of the book's currency for one unit of another, counted in 10^-RATE_SCALE; undefined unless above zero. */
export function parseRate(text: string): bigint | undefined {
  const rate = parseDecimal(text, RATE_SCALE);
  return rate !== undefined && rate > 0n ? rate : undefined;
}

/** What an amount of another currency is worth in the book, in minor units. */
export function worthInBook(amount: bigint, rate: bigint, digits: number, bookDigits: number): bigint {
  return divideRounded(amount * rate * 10n ** BigInt(bookDigits), 10n ** BigInt(RATE_SCALE + digits));
}

/**
 * What the parts of an amount are worth, so that they add up to what the whole is worth: each is rounded, and the residue goes to the largest,
 * where it shows least (the first of equals, so that it is the same for ever).
 */
export function worthOfParts(parts: readonly bigint[], whole: bigint, worthOf: (amount: bigint) => bigint): bigint[] {
  const worth = parts.map(worthOf);
  const residue = whole - worth.reduce((sum, part) => sum + part, 0n);
  if (residue === 0n || parts.length === 0) return worth;
  let largest = 0;
  parts.forEach((part, i) => {
    if (size(part) > size(parts[largest] ?? 0n)) largest = i;
  });
  worth[largest] = (worth[largest] ?? 0n) + residue;
  return worth;
}
const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

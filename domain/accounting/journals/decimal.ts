import type { Quantity } from './journal.ts';

/** An exact decimal: `quantity` counts 10^-scale. Sums of these never round. */
export interface Decimal {
  readonly quantity: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { quantity: 0n, scale: 0 };

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { quantity: a.quantity + b.quantity, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { quantity: rescale(a, scale) + rescale(b, scale), scale };
}

export const negate = (a: Decimal): Decimal => ({ quantity: -a.quantity, scale: a.scale });
export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));
export const multiply = (a: Decimal, b: Decimal): Decimal => ({ quantity: a.quantity * b.quantity, scale: a.scale + b.scale });
export const magnitude = (a: Decimal): Decimal => (a.quantity < 0n ? negate(a) : a);

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = rescale(a, scale) - rescale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The count of 10^-scale; the scale asked for is never smaller than the number's own. */
export function rescale(a: Decimal, scale: number): bigint {
  return a.scale === scale ? a.quantity : a.quantity * powerOfTen(scale - a.scale);
}

/** Rounds to a number of decimals, halves to the even neighbour. */
export function roundHalfEven(a: Decimal, scale: number): Decimal {
  if (a.scale <= scale) return a;
  return { quantity: divideHalfEven(a.quantity, powerOfTen(a.scale - scale)), scale };
}

/** Divides to 28 significant digits, halves to even: the precision with which beancount itself divides. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const ideal = Math.max(0, a.scale - b.scale);
  if (a.quantity === 0n) return { quantity: 0n, scale: ideal };
  const digits = (n: bigint): number => (n < 0n ? -n : n).toString().length;
  const shift = Math.max(0, SIGNIFICANT_DIGITS - (digits(a.quantity) - digits(b.quantity)) + 1);
  const scale = a.scale - b.scale + shift;
  const numerator = a.quantity * powerOfTen(shift);
  if (numerator % b.quantity === 0n) return trimmed({ quantity: numerator / b.quantity, scale }, ideal);
  // One digit too many was computed, so that the rounding below happens once.
  const surplus = digits(numerator / b.quantity) - SIGNIFICANT_DIGITS;
  return normalized({ quantity: divideHalfEven(numerator, b.quantity * powerOfTen(surplus)), scale: scale - surplus });
}
const SIGNIFICANT_DIGITS = 28;

/** Without trailing zeros beyond a number of decimals. */
export function trimmed(a: Decimal, decimals: number): Decimal {
  let { quantity, scale } = normalized(a);
  while (scale > decimals && quantity % 10n === 0n) {
    quantity /= 10n;
    scale--;
  }
  return { quantity, scale };
}
const normalized = (a: Decimal): Decimal => (a.scale >= 0 ? a : { quantity: a.quantity * powerOfTen(-a.scale), scale: 0 });

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return divideHalfEven(-numerator, -denominator);
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const quotient = size / denominator;
  const twice = (size % denominator) * 2n;
  const rounded = twice > denominator || (twice === denominator && quotient % 2n === 1n) ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

const powers: bigint[] = [1n];
export function powerOfTen(exponent: number): bigint {
  for (let i = powers.length; i <= exponent; i++) powers.push((powers[i - 1] ?? 1n) * 10n);
  return powers[exponent] ?? 1n;
}

/** The decimal as a person writes it, with its commodity behind. */
export function written(a: Decimal, commodity = ''): string {
  const digits = (a.quantity < 0n ? -a.quantity : a.quantity).toString().padStart(a.scale + 1, '0');
  const text = a.scale === 0 ? digits : `${digits.slice(0, -a.scale)}.${digits.slice(-a.scale)}`;
  return `${a.quantity < 0n ? '-' : ''}${text}${commodity === '' ? '' : ` ${commodity}`}`;
}
export const writtenAll = (amounts: readonly Quantity[]): string => amounts.map((amount) => written(amount, amount.commodity)).join(', ') || '0';

export const quantityOf = (a: Decimal, commodity: string): Quantity => ({ quantity: a.quantity, scale: a.scale, commodity });

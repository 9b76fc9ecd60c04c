/**
 * Money is a count of the currency's smallest unit, a bigint. Nothing here can be half a cent.
 * On the wire an amount is a decimal string with exactly the currency's digits: `"1234.50"`, KWD `"1.250"`, JPY `"100"`.
 */

/** The largest amount of one line, in minor units: far above a small firm, far below what a counter of a year's movements can hold exactly. */
export const MAX_MINOR = 1_000_000_000_000n;

export type AmountFault = 'amount.malformed' | 'amount.digits' | 'amount.too_large';

/** Parses a decimal string with exactly `digits` decimals into minor units, or says what is wrong with it. */
export function parseAmount(text: string, digits: number): bigint | AmountFault {
  const parts = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text);
  if (!parts) return 'amount.malformed';
  const [, sign, whole = '', fraction = ''] = parts;
  if (fraction.length !== digits) return 'amount.digits';
  const minor = BigInt(whole + fraction);
  if (minor > MAX_MINOR) return 'amount.too_large';
  return sign ? -minor : minor;
}

/** Minor units as the decimal string of the wire. */
export function formatAmount(minor: bigint | number, digits: number): string {
  const negative = minor < 0;
  const text = String(negative ? -minor : minor);
  if (digits === 0) return negative ? `-${text}` : text;
  const padded = text.padStart(digits + 1, '0');
  return `${negative ? '-' : ''}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** How halves round. Stored on each document, so that it adds up the same for ever (rule B11). */
export type Rounding = 'half-up' | 'half-even';

/** `numerator / denominator` rounded to a whole number; halves go away from zero, or to the even neighbour. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding = 'half-up'): bigint {
  if (denominator < 0n) return divideRounded(-numerator, -denominator, rounding);
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const twice = (magnitude % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && (rounding === 'half-up' || quotient % 2n === 1n));
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** Splits a total by weights with no unit lost: largest remainders first, ties to the earlier share. */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map((_, i) => (i === 0 ? total : 0n));
  const negative = total < 0n;
  const magnitude = negative ? -total : total;
  const shares = weights.map((weight) => (magnitude * weight) / sum);
  let rest = magnitude - shares.reduce((a, b) => a + b, 0n);
  const order = weights
    .map((weight, i) => ({ i, remainder: (magnitude * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1));
  for (const { i } of order) {
    if (rest === 0n) break;
    shares[i] = (shares[i] ?? 0n) + 1n;
    rest -= 1n;
  }
  return negative ? shares.map((share) => -share) : shares;
}

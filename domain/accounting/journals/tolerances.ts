import type { BeancountOptions } from './beancount-options.ts';
import { add, compare, type Decimal, magnitude, multiply, powerOfTen, roundHalfEven, ZERO } from './decimal.ts';
import type { Quantity } from './journal.ts';

/** By how much an entry may be off in each currency. */
export type Tolerances = (currency: string) => Decimal;

interface Weighed {
  readonly number: Decimal;
  readonly currency: string;
  /** What one unit weighs, where that is in another currency. */
  readonly unit?: Quantity;
}

/** Half of the last digit written, by default: whole numbers allow nothing. */
export function inferTolerances(legs: Iterable<Weighed>, { multiplier, defaultTolerances, toleranceFromCost }: BeancountOptions): Tolerances {
  const tolerances = new Map(defaultTolerances);
  const fromCosts = new Map<string, Decimal>();
  for (const { number, currency, unit } of legs) {
    if (number.scale === 0) continue;
    const tolerance = multiply({ quantity: 1n, scale: number.scale }, multiplier);
    keepLarger(tolerances, currency, tolerance);
    if (!toleranceFromCost || !unit) continue;
    const cost = multiply(tolerance, unit);
    fromCosts.set(unit.commodity, add(fromCosts.get(unit.commodity) ?? ZERO, compare(cost, LARGEST) < 0 ? cost : LARGEST));
  }
  for (const [currency, tolerance] of fromCosts) keepLarger(tolerances, currency, tolerance);
  const other = tolerances.get('*') ?? ZERO;
  return (currency) => tolerances.get(currency) ?? other;
}
const LARGEST: Decimal = { quantity: 5n, scale: 1 };

function keepLarger(tolerances: Map<string, Decimal>, currency: string, tolerance: Decimal): void {
  const held = tolerances.get(currency);
  if (!held || compare(held, tolerance) < 0) tolerances.set(currency, tolerance);
}

export const isWithin = (difference: Decimal, tolerance: Decimal): boolean => compare(magnitude(difference), tolerance) <= 0;

/** Rounds a number that was worked out to the digits that its currency is written with, where those are few. */
export function quantize(number: Decimal, tolerance: Decimal): Decimal {
  if (tolerance.quantity === 0n) return number;
  let { quantity, scale } = multiply(tolerance, { quantity: 2n, scale: 0 });
  for (; scale > 0 && quantity % 10n === 0n; scale--) quantity /= 10n;
  if (quantity >= powerOfTen(USER_DIGITS)) return number;
  return number.scale > scale ? roundHalfEven(number, scale) : { quantity: number.quantity * powerOfTen(scale - number.scale), scale };
}
/** A tolerance of more digits was worked out rather than written, and says nothing of how amounts are written. */
const USER_DIGITS = 4;

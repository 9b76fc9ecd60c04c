import type { CostSpec, Leg, PriceSpec } from './beancount-directive.ts';
import { unitCostOf } from './book-lots.ts';
import { add, type Decimal, divide, magnitude, multiply, negate, quantityOf, ZERO } from './decimal.ts';
import type { LotCost } from './inventory.ts';
import type { Quantity } from './journal.ts';

/** A leg while its entry is booked: currencies are filled in first, then lots, then numbers. */
export interface WorkingLeg {
  readonly leg: Leg;
  readonly account: string;
  readonly number?: Decimal;
  readonly currency?: string;
  readonly cost?: CostSpec;
  readonly price?: PriceSpec;
  /** The lot that it takes from, or that it adds. */
  readonly lot?: LotCost;
  /** Its weight, where the rest of the entry gives it. */
  readonly weight?: Quantity;
  /** Its number was worked out. */
  readonly automatic?: true;
}

/** What a leg weighs when the entry balances: its cost, else its price, else itself. Undefined while something is missing. */
export function weightOf({ number, currency, cost, price, lot, weight }: WorkingLeg): Quantity | undefined {
  if (weight) return weight;
  if (!number || currency === undefined) return undefined;
  if (lot) return quantityOf(multiply(number, lot.number), lot.currency);
  if (cost) {
    if (!cost.per || cost.totalMissing || cost.currency === undefined) return undefined;
    const size = add(multiply(cost.per, magnitude(number)), cost.total ?? ZERO);
    return quantityOf(number.quantity < 0n ? negate(size) : size, cost.currency);
  }
  if (!price) return quantityOf(number, currency);
  if (!price.number || price.currency === undefined) return undefined;
  if (!price.total) return quantityOf(multiply(number, price.number), price.currency);
  const whole = number.quantity === 0n ? ZERO : number.quantity < 0n ? negate(price.number) : price.number;
  return quantityOf(whole, price.currency);
}

/** What one unit of a leg weighs, where that is in another currency. */
export function unitWeight({ number, cost, price, lot }: WorkingLeg): Quantity | undefined {
  if (lot) return quantityOf(lot.number, lot.currency);
  const perUnit = cost && number && unitCostOf(cost, number);
  if (perUnit && cost.currency !== undefined) return quantityOf(perUnit, cost.currency);
  if (!price?.number || price.currency === undefined || !number) return undefined;
  return quantityOf(price.total ? (number.quantity === 0n ? ZERO : divide(price.number, magnitude(number))) : price.number, price.currency);
}

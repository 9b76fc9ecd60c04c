import { divide, magnitude, negate, quantityOf, ZERO } from './decimal.ts';
import type { Quantity } from './journal.ts';
import { type Problem, problem } from './problem.ts';
import { sumByCommodity } from './sums.ts';
import { quantize, type Tolerances } from './tolerances.ts';
import { type WorkingLeg, weightOf } from './working-leg.ts';

/** Works out the one number that may be missing among legs that balance in one currency. A leg that turns out to be nothing is left out, as Beancount does. */
export function interpolate(legs: readonly WorkingLeg[], currency: string, tolerances: Tolerances): readonly WorkingLeg[] | Problem {
  const incomplete = legs.filter((leg) => !weightOf(leg));
  const [missing] = incomplete;
  if (!missing) return legs;
  if (incomplete.length > 1) return problem('import.two_amounts_missing');
  const others = legs.flatMap((leg) => (leg === missing ? [] : (weightOf(leg) ?? [])));
  const residual = sumByCommodity(others).find(({ commodity }) => commodity === currency);
  const weight = quantityOf(residual ? negate(residual) : ZERO, currency);
  const filled = fill(missing, weight, tolerances);
  if (filled && 'problem' in filled) return filled;
  return legs.flatMap((leg) => (leg === missing ? (filled ?? []) : [leg]));
}

function fill(leg: WorkingLeg, weight: Quantity, tolerances: Tolerances): WorkingLeg | Problem | undefined {
  const { number, currency = '', cost, price } = leg;
  if (!number) {
    if (weight.quantity === 0n) return undefined;
    if (cost) return problem('import.amount_not_inferred');
    const unit = price?.number;
    if (price && (!unit || price.total || unit.quantity === 0n)) return problem('import.amount_not_inferred');
    return { ...leg, number: quantize(unit ? divide(weight, unit) : weight, tolerances(currency)), automatic: true };
  }
  if (number.quantity === 0n) return cost && !cost.totalMissing ? undefined : problem('import.amount_not_inferred');
  const unit = divide(weight, number);
  if (cost) {
    if (price && !price.number) return problem('import.amount_not_inferred');
    // What the rest of the entry leaves is the cost; the lot keeps it by the unit.
    const { total: _total, totalMissing: _missing, ...known } = cost;
    return { ...leg, cost: { ...known, per: unit }, weight, automatic: true };
  }
  if (!price) return problem('import.amount_not_inferred');
  // A price is never negative: where the rest of the entry asks for one, the entry does not balance.
  const given = weight.quantity < 0n === number.quantity < 0n ? weight : quantityOf(negate(weight), weight.commodity);
  return { ...leg, price: { ...price, total: false, number: magnitude(unit) }, weight: given, automatic: true };
}

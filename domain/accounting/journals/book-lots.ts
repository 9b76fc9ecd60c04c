import type { CostSpec } from './beancount-directive.ts';
import { add, compare, type Decimal, divide, magnitude, multiply, negate, written } from './decimal.ts';
import { Inventory, type LotCost, type Position } from './inventory.ts';
import { isProblem, type Problem, problem } from './problem.ts';
import type { WorkingLeg } from './working-leg.ts';

/** How an account's sales are matched with its lots. */
export type MethodOf = (account: string) => string;

/**
 * Finds, for each leg that takes from lots, the lots that it takes from; one leg may become several. Legs that add lots stay as they are.
 * Within the entry a lot cannot be taken twice.
 */
export function bookReductions(legs: readonly WorkingLeg[], inventories: ReadonlyMap<string, Inventory>, methodOf: MethodOf): WorkingLeg[] | Problem {
  const local = new Map<string, Inventory>();
  const booked: WorkingLeg[] = [];
  for (const leg of legs) {
    const { account, cost, number, currency } = leg;
    const held = local.get(account) ?? inventories.get(account);
    const method = methodOf(account);
    if (!cost || !number || currency === undefined || method === 'NONE' || !held?.isReducedBy(number, currency)) {
      booked.push(leg);
      continue;
    }
    const inventory = local.get(account) ?? new Inventory(held.positions);
    local.set(account, inventory);
    const reductions = reduce(leg, number, currency, cost, inventory.positions, method);
    if (isProblem(reductions)) return reductions;
    for (const { lot, taken } of reductions) {
      inventory.add({ number: taken, currency, cost: lot });
      booked.push({ ...leg, number: taken, lot });
    }
  }
  return booked;
}

interface Reduction {
  readonly lot: LotCost;
  readonly taken: Decimal;
}

function reduce(
  { account }: WorkingLeg,
  number: Decimal,
  currency: string,
  cost: CostSpec,
  positions: readonly Position[],
  method: string,
): Reduction[] | Problem {
  const units = written(number, currency);
  const unitCost = unitCostOf(cost, number);
  const matches = positions.flatMap((held) =>
    held.currency === currency && held.cost && isMatch(held.cost, cost, unitCost) ? [{ lot: held.cost, held: held.number }] : [],
  );
  if (matches.length === 0) return problem('import.lot_not_held', { account, units });
  if (method === 'STRICT') {
    const [match, ...others] = matches;
    if (match && others.length === 0)
      return compare(magnitude(match.held), magnitude(number)) < 0
        ? problem('import.lot_not_held', { account, units })
        : [{ lot: match.lot, taken: number }];
    const all = matches.map(({ held }) => held).reduce(add);
    return compare(all, negate(number)) === 0
      ? matches.map(({ lot, held }) => ({ lot, taken: negate(held) }))
      : problem('import.lot_ambiguous', { account, units });
  }
  if (method !== 'FIFO' && method !== 'LIFO') return problem('import.booking_refused', { method });
  return takeInOrder(matches, number, method) ?? problem('import.lot_not_held', { account, units });
}

function takeInOrder(matches: { lot: LotCost; held: Decimal }[], number: Decimal, method: 'FIFO' | 'LIFO'): Reduction[] | undefined {
  const direction = method === 'FIFO' ? 1 : -1;
  const reductions: Reduction[] = [];
  let rest = magnitude(number);
  for (const { lot, held } of matches.sort((a, b) => (a.lot.date < b.lot.date ? -direction : a.lot.date > b.lot.date ? direction : 0))) {
    if (rest.quantity === 0n) break;
    if (held.quantity < 0n === number.quantity < 0n) continue;
    const size = compare(magnitude(held), rest) < 0 ? magnitude(held) : rest;
    reductions.push({ lot, taken: number.quantity < 0n ? negate(size) : size });
    rest = add(rest, negate(size));
  }
  return rest.quantity === 0n ? reductions : undefined;
}

function isMatch(lot: LotCost, cost: CostSpec, unitCost: Decimal | undefined): boolean {
  return (
    (!unitCost || compare(lot.number, unitCost) === 0) &&
    (cost.currency === undefined || lot.currency === cost.currency) &&
    (cost.date === undefined || lot.date === cost.date) &&
    (cost.label === undefined || lot.label === cost.label)
  );
}

/** What one unit costs, where the specification says it in full. */
export function unitCostOf({ per, total, totalMissing }: CostSpec, number: Decimal): Decimal | undefined {
  if (totalMissing || !per) return undefined;
  if (!total) return per;
  const units = magnitude(number);
  return units.quantity === 0n ? undefined : divide(add(total, multiply(per, units)), units);
}

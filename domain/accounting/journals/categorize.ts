import type { Leg } from './beancount-directive.ts';
import type { Inventory } from './inventory.ts';
import { type Problem, problem } from './problem.ts';
import type { WorkingLeg } from './working-leg.ts';

/** Sorts an entry's legs by the currency that they must balance in, filling in the currencies that are left out. A leg with no amount at all joins every group. */
export function categorize(legs: readonly Leg[], inventories: ReadonlyMap<string, Inventory>): Map<string, WorkingLeg[]> | Problem {
  const groups = new Map<string, { index: number; leg: WorkingLeg }[]>();
  const join = (currency: string, index: number, leg: WorkingLeg): void => {
    const group = groups.get(currency);
    if (group) group.push({ index, leg });
    else groups.set(currency, [{ index, leg }]);
  };
  const unknown: { index: number; leg: WorkingLeg }[] = [];
  const automatic: { index: number; leg: WorkingLeg }[] = [];
  for (const [index, written] of legs.entries()) {
    const leg = alike({ ...written, leg: written });
    const currency = bucketOf(leg);
    if (!leg.number && leg.currency === undefined && !leg.price) automatic.push({ index, leg });
    else if (currency !== undefined) join(currency, index, leg);
    else unknown.push({ index, leg });
  }
  const [other] = groups.keys();
  for (const { index, leg } of unknown) {
    const filled =
      unknown.length === 1 && groups.size === 1 && other !== undefined ? inCurrency(leg, other) : fromInventory(leg, inventories.get(leg.account));
    const currency = bucketOf(filled);
    if (currency === undefined) return problem('import.amount_not_inferred');
    join(currency, index, filled);
  }
  if (automatic.length > 1) return problem('import.two_amounts_missing');
  const [left] = automatic;
  if (left) for (const currency of [...groups.keys()]) join(currency, left.index, { ...left.leg, currency });
  const sorted = [...groups].sort(([, a], [, b]) => firstIndex(a) - firstIndex(b));
  const complete = sorted.map(([currency, group]) => [currency, group.map(({ leg }) => withUnits(leg, inventories.get(leg.account)))] as const);
  return complete.every(([, group]) => group.every(isNamed)) ? new Map(complete) : problem('import.amount_not_inferred');
}

const firstIndex = (group: readonly { index: number }[]): number => Math.min(...group.map(({ index }) => index));

/** A cost and a price are in the same currency. */
function alike(leg: WorkingLeg): WorkingLeg {
  const { cost, price } = leg;
  if (!cost || !price) return leg;
  const currency = cost.currency ?? price.currency;
  return currency === undefined ? leg : { ...leg, cost: { ...cost, currency }, price: { ...price, currency } };
}

const bucketOf = ({ cost, price, currency }: WorkingLeg): string | undefined => (cost ? cost.currency : price ? price.currency : currency);

function inCurrency(leg: WorkingLeg, currency: string): WorkingLeg {
  const { cost, price } = leg;
  if (!cost && !price) return { ...leg, currency };
  return { ...leg, ...(cost && { cost: { currency, ...cost } }), ...(price && { price: { currency, ...price } }) };
}

function fromInventory(leg: WorkingLeg, inventory: Inventory | undefined): WorkingLeg {
  const unit = leg.currency ?? inventory?.onlyCurrency;
  const costCurrency = inventory?.onlyCostCurrency;
  const named = unit === undefined ? leg : { ...leg, currency: unit };
  return costCurrency === undefined || (!leg.cost && !leg.price) ? named : inCurrency(named, costCurrency);
}

function withUnits(leg: WorkingLeg, inventory: Inventory | undefined): WorkingLeg {
  const currency = leg.currency ?? inventory?.onlyCurrency;
  return currency === undefined ? leg : { ...leg, currency };
}

const isNamed = ({ currency, cost, price }: WorkingLeg): boolean =>
  currency !== undefined && (!cost || cost.currency !== undefined) && (!price || price.currency !== undefined);

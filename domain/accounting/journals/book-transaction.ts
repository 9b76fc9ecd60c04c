import type { Transaction } from './beancount-directive.ts';
import type { BeancountOptions } from './beancount-options.ts';
import { bookReductions, type MethodOf, unitCostOf } from './book-lots.ts';
import { categorize } from './categorize.ts';
import type { Decimal } from './decimal.ts';
import { writtenAll } from './decimal.ts';
import { interpolate } from './interpolate.ts';
import { Inventory, type LotCost } from './inventory.ts';
import type { JournalPosting } from './journal.ts';
import { isProblem, type Problem, problem } from './problem.ts';
import { nonZero, sumByCommodity } from './sums.ts';
import { inferTolerances, isWithin } from './tolerances.ts';
import { unitWeight, type WorkingLeg, weightOf } from './working-leg.ts';

/** A posting as booked, and whether it holds a lot at cost. */
export interface BookedPosting extends JournalPosting {
  readonly atCost?: true;
}

/** Books transactions one after another, in the order of their dates: fills in what is left out, and matches what is sold with the lots held. */
export class TransactionBooker {
  readonly #inventories = new Map<string, Inventory>();
  readonly #options: BeancountOptions;
  readonly #methodOf: MethodOf;

  constructor(options: BeancountOptions, methodOf: MethodOf) {
    this.#options = options;
    this.#methodOf = methodOf;
  }

  book(transaction: Transaction): BookedPosting[] | Problem {
    const atSight = bookedAtSight(transaction);
    if (!atSight) return this.#bookInFull(transaction);
    // Posted too: a later leg may name no currency, and take the one that the account holds.
    for (const { account, amount } of atSight) this.#post(account, amount, amount.commodity);
    return atSight;
  }

  #post(account: string, number: Decimal, currency: string, cost?: LotCost): void {
    let inventory = this.#inventories.get(account);
    if (!inventory) {
      inventory = new Inventory();
      this.#inventories.set(account, inventory);
    }
    inventory.add({ number, currency, ...(cost && { cost }) });
  }

  #bookInFull(transaction: Transaction): BookedPosting[] | Problem {
    const groups = categorize(transaction.legs, this.#inventories);
    if (isProblem(groups)) return groups;
    const tolerances = inferTolerances(measured(transaction.legs.map((leg) => ({ ...leg, leg }))), this.#options);
    const booked: WorkingLeg[] = [];
    for (const [currency, legs] of groups) {
      const reduced = bookReductions(legs, this.#inventories, this.#methodOf);
      if (isProblem(reduced)) return reduced;
      const complete = interpolate(reduced, currency, tolerances);
      if (isProblem(complete)) return complete;
      booked.push(...complete);
    }
    const wrong = this.#residue(booked);
    return wrong ?? booked.map((leg) => this.#finish(leg, transaction));
  }

  #residue(legs: readonly WorkingLeg[]): Problem | undefined {
    const residual = nonZero(sumByCommodity(legs.flatMap((leg) => weightOf(leg) ?? [])));
    if (residual.length === 0) return undefined;
    const tolerances = inferTolerances(measured(legs.filter(({ automatic }) => !automatic)), this.#options);
    const off = residual.filter((part) => !isWithin(part, tolerances(part.commodity)));
    return off.length === 0 ? undefined : problem('import.entry_unbalanced', { difference: writtenAll(off) });
  }

  #finish(leg: WorkingLeg, { date }: Transaction): BookedPosting {
    const { account, number = { quantity: 0n, scale: 0 }, currency = '', cost, price } = leg;
    const unit = cost && unitCostOf(cost, number);
    const added =
      unit && cost.currency !== undefined
        ? { number: unit, currency: cost.currency, date: cost.date ?? date, ...(cost.label !== undefined && { label: cost.label }) }
        : undefined;
    const lot = leg.lot ?? added;
    this.#post(account, number, currency, lot);
    const worth = cost || price ? weightOf(leg) : undefined;
    const { memo } = leg.leg;
    return {
      account,
      amount: { ...number, commodity: currency },
      ...(worth && { worth }),
      ...(memo !== undefined && { memo }),
      ...(lot && { atCost: true }),
    };
  }
}

function* measured(legs: Iterable<WorkingLeg>) {
  for (const leg of legs) if (leg.number && leg.currency !== undefined) yield { number: leg.number, currency: leg.currency, ...unitOf(leg) };
}
const unitOf = (leg: WorkingLeg) => {
  const unit = unitWeight(leg);
  return unit ? { unit } : {};
};

/** Nearly every entry: whole amounts of one currency, to the same digit, that balance. */
function bookedAtSight({ legs }: Transaction): BookedPosting[] | undefined {
  const [first] = legs;
  let sum = 0n;
  for (const { number, currency, cost, price } of legs) {
    if (!first?.number || !number || currency !== first.currency || currency === undefined || number.scale !== first.number.scale || cost || price)
      return undefined;
    sum += number.quantity;
  }
  return sum === 0n
    ? legs.flatMap(({ account, number, currency = '', memo }) =>
        number
          ? [{ account, amount: { quantity: number.quantity, scale: number.scale, commodity: currency }, ...(memo !== undefined && { memo }) }]
          : [],
      )
    : undefined;
}

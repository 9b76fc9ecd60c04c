import { add, type Decimal, divide, multiply, negate, quantityOf, roundHalfEven, writtenAll, ZERO } from './decimal.ts';
import type { JournalPosting, Quantity } from './journal.ts';
import { type Problem, problem } from './problem.ts';
import { nonZero, sumByCommodity } from './sums.ts';
import type { WrittenPosting, WrittenPrice } from './written-entry.ts';

/** How a tool balances an entry. */
export interface Balancing {
  /** Ledger adds `[account]` postings to the real ones; hledger balances them apart. */
  readonly apart: boolean;
  /** Ledger weighs by the lot's price; hledger ignores lots. */
  readonly lots: boolean;
  /** How many decimals of a commodity are shown; undefined where every digit counts. */
  readonly decimalsOf: (commodity: string) => number | undefined;
}

/** An entry's postings, and for each the written posting that it comes from: one left out may stand for several commodities. */
export interface Balanced {
  readonly postings: readonly JournalPosting[];
  readonly sources: readonly WrittenPosting[];
}

/** Fills in what is left out, works out the price that an entry of two commodities implies, and says whether debits equal credits. */
export function balanceEntry(postings: readonly WrittenPosting[], rules: Balancing): Balanced | Problem {
  if (balancesAtSight(postings))
    return { postings: postings.map((posting) => finished(posting, posting.amount ?? NOTHING, undefined)), sources: postings };
  const groups = rules.apart ? [postings.filter(isReal), postings.filter(isBalanced)] : [postings.filter((posting) => posting.kind !== 'virtual')];
  const worths = new Map<WrittenPosting, Quantity>();
  const filled = new Map<WrittenPosting, readonly Quantity[]>();
  for (const posting of postings) {
    const worth = worthOf(posting, rules);
    if (worth) worths.set(posting, worth);
  }
  for (const group of groups) {
    const wrong = balanceGroup(group, worths, filled, rules);
    if (wrong) return wrong;
  }
  const sources: WrittenPosting[] = [];
  const complete: JournalPosting[] = [];
  for (const posting of postings) {
    for (const amount of posting.amount ? [posting.amount] : (filled.get(posting) ?? [])) {
      sources.push(posting);
      complete.push(finished(posting, amount, worths.get(posting)));
    }
  }
  return { postings: complete, sources };
}

const NOTHING: Quantity = quantityOf(ZERO, '');

/** Nearly every entry: real postings of one commodity, all amounts written, to the same digit. */
function balancesAtSight(postings: readonly WrittenPosting[]): boolean {
  const first = postings[0]?.amount;
  let sum = 0n;
  for (const { amount, price, lot, kind } of postings) {
    if (!first || !amount || price || lot || kind !== 'real' || amount.commodity !== first.commodity || amount.scale !== first.scale) return false;
    sum += amount.quantity;
  }
  return sum === 0n;
}

const isReal = ({ kind }: WrittenPosting): boolean => kind === 'real';
const isBalanced = ({ kind }: WrittenPosting): boolean => kind === 'balanced';

type Worths = Map<WrittenPosting, Quantity>;

function balanceGroup(
  group: readonly WrittenPosting[],
  worths: Worths,
  filled: Map<WrittenPosting, readonly Quantity[]>,
  rules: Balancing,
): Problem | undefined {
  const missing = group.filter(({ amount }) => !amount);
  const left = missing[0];
  if (missing.length > 1) return problem('import.two_amounts_missing');
  const remainder = (): Quantity[] => nonZero(sumByCommodity(weights(group, worths)));
  if (left) {
    const sum = remainder();
    filled.set(left, sum.length > 0 ? sum.map((part) => quantityOf(negate(part), part.commodity)).sort(byCommodity) : [nothingOf(group)]);
    return undefined;
  }
  let sum = remainder();
  if (sum.length === 0) return undefined;
  if (inferPrice(group, sum, worths, rules)) sum = remainder();
  return isNothing(sum, rules) ? undefined : problem('import.entry_unbalanced', { difference: writtenAll(sum) });
}

const byCommodity = (a: Quantity, b: Quantity): number => (a.commodity < b.commodity ? -1 : 1);

/** An amount left out of an entry that already balances is zero, of the entry's own commodity. */
const nothingOf = (group: readonly WrittenPosting[]): Quantity => quantityOf(ZERO, group.find(({ amount }) => amount)?.amount?.commodity ?? '');

function* weights(group: readonly WrittenPosting[], worths: Worths): Iterable<Quantity> {
  for (const posting of group) {
    const weight = worths.get(posting) ?? posting.amount;
    if (weight) yield weight;
  }
}

/** Differences that the tool would not show do not unbalance an entry. */
function isNothing(sum: readonly Quantity[], { decimalsOf }: Balancing): boolean {
  return sum.every((part) => {
    const decimals = decimalsOf(part.commodity);
    return decimals !== undefined && roundHalfEven(part, decimals).quantity === 0n;
  });
}

function worthOf({ amount, price, lot }: WrittenPosting, { lots }: Balancing): Quantity | undefined {
  if (!amount || !price) return undefined;
  // Sold out of a lot, an amount weighs what the lot cost: the gain is the entry's to name.
  return lots && lot && lot.amount.commodity === price.amount.commodity ? priced(amount, lot) : priced(amount, price);
}

/** A price for the whole takes the sign of the amount. */
export function priced(amount: Quantity, { amount: price, total }: WrittenPrice): Quantity {
  if (!total) return quantityOf(multiply(amount, price), price.commodity);
  return amount.quantity < 0n ? quantityOf(negate(price), price.commodity) : price;
}

/**
 * Exactly two commodities and no price: one was exchanged for the other, at the price that their totals give.
 * The first commodity written is worth the other. Where a lot's price is known, that is the worth. Ledger pays nothing in bare numbers.
 */
function inferPrice(group: readonly WrittenPosting[], sum: readonly Quantity[], worths: Worths, { lots }: Balancing): boolean {
  const [one, two] = sum;
  if (!one || !two || sum.length > 2 || group.some(({ price }) => price)) return false;
  const held = lots
    ? group.filter(({ amount, lot }) => lot && lot.amount.commodity === (amount?.commodity === one.commodity ? two : one).commodity)
    : [];
  if (held.length > 0) {
    for (const posting of held) if (posting.amount && posting.lot) worths.set(posting, priced(posting.amount, posting.lot));
    return true;
  }
  if (one.quantity < 0n === two.quantity < 0n) return false;
  const from = group.find(({ amount }) => amount?.commodity === one.commodity || amount?.commodity === two.commodity)?.amount?.commodity;
  const [sold, paid] = from === one.commodity ? [one, two] : [two, one];
  if (lots && paid.commodity === '') return false;
  spread(
    group.filter(({ amount }) => amount?.commodity === sold.commodity),
    sold,
    paid,
    worths,
  );
  return true;
}

/** Shares what was paid among the postings of what was exchanged for it; the last takes the rest, so that not a digit is lost. */
function spread(postings: readonly WrittenPosting[], sold: Decimal, paid: Quantity, worths: Worths): void {
  let rest = negate(paid);
  for (const [index, posting] of postings.entries()) {
    if (!posting.amount) continue;
    const share = index === postings.length - 1 ? rest : divide(multiply(negate(paid), posting.amount), sold);
    worths.set(posting, quantityOf(share, paid.commodity));
    rest = add(rest, negate(share));
  }
}

function finished({ account, date, memo, kind }: WrittenPosting, amount: Quantity, worth: Quantity | undefined): JournalPosting {
  if (!worth && date === undefined && memo === undefined && kind !== 'virtual') return { account, amount };
  return {
    account,
    amount,
    ...(worth && { worth }),
    ...(date !== undefined && { date }),
    ...(memo !== undefined && { memo }),
    ...(kind === 'virtual' && { virtual: true }),
  };
}

import type { Directive } from './beancount-directive.ts';
import type { BeancountOptions } from './beancount-options.ts';
import type { BookedPosting } from './book-transaction.ts';
import { add, type Decimal, multiply, negate, quantityOf, subtract, written, ZERO } from './decimal.ts';
import type { LineFault } from './journal.ts';
import { faultAt, problem } from './problem.ts';
import { isWithin } from './tolerances.ts';

/** A directive and, where it is a transaction, what it posts. */
export interface Booked {
  readonly directive: Directive;
  readonly postings?: readonly BookedPosting[];
}
type Pad = Extract<Directive, { kind: 'pad' }>;
type Balance = Extract<Directive, { kind: 'balance' }>;

/** Adds, after each `pad`, the entries that make the balances after it come true. A pad that nothing needs is a fault. */
export function padAccounts(booked: readonly Booked[], options: BeancountOptions): { readonly booked: Booked[]; readonly faults: LineFault[] } {
  const faults: LineFault[] = [];
  const inserted = new Map<Pad, Booked[]>();
  for (const { directive } of booked) if (directive.kind === 'pad') inserted.set(directive, []);
  for (const account of [...new Set([...inserted.keys()].map((pad) => pad.account))].sort()) padOne(account, booked, options, inserted, faults);
  const padded = booked.flatMap((item) => (item.directive.kind === 'pad' ? [item, ...(inserted.get(item.directive) ?? [])] : [item]));
  for (const [pad, entries] of inserted)
    if (entries.length === 0) faults.push(faultAt(pad.line, problem('import.pad_unused', { account: pad.account })));
  return { booked: padded, faults };
}

function padOne(
  account: string,
  booked: readonly Booked[],
  options: BeancountOptions,
  inserted: ReadonlyMap<Pad, Booked[]>,
  faults: LineFault[],
): void {
  const within = (name: string): boolean => name === account || name.startsWith(`${account}:`);
  const held = new Map<string, Decimal>();
  const atCost = new Set<string>();
  const padded = new Set<string>();
  let active: Pad | undefined;
  for (const { directive, postings = [] } of booked) {
    for (const posting of postings) {
      if (!within(posting.account)) continue;
      held.set(posting.amount.commodity, add(held.get(posting.amount.commodity) ?? ZERO, posting.amount));
      if (posting.atCost) atCost.add(posting.amount.commodity);
    }
    if (directive.kind === 'pad' && directive.account === account) {
      active = directive;
      padded.clear();
    } else if (directive.kind === 'balance' && within(directive.account)) {
      const { currency } = directive;
      const difference = subtract(directive.number, held.get(currency) ?? ZERO);
      if (active && !padded.has(currency) && !isWithin(difference, balanceTolerance(directive, options))) {
        if (atCost.has(currency)) faults.push(faultAt(directive.line, problem('import.pad_at_cost', { account, currency })));
        inserted.get(active)?.push(padding(active, directive, difference));
        held.set(currency, directive.number);
      }
      padded.add(currency);
    }
  }
}

function padding({ line, date, account, source }: Pad, { number, currency }: Balance, difference: Decimal): Booked {
  const narration = `(Padding inserted for Balance of ${written(number, currency)} for difference ${written(difference, currency)})`;
  const postings = [
    { account, amount: quantityOf(difference, currency) },
    { account: source, amount: quantityOf(negate(difference), currency) },
  ];
  return { directive: { kind: 'transaction', line, date, payee: '', narration, links: [], tags: {}, legs: [] }, postings };
}

/** What a balance may be off by: as written, else twice what an entry may be off by. */
export function balanceTolerance({ number, tolerance }: Balance, { multiplier }: BeancountOptions): Decimal {
  if (tolerance) return tolerance;
  return number.scale === 0 ? ZERO : multiply({ quantity: 2n, scale: number.scale }, multiplier);
}

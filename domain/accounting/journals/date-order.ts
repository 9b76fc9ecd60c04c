import { assignedAmounts, checkAssertion } from './assertions.ts';
import { type Balanced, type Balancing, balanceEntry } from './balance-entry.ts';
import type { JournalPosting, LineFault } from './journal.ts';
import { faultAt, isProblem, type Problem, problem } from './problem.ts';
import type { RunningBalances } from './sums.ts';
import { DateReader } from './written-date.ts';
import type { WrittenEntry, WrittenPosting } from './written-entry.ts';

/** Whether a journal asserts balances, and if so whether its own order is that of its dates. */
export function orderOf(text: string): 'unasserted' | 'dated' | 'scattered' {
  if (!/^[ \t][^;\n]*=/m.test(text)) return 'unasserted';
  // A posting with a date of its own is asserted on that date.
  if (/date:|\[[\d=]/.test(text)) return 'scattered';
  const dates = new DateReader(false);
  let last = '';
  for (const [written] of text.matchAll(/^\d[^\s=]*/gm)) {
    const date = dates.read(written, 0);
    if (isProblem(date) || date < last) return 'scattered';
    last = date;
  }
  return 'dated';
}

/** An entry on its way: what it posts once that is known, and what was found wrong. */
export interface Pending {
  readonly entry: WrittenEntry;
  balanced: Balanced | undefined;
  readonly faults: LineFault[];
}

/** One thing to do on a date: post and assert a posting, or settle an entry that sets balances. */
export interface Step {
  readonly date: string;
  readonly run: () => void;
}

/** Settles hledger's entries: balances each, and posts and asserts in the order in which the steps are run. */
export class Settler {
  readonly #balances: RunningBalances;
  readonly #balancing: Balancing;

  constructor(balances: RunningBalances, balancing: Balancing) {
    this.#balances = balances;
    this.#balancing = balancing;
  }

  /** Balances an entry, unless it sets a balance: that must wait for its date. */
  begin(entry: WrittenEntry): Pending {
    const pending: Pending = { entry, balanced: undefined, faults: [] };
    if (!entry.postings.some(isAssignment)) this.#balance(pending, entry.postings);
    return pending;
  }

  steps(pending: Pending): Step[] {
    const { entry, balanced } = pending;
    if (pending.faults.length > 0) return [];
    if (!balanced) return [{ date: entry.date, run: () => this.#settleAssignments(pending) }];
    return balanced.postings.map((posting, index) => ({
      date: posting.date ?? entry.date,
      run: () => this.#post(posting, balanced.sources[index], pending),
    }));
  }

  #balance(pending: Pending, postings: readonly WrittenPosting[]): void {
    const balanced = balanceEntry(postings, this.#balancing);
    if (isProblem(balanced)) pending.faults.push(faultAt(pending.entry.line, balanced));
    else pending.balanced = balanced;
  }

  #post(posting: JournalPosting, source: WrittenPosting | undefined, { faults }: Pending): void {
    this.#balances.post(posting.account, posting.amount);
    const failed = source?.assertion && checkAssertion(posting.account, source.assertion, this.#balances);
    if (source && failed) faults.push(faultAt(source.line, failed));
  }

  /**
   * Works out each set balance from what the account holds by then, and balances the entry with it.
   * hledger forgets the prices of such an entry, and balances its commodities apart or infers a price anew.
   */
  #settleAssignments(pending: Pending): void {
    const settled: WrittenPosting[] = [];
    for (const { price: _price, ...posting } of pending.entry.postings) {
      const amounts = posting.assertion && !posting.amount ? this.#assigned(posting, posting.assertion) : undefined;
      if (isProblem(amounts)) pending.faults.push(faultAt(posting.line, amounts));
      else if (amounts) settled.push(...amounts);
      else settled.push(posting);
      for (const { account, amount } of isProblem(amounts) ? [] : (amounts ?? [posting])) if (amount) this.#balances.post(account, amount);
      const failed = posting.assertion && posting.amount && checkAssertion(posting.account, posting.assertion, this.#balances);
      if (failed) pending.faults.push(faultAt(posting.line, failed));
    }
    if (pending.faults.length > 0) return;
    this.#balance(pending, settled);
    const { balanced } = pending;
    for (const [index, posting] of (balanced?.postings ?? []).entries()) {
      const source = balanced?.sources[index];
      if (!source?.amount || !settled.includes(source)) this.#post(posting, source?.amount ? source : undefined, pending);
    }
  }

  #assigned(posting: WrittenPosting, assertion: NonNullable<WrittenPosting['assertion']>): WrittenPosting[] | Problem {
    const amounts = assignedAmounts(posting.account, assertion, this.#balances);
    const { price } = assertion;
    // The price is of the balance set; it is that of what is posted only where nothing was held before.
    if (price && amounts[0]?.quantity !== assertion.amount.quantity) return problem('import.assignment_unclear');
    const kept = amounts.filter(({ quantity }, index) => index === 0 || quantity !== 0n);
    return kept.map((amount, index) => ({ ...posting, amount, ...(price && index === 0 && { price }) }));
  }
}

const isAssignment = ({ amount, assertion }: WrittenPosting): boolean => !amount && assertion !== undefined;

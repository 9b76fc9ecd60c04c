import { add, compare, negate, quantityOf, roundHalfEven, subtract, written, writtenAll, ZERO } from './decimal.ts';
import type { JournalPosting, Quantity } from './journal.ts';
import { type Problem, problem } from './problem.ts';
import { nonZero, type RunningBalances, sumByCommodity } from './sums.ts';
import type { WrittenAssertion, WrittenPosting } from './written-entry.ts';

/** Whether an account holds what hledger asserts of it: `=` one commodity, `==` nothing else, `=*` with its subaccounts. To the last digit. */
export function checkAssertion(account: string, { amount, sole, inclusive }: WrittenAssertion, balances: RunningBalances): Problem | undefined {
  const held = balances.held(account, amount.commodity, inclusive);
  const others = sole ? balances.holdings(account, inclusive).filter(({ commodity }) => commodity !== amount.commodity) : [];
  if (compare(held, amount) === 0 && others.length === 0) return undefined;
  return failed(account, [quantityOf(held, amount.commodity), ...others], amount);
}

/** What an account must be posted so that it then holds what is asserted: what `account  = amount` stands for. */
export function assignedAmounts(account: string, { amount, sole, inclusive }: WrittenAssertion, balances: RunningBalances): Quantity[] {
  const wanted = quantityOf(subtract(amount, balances.held(account, amount.commodity, inclusive)), amount.commodity);
  const emptied = sole ? balances.holdings(account, inclusive).filter(({ commodity }) => commodity !== amount.commodity) : [];
  return [wanted, ...emptied.map((held) => quantityOf(negate(held), held.commodity))];
}

/**
 * Ledger's assertions and assignments, in the order of the file. A real posting's account is counted without virtual postings,
 * a bare number asserts everything that the account holds, and differences too small to be shown pass.
 */
export class LedgerBalances {
  readonly #real: RunningBalances;
  readonly #all: RunningBalances;
  readonly #decimalsOf: (commodity: string) => number | undefined;

  constructor(real: RunningBalances, all: RunningBalances, decimalsOf: (commodity: string) => number | undefined) {
    this.#real = real;
    this.#all = all;
    this.#decimalsOf = decimalsOf;
  }

  post(posting: JournalPosting, virtual: boolean): void {
    this.#all.post(posting.account, posting.amount);
    if (!virtual) this.#real.post(posting.account, posting.amount);
  }

  /** Settles one posting's assertion: the posting with its amount filled in, or what is wrong. `before` are the postings above it in the entry. */
  settle(posting: WrittenPosting, before: readonly WrittenPosting[]): WrittenPosting | Problem {
    const { assertion, amount } = posting;
    if (!assertion) return posting;
    const held = this.#held(posting, before);
    const blanket = assertion.amount.commodity === '';
    const concerned = blanket ? held : held.filter(({ commodity }) => commodity === assertion.amount.commodity);
    const difference = nonZero(sumByCommodity([assertion.amount, ...concerned.map((sum) => quantityOf(negate(sum), sum.commodity))]));
    if (!amount)
      return difference.length > 1
        ? problem('import.assignment_unclear')
        : { ...posting, amount: difference[0] ?? quantityOf(ZERO, assertion.amount.commodity) };
    // What is posted counts even in another commodity: Ledger lets no account change unasserted on a line that asserts.
    const remaining = sumByCommodity([...difference, quantityOf(negate(amount), amount.commodity)]);
    if (remaining.every((part) => this.#isUnseen(part))) return posting;
    return failed(posting.account, nonZero(sumByCommodity([...concerned, amount])), assertion.amount);
  }

  #held({ account, kind }: WrittenPosting, before: readonly WrittenPosting[]): Quantity[] {
    const real = kind === 'real';
    const above = before.filter((other) => other.account === account && (other.kind === 'real') === real);
    return nonZero(sumByCommodity([...(real ? this.#real : this.#all).holdings(account), ...above.flatMap(({ amount }) => amount ?? [])]));
  }

  #isUnseen(part: Quantity): boolean {
    return roundHalfEven(part, this.#decimalsOf(part.commodity) ?? part.scale).quantity === 0n;
  }
}

function failed(account: string, actual: readonly Quantity[], expected: Quantity): Problem {
  return problem('import.assertion_failed', { account, actual: writtenAll(actual), expected: written(add(expected, ZERO), expected.commodity) });
}

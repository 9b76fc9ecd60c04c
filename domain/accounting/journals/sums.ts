import { add, type Decimal, quantityOf, ZERO } from './decimal.ts';
import type { Quantity } from './journal.ts';

/** Adds amounts up per commodity, in the order in which the commodities are first seen. */
export function sumByCommodity(amounts: Iterable<Quantity>): Quantity[] {
  const sums = new Map<string, Quantity>();
  for (const amount of amounts) {
    const sum = sums.get(amount.commodity);
    sums.set(amount.commodity, sum ? quantityOf(add(sum, amount), amount.commodity) : amount);
  }
  return [...sums.values()];
}

export const nonZero = (amounts: readonly Quantity[]): Quantity[] => amounts.filter((amount) => amount.quantity !== 0n);

/** The running balances of accounts, per commodity: what a balance assertion is checked against. */
export class RunningBalances {
  readonly #accounts = new Map<string, Map<string, Decimal>>();

  post(account: string, amount: Quantity): void {
    let held = this.#accounts.get(account);
    if (!held) {
      held = new Map();
      this.#accounts.set(account, held);
    }
    held.set(amount.commodity, add(held.get(amount.commodity) ?? ZERO, amount));
  }

  /** What an account holds of a commodity; with its subaccounts where asked. */
  held(account: string, commodity: string, inclusive = false): Decimal {
    if (!inclusive) return this.#accounts.get(account)?.get(commodity) ?? ZERO;
    let sum = ZERO;
    for (const holding of this.#family(account)) sum = add(sum, holding.get(commodity) ?? ZERO);
    return sum;
  }

  /** Everything that an account holds and is not zero. */
  holdings(account: string, inclusive = false): Quantity[] {
    const amounts: Quantity[] = [];
    for (const holding of inclusive ? this.#family(account) : this.#one(account))
      for (const [commodity, sum] of holding) amounts.push(quantityOf(sum, commodity));
    return nonZero(sumByCommodity(amounts));
  }

  *#one(account: string): Iterable<Map<string, Decimal>> {
    const held = this.#accounts.get(account);
    if (held) yield held;
  }

  *#family(account: string): Iterable<Map<string, Decimal>> {
    yield* this.#one(account);
    const prefix = `${account}:`;
    for (const [name, holding] of this.#accounts) if (name.startsWith(prefix)) yield holding;
  }
}

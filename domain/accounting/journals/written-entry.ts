import type { LocalDate } from '../../kernel/dates.ts';
import type { Quantity } from './journal.ts';

/** An entry as the file writes it: amounts may be left out, and nothing says yet that it balances. */
export interface WrittenEntry {
  readonly line: number;
  readonly date: LocalDate;
  readonly payee: string;
  readonly memo: string;
  readonly reference?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly postings: readonly WrittenPosting[];
}

export interface WrittenPosting {
  readonly line: number;
  readonly account: string;
  /** `(account)` is virtual: it need not balance. `[account]` is set apart, and must. */
  readonly kind: 'real' | 'balanced' | 'virtual';
  readonly amount?: Quantity;
  /** After `@` or `@@`. */
  readonly price?: WrittenPrice;
  /** In `{}` or `{{}}`. */
  readonly lot?: WrittenPrice;
  readonly assertion?: WrittenAssertion;
  readonly date?: LocalDate;
  readonly memo?: string;
}

export interface WrittenPrice {
  readonly amount: Quantity;
  /** The price of the whole amount, not of one unit. */
  readonly total: boolean;
}

/** `= amount` after a posting, or instead of its amount. */
export interface WrittenAssertion {
  readonly amount: Quantity;
  readonly price?: WrittenPrice;
  /** `==`: the account holds no other commodity. */
  readonly sole: boolean;
  /** `=*`: subaccounts count. */
  readonly inclusive: boolean;
}

import type { Book, Dimensions } from '../../../domain/accounting/book.ts';
import type { Account } from '../../../domain/accounting/chart-of-accounts.ts';
import type { LocalDate } from '../../../domain/kernel/dates.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';

/** Writes figures of one book. */
export class ReportWire {
  readonly #book: Book;
  readonly #firm: string;
  readonly #dimensions: Dimensions | undefined;

  constructor(book: Book, firm: string, under?: Dimensions) {
    this.#book = book;
    this.#firm = firm;
    this.#dimensions = under;
  }

  head() {
    return { seq: this.#book.head.seq, currency: this.#book.head.currency, ...(this.#dimensions && { dimensions: { ...this.#dimensions } }) };
  }

  amount = (minor: bigint): string => formatAmount(minor, this.#book.head.digits);

  /** An amount of any currency or commodity; '' is the book's own. */
  amountIn(currency: string, minor: bigint): string {
    return formatAmount(minor, this.digitsOf(currency));
  }

  digitsOf(currency: string): number {
    return currency === '' ? this.#book.head.digits : (this.#book.chart.digitsOf(currency) ?? 0);
  }

  currencyOf(currency: string): string {
    return currency || this.#book.head.currency;
  }

  currencies(held: readonly { readonly currency: string; readonly balance: bigint }[]): { currencies?: { currency: string; balance: string }[] } {
    if (held.length === 0) return {};
    return { currencies: held.map(({ currency, balance }) => ({ currency: this.currencyOf(currency), balance: this.amountIn(currency, balance) })) };
  }

  /** The same as one cell of a file: `100.00 USD, 5.00 SAR`. */
  currenciesText(held: readonly { readonly currency: string; readonly balance: bigint }[]): string {
    return held.map(({ currency, balance }) => `${this.amountIn(currency, balance)} ${this.currencyOf(currency)}`).join(', ');
  }

  account({ code, name, type }: Account) {
    return { account: code, name: { ...name }, type };
  }

  /** Where the lines are that a figure of an account is the sum of. */
  ledger(account: string, range: { readonly from: LocalDate; readonly to: LocalDate }, closing: 'include' | 'exclude' = 'include'): string {
    const query = new URLSearchParams({ from: range.from, to: range.to, ...(closing === 'exclude' && { closing }), ...this.#dimensions });
    return `/v1/firms/${this.#firm}/accounts/${encodeURIComponent(account)}/ledger?${query}`;
  }
}

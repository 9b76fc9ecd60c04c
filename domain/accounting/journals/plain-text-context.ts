import { AccountNames } from './account-names.ts';
import type { DeclaredType } from './account-types.ts';
import { AmountReader } from './amount.ts';
import type { Dialect, Tag } from './comment.ts';
import type { Quantity } from './journal.ts';
import { readExpression } from './ledger-expression.ts';
import { skipBlanks } from './lines.ts';
import { type DecimalMark, readHledgerNumber, readLedgerNumber } from './number-text.ts';
import { isProblem, type Problem } from './problem.ts';
import { DateReader } from './written-date.ts';

/** What the directives above a line have set: how hledger and Ledger read the lines below depends on it. */
export class PlainTextContext {
  readonly dialect: Dialect;
  readonly dates: DateReader;
  readonly names: AccountNames;
  readonly amounts: AmountReader;
  readonly declaredTypes = new Map<string, DeclaredType>();
  readonly declaredAccounts = new Set<string>();
  readonly appliedTags: Tag[] = [];
  /** The `apply` blocks that are open, and what the year was before each. */
  readonly blocks: ({ readonly kind: 'account' | 'tag' } | { readonly kind: 'year'; readonly year: number | undefined })[] = [];
  /** The account that balances an entry of one posting (Ledger). */
  bucket: string | undefined;
  /** hledger's `decimal-mark`, for every commodity below it. */
  decimalMark: DecimalMark | undefined;
  /** hledger's default commodity, for bare numbers below it. */
  defaultCommodity: string | undefined;
  readonly marks = new Map<string, DecimalMark>();
  readonly commodityAliases = new Map<string, string>();
  readonly payeeAliases: { readonly pattern: RegExp; readonly payee: string }[] = [];
  /** Decimals that a directive sets for a commodity; they decide what difference is too small to see. */
  readonly declaredDecimals = new Map<string, number>();
  /** Decimals of the amounts seen so far. */
  readonly seenDecimals = new Map<string, number>();

  /** Where the amount read last ended. */
  next = 0;
  #pricing = false;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    this.dates = new DateReader(dialect === 'ledger');
    this.names = new AccountNames(dialect);
    this.amounts = new AmountReader({
      symbolEnds: dialect === 'hledger' ? hledgerSymbolEnds : ledgerSymbolEnds,
      generous: dialect === 'hledger',
      readNumber: (text, commodity) => this.readNumber(text, commodity),
      commodityOf: (symbol) => (symbol === '' ? (this.defaultCommodity ?? '') : (this.commodityAliases.get(symbol) ?? symbol)),
    });
  }

  readNumber(text: string, commodity: string) {
    if (this.dialect === 'hledger') return readHledgerNumber(text, this.decimalMark ?? this.marks.get(commodity));
    const number = readLedgerNumber(text, this.marks.get(commodity) === ',');
    // Once one amount shows a decimal comma, Ledger expects it of the commodity; a price shows nothing.
    if (!this.#pricing && commodity !== '' && !('problem' in number) && number.decimalComma) this.marks.set(commodity, ',');
    return number;
  }

  /** Reads an amount, or in Ledger one that is to be worked out. */
  readAmount(text: string, at: number): Quantity | Problem {
    if (text[at] !== '(' || this.dialect === 'hledger') {
      const amount = this.amounts.read(text, at);
      this.next = this.amounts.next;
      return amount;
    }
    const worked = readExpression(text, at, (within, from) => ({ amount: this.amounts.read(within, from), next: this.amounts.next }));
    if (isProblem(worked)) return worked;
    this.next = worked.next;
    return worked.amount;
  }

  /** Reads an amount that is a price, of a lot or of a unit. */
  readPrice(text: string, at: number): Quantity | Problem {
    this.#pricing = true;
    const price = this.readAmount(text, skipBlanks(text, at));
    this.#pricing = false;
    return price;
  }

  see({ commodity, scale }: Quantity): void {
    const decimals = this.seenDecimals.get(commodity);
    if (decimals === undefined || decimals < scale) this.seenDecimals.set(commodity, scale);
  }

  /** How many decimals of a commodity are shown: what is smaller does not unbalance an entry. */
  decimalsOf(commodity: string): number | undefined {
    return this.declaredDecimals.get(commodity) ?? this.seenDecimals.get(commodity);
  }
}

const hledgerSymbolEnds: ReadonlySet<string> = new Set(' \t\u00a0-+.@*;"{}=');
const ledgerSymbolEnds: ReadonlySet<string> = new Set(' \t\u00a0!&()*+,-./:;<=>?@[\\]^{|}~');

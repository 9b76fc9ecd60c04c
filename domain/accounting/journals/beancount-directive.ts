import type { LocalDate } from '../../kernel/dates.ts';
import type { Decimal } from './decimal.ts';

/** What a Beancount file says on a date. Directives that post and assert nothing are `note`s. */
export type Directive =
  | {
      readonly kind: 'open';
      readonly line: number;
      readonly date: LocalDate;
      readonly account: string;
      readonly currencies: readonly string[];
      readonly booking?: string;
    }
  | { readonly kind: 'close'; readonly line: number; readonly date: LocalDate; readonly account: string }
  | {
      readonly kind: 'balance';
      readonly line: number;
      readonly date: LocalDate;
      readonly account: string;
      readonly number: Decimal;
      readonly currency: string;
      readonly tolerance?: Decimal;
    }
  | { readonly kind: 'pad'; readonly line: number; readonly date: LocalDate; readonly account: string; readonly source: string }
  | { readonly kind: 'note'; readonly line: number; readonly date: LocalDate; readonly account?: string }
  | Transaction;

export interface Transaction {
  readonly kind: 'transaction';
  readonly line: number;
  readonly date: LocalDate;
  readonly payee: string;
  readonly narration: string;
  readonly links: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly legs: readonly Leg[];
}

/** One posting as written: its number, its currency, or both, may be left out. */
export interface Leg {
  readonly line: number;
  readonly account: string;
  readonly number?: Decimal;
  readonly currency?: string;
  readonly cost?: CostSpec;
  readonly price?: PriceSpec;
  readonly memo?: string;
}

/** `{per # total CURRENCY, date, "label"}`. A number that is asked for but left out is for the entry to give. */
export interface CostSpec {
  readonly per?: Decimal;
  readonly total?: Decimal;
  /** `{per # CURRENCY}`: the total is asked for. */
  readonly totalMissing?: true;
  readonly currency?: string;
  readonly date?: LocalDate;
  readonly label?: string;
}

export interface PriceSpec {
  readonly total: boolean;
  readonly number?: Decimal;
  readonly currency?: string;
}

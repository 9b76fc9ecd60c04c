import { digitsOf } from '../kernel/currencies.ts';
import type { Text } from '../kernel/language.ts';
import type { DimensionKind } from './book.ts';
import type { AccountRole, AccountType } from './charts/chart.ts';

/** An account of a firm's book. Its code is its identity and never changes; everything else may. */
export interface Account {
  readonly code: string;
  readonly name: Text;
  readonly type: AccountType;
  readonly role?: AccountRole;
  /** Kept in this currency: only lines in it are taken. Absent: any. */
  readonly currency?: string;
  readonly archived?: boolean;
  readonly version: number;
}

/** A value of a dimension: a branch, a project, a cost centre. */
export interface DimensionValue {
  readonly kind: DimensionKind;
  readonly code: string;
  readonly name: string;
  readonly archived?: boolean;
  readonly version: number;
}

/** Something counted that is not a currency of ISO 4217 (shares, hours, a currency of a journal): how many decimals its quantities have. */
export interface Commodity {
  readonly code: string;
  readonly digits: number;
}

/** A firm's accounts, dimensions and commodities, as of one version of its chart. */
export class ChartOfAccounts {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly dimensions: ReadonlyMap<string, DimensionValue>;
  readonly commodities: ReadonlyMap<string, Commodity>;

  constructor(accounts: Iterable<Account>, dimensions: Iterable<DimensionValue> = [], commodities: Iterable<Commodity> = []) {
    this.accounts = new Map([...accounts].map((account) => [account.code, account]));
    this.dimensions = new Map([...dimensions].map((value) => [dimensionKey(value.kind, value.code), value]));
    this.commodities = new Map([...commodities].map((commodity) => [commodity.code, commodity]));
  }

  /** The account that plays a role: the first that is not archived, in the order of the codes. */
  accountWithRole(role: AccountRole): Account | undefined {
    return this.accountsWithRole(role)[0];
  }

  accountsWithRole(role: AccountRole): readonly Account[] {
    return this.inOrder().filter((account) => account.role === role && !account.archived);
  }

  inOrder(): readonly Account[] {
    return [...this.accounts.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  dimension(kind: DimensionKind, code: string): DimensionValue | undefined {
    return this.dimensions.get(dimensionKey(kind, code));
  }

  /** Decimals of a currency or commodity; undefined if it is neither. */
  digitsOf(currency: string): number | undefined {
    return this.commodities.get(currency)?.digits ?? digitsOf(currency);
  }
}

const dimensionKey = (kind: DimensionKind, code: string): string => `${kind}#${code}`;

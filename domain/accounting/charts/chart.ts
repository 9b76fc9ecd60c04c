import type { Text } from '../../kernel/language.ts';

export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/**
 * What the product looks an account up by: it posts to the `receivable`, never to `1121`.
 * A role names one account, except the `repeatableRoles` (a firm has several banks): there the FIRST in order is the default.
 */
export const accountRoles = [
  'cash',
  'bank',
  'receivable',
  'payable',
  'inventory',
  'prepaid',
  'fixed-asset',
  'accumulated-depreciation',
  'tax-output',
  'tax-input',
  'tax-settlement',
  'withholding-payable',
  'withholding-receivable',
  'zakat',
  'income-tax',
  'social-insurance',
  'end-of-service',
  'payroll-payable',
  'loan',
  'capital',
  'drawings',
  'opening-balances',
  'retained-earnings',
  'sales',
  'sales-returns',
  'other-income',
  'cost-of-sales',
  'depreciation',
  'bank-charges',
  'bad-debts',
  'rounding',
  'fx-gain-loss',
  'fx-clearing',
  'suspense',
  'customer-advances',
  'supplier-advances',
  'discounts-given',
  'discounts-received',
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** The roles without which nothing can be posted: every chart has them. */
export const requiredRoles = [
  'bank',
  'cash',
  'receivable',
  'payable',
  'tax-output',
  'tax-input',
  'capital',
  'opening-balances',
  'retained-earnings',
  'sales',
  'rounding',
  'fx-gain-loss',
  'fx-clearing',
  'suspense',
  'customer-advances',
] as const satisfies readonly AccountRole[];

/** The roles whose accounts earn or spend: the close of a year empties them. What has any other role keeps what stands on it. */
const resultRoles: ReadonlySet<AccountRole> = new Set<AccountRole>([
  'sales',
  'sales-returns',
  'other-income',
  'cost-of-sales',
  'depreciation',
  'bank-charges',
  'bad-debts',
  'rounding',
  'fx-gain-loss',
  'discounts-given',
  'discounts-received',
]);
/** Whether an account of a type can play a role: customers' debts that a year's close empties would be gone from the books and still owed. */
export const fitsRole = (role: AccountRole, type: AccountType): boolean => resultRoles.has(role) === isResult(type);
/** What the close of a year empties. */
export const isResult = (type: AccountType): boolean => type === 'income' || type === 'expense';

/** The roles that several accounts may share; the first in order is the default. */
export const repeatableRoles: ReadonlySet<AccountRole> = new Set<AccountRole>([
  'bank',
  'cash',
  'prepaid',
  'fixed-asset',
  'accumulated-depreciation',
  'social-insurance',
  'loan',
]);

/** An account as a new firm receives it. `contra` accounts stand against their type: accumulated depreciation, returns, drawings. */
export interface ChartAccount {
  readonly code: string;
  readonly name: Text;
  readonly type: AccountType;
  readonly role?: AccountRole;
  readonly contra?: true;
}

export interface Chart {
  readonly id: 'sa' | 'ae' | 'eg' | 'us' | 'gb' | 'generic';
  readonly name: Text;
  readonly accounts: readonly ChartAccount[];
}

/** The account that plays a role, of a chart or of a firm's own accounts in their order: the first, where several share it. */
export function accountInRole<A extends { readonly role?: AccountRole | undefined }>(accounts: readonly A[], role: AccountRole): A | undefined {
  return accounts.find((account) => account.role === role);
}

import { type Outcome, refuse, refuseAt } from '../kernel/decision.ts';
import type { Text } from '../kernel/language.ts';
import type { Book } from './book.ts';
import { type Account, ChartOfAccounts, type DimensionValue } from './chart-of-accounts.ts';
import { type AccountRole, type AccountType, fitsRole, isResult, repeatableRoles, requiredRoles } from './charts/chart.ts';

export interface NewAccount {
  readonly code: string;
  readonly name: Text;
  readonly type: AccountType;
  readonly role?: AccountRole | undefined;
  readonly currency?: string | undefined;
}

/** An account joins the chart. Its code is new, its role free (or one that several accounts share), its currency known. */
export function addAccount(book: Book, { code, name, type, role, currency }: NewAccount): Outcome<{ book: Book; account: Account }> {
  if (book.chart.accounts.has(code)) return refuseAt('/code', 'account.exists', { account: code });
  const unfit = roleUnfit(role, type) ?? roleTaken(book, code, role);
  if (unfit) return unfit;
  if (currency && book.chart.digitsOf(currency) === undefined) return refuseAt('/currency', 'currency.unknown', { currency });
  return withAccount(book, { code, name, type, ...(role && { role }), ...(currency && { currency }), version: 1 });
}

export interface AccountChange {
  readonly name?: Text | undefined;
  readonly type?: AccountType | undefined;
  readonly role?: AccountRole | null | undefined;
}

/** Everything of an account may change but its code and its currency. A role that the book needs is not left without an account. */
export function changeAccount(book: Book, account: Account, change: AccountChange): Outcome<{ book: Book; account: Account }> {
  const role = change.role === undefined ? account.role : (change.role ?? undefined);
  const unfit = roleUnfit(role, change.type ?? account.type) ?? typeSettled(book, account, change.type);
  if (unfit) return unfit;
  if (role !== account.role) {
    const taken = roleTaken(book, account.code, role) ?? roleNeeded(book, account);
    if (taken) return taken;
  }
  const { role: _was, ...rest } = account;
  return withAccount(book, {
    ...rest,
    name: change.name ?? account.name,
    type: change.type ?? account.type,
    ...(role && { role }),
    version: account.version + 1,
  });
}

export function archiveAccount(book: Book, account: Account): Outcome<{ book: Book; account: Account }> {
  if (account.archived) return refuse('account.archived', { account: account.code });
  if (book.head.importing) return refuse('import.running');
  return roleNeeded(book, account) ?? withAccount(book, { ...account, archived: true, version: account.version + 1 });
}

export function restoreAccount(book: Book, account: Account): Outcome<{ book: Book; account: Account }> {
  const { archived: _archived, ...active } = account;
  return roleTaken(book, account.code, account.role) ?? withAccount(book, { ...active, version: account.version + 1 });
}

export function addDimensionValue(book: Book, value: Pick<DimensionValue, 'kind' | 'code' | 'name'>): Outcome<{ book: Book; value: DimensionValue }> {
  if (book.chart.dimension(value.kind, value.code)) return refuseAt('/code', 'dimension.exists', { kind: value.kind, value: value.code });
  return withDimension(book, { ...value, version: 1 });
}

export function changeDimensionValue(
  book: Book,
  value: DimensionValue,
  change: { readonly name?: string | undefined; readonly archived?: boolean | undefined },
): { book: Book; value: DimensionValue } {
  return withDimension(book, {
    ...value,
    ...(change.name && { name: change.name }),
    ...(change.archived !== undefined && { archived: change.archived }),
    version: value.version + 1,
  });
}

function withAccount(book: Book, account: Account) {
  const { accounts, dimensions, commodities } = book.chart;
  return { book: revised(book, new ChartOfAccounts([...accounts.values(), account], dimensions.values(), commodities.values())), account };
}
function withDimension(book: Book, value: DimensionValue) {
  const { accounts, dimensions, commodities } = book.chart;
  return { book: revised(book, new ChartOfAccounts(accounts.values(), [...dimensions.values(), value], commodities.values())), value };
}
/** A change of the chart moves the head: every post that was decided on the older chart is decided again. */
export function revised(book: Book, chart: ChartOfAccounts): Book {
  return { chart, head: { ...book.head, version: book.head.version + 1, chartVersion: book.head.chartVersion + 1 } };
}

function roleUnfit(role: AccountRole | undefined, type: AccountType) {
  return role && !fitsRole(role, type) ? refuseAt('/role', 'account.role_type', { role, type }) : undefined;
}

/** Between what a year's close empties and what it keeps there is no way across a close: the statements of what is closed would say something else. */
function typeSettled({ head }: Book, account: Account, type: AccountType | undefined) {
  if (type === undefined || isResult(type) === isResult(account.type) || !head.closedThrough) return undefined;
  return refuseAt('/type', 'account.type_closed', { account: account.code, type: account.type, through: head.closedThrough });
}

function roleTaken(book: Book, code: string, role: AccountRole | undefined) {
  if (!role || repeatableRoles.has(role)) return undefined;
  const holder = book.chart.accountWithRole(role);
  return holder && holder.code !== code ? refuseAt('/role', 'account.role_taken', { account: holder.code, role }) : undefined;
}

function roleNeeded(book: Book, account: Account) {
  const needed = (requiredRoles as readonly string[]).includes(account.role ?? '');
  const only = account.role && book.chart.accountsWithRole(account.role).length <= 1;
  return needed && only ? refuse('account.in_use', { account: account.code, role: account.role ?? '' }) : undefined;
}

import type { LocalDate } from '../../kernel/dates.ts';
import { type Habits, habitsOf, readCellAmount, readCellDate } from './csv-figures.ts';
import { type ColumnNames, readTable, type TableRow } from './csv-table.ts';
import { type Decimal, magnitude, negate, subtract, written, ZERO } from './decimal.ts';
import type { LineFault } from './journal.ts';
import { faultAt, isProblem, type Problem, problem } from './problem.ts';

/** What an account holds when the books begin. Amounts are decimal strings with the digits that the file has, and never negative. */
export interface OpeningBalance {
  readonly line: number;
  readonly account: string;
  readonly date?: LocalDate;
  /** One of the two, in the currency of the book. */
  readonly debit?: string;
  readonly credit?: string;
  /** Where the balance is in another currency: which, and how much of it. */
  readonly currency?: string;
  readonly amount?: string;
}

const columns = {
  account: ['account', 'code', 'account code', 'account no', 'account number', 'الحساب', 'رقم الحساب', 'رمز الحساب', 'كود الحساب'],
  name: ['name', 'account name', 'اسم الحساب', 'الاسم'],
  date: ['date', 'التاريخ', 'تاريخ'],
  debit: ['debit', 'dr', 'مدين'],
  credit: ['credit', 'cr', 'دائن'],
  balance: ['balance', 'opening balance', 'الرصيد', 'الرصيد الافتتاحي'],
  currency: ['currency', 'commodity', 'العملة'],
  amount: ['amount', 'foreign amount', 'quantity', 'المبلغ بالعملة', 'مبلغ العملة', 'المبلغ'],
} as const satisfies ColumnNames<string>;
type Column = keyof typeof columns;

function missingColumn(has: (column: Column) => boolean): string | undefined {
  if (!has('account') && !has('name')) return 'account';
  return has('balance') || (has('debit') && has('credit')) ? undefined : 'debit';
}

/** Reads a file of opening balances, one account per row. A row that says zero opens nothing and is passed over. */
export function readOpeningBalancesCsv(text: string): { readonly rows: readonly OpeningBalance[]; readonly faults: readonly LineFault[] } {
  const rows: OpeningBalance[] = [];
  const faults: LineFault[] = [];
  const cells = function* (...names: Column[]): Iterable<string> {
    for (const item of readTable(text, columns, missingColumn)) if (item.kind === 'row') yield* names.map(item.row.cell);
  };
  const habits = habitsOf(
    () => cells('debit', 'credit', 'balance', 'amount'),
    () => cells('date'),
  );
  for (const item of readTable(text, columns, missingColumn)) {
    const read = item.kind === 'fault' ? item.fault : readRow(item.row, habits);
    if (read === undefined) continue;
    if (isProblem(read)) faults.push(faultAt(item.kind === 'row' ? item.row.line : 1, read));
    else if ('code' in read) faults.push(read);
    else rows.push(read);
  }
  return { rows, faults };
}

function readRow({ line, cell }: TableRow<Column>, habits: Habits): OpeningBalance | Problem | undefined {
  const account = cell('account') === '' ? cell('name') : cell('account');
  if (account === '') return problem('import.account_missing');
  const date = cell('date') === '' ? undefined : readCellDate(cell('date'), habits);
  if (isProblem(date)) return date;
  const balance = signedBalance(cell, habits);
  if (isProblem(balance)) return balance;
  const amount = readCellAmount(cell('amount'), habits);
  if (isProblem(amount)) return amount;
  const currency = cell('currency');
  if (currency !== '' && !amount && cell('amount') === '') return { line, account, ...(date && { date }), ...sided(balance), currency };
  if (balance.quantity === 0n && (!amount || amount.quantity === 0n)) return undefined;
  return {
    line,
    account,
    ...(date && { date }),
    ...sided(balance, amount),
    ...(currency !== '' && { currency }),
    ...(amount && { amount: written(magnitude(amount)) }),
  };
}

function signedBalance(cell: TableRow<Column>['cell'], habits: Habits): Decimal | Problem {
  const debit = readCellAmount(cell('debit'), habits);
  const credit = readCellAmount(cell('credit'), habits);
  const balance = readCellAmount(cell('balance'), habits);
  if (isProblem(debit)) return debit;
  if (isProblem(credit)) return credit;
  if (isProblem(balance)) return balance;
  if (debit && credit && debit.quantity !== 0n && credit.quantity !== 0n) return problem('import.debit_and_credit');
  if (!debit && !credit) return balance ?? problem('import.amount_missing');
  return debit && credit ? subtract(debit, credit) : (debit ?? negate(credit ?? ZERO));
}

/** A balance worth nothing in the book still stands on the side of its amount. */
function sided(balance: Decimal, amount?: Decimal): { debit: string } | { credit: string } {
  const negative = balance.quantity < 0n || (balance.quantity === 0n && amount !== undefined && amount.quantity < 0n);
  return negative ? { credit: written(magnitude(balance)) } : { debit: written(balance) };
}

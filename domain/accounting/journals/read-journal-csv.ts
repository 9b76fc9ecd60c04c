import { balanceEntry } from './balance-entry.ts';
import { type Habits, habitsOf, readCellAmount, readCellDate } from './csv-figures.ts';
import { type ColumnNames, readTable, type TableRow } from './csv-table.ts';
import { negate, quantityOf, subtract, ZERO } from './decimal.ts';
import type { JournalItem, JournalReader, LineFault, Quantity } from './journal.ts';
import { faultAt, isProblem, type Problem, problem } from './problem.ts';
import { reading, type Seen, typeByName } from './reading.ts';
import type { WrittenPosting } from './written-entry.ts';

const columns = {
  entry: ['txn', 'transaction', 'transaction id', 'entry', 'entry id', 'entry no', 'id', 'رقم القيد', 'القيد', 'رقم العملية'],
  date: ['date', 'posting date', 'entry date', 'transaction date', 'التاريخ', 'تاريخ', 'تاريخ القيد'],
  payee: ['payee', 'المستفيد', 'الطرف'],
  memo: ['description', 'memo', 'narration', 'البيان', 'الوصف', 'الشرح'],
  reference: ['ref', 'reference', 'المرجع', 'رقم المرجع', 'رقم المستند'],
  account: ['account', 'account name', 'الحساب', 'اسم الحساب'],
  code: ['code', 'account code', 'account no', 'account number', 'رقم الحساب', 'رمز الحساب'],
  debit: ['debit', 'dr', 'مدين'],
  credit: ['credit', 'cr', 'دائن'],
  amount: ['amount', 'المبلغ', 'القيمة'],
  currency: ['currency', 'commodity', 'العملة'],
} as const satisfies ColumnNames<string>;
type Column = keyof typeof columns;
type Row = TableRow<Column>;

/** Reads a journal with one row per posting. Rows of one entry follow each other: with the same number, or the same date and reference. */
export const readJournalCsv: JournalReader = (text) => reading((seen) => readItems(text, seen));

const MAX_POSTINGS = 10_000;

function missingColumn(has: (column: Column) => boolean): string | undefined {
  if (!has('date')) return 'date';
  if (!has('account') && !has('code')) return 'account';
  return has('amount') || (has('debit') && has('credit')) ? undefined : 'amount';
}

function* rowsOf(text: string): Iterable<Row> {
  for (const item of readTable(text, columns, missingColumn)) if (item.kind === 'row') yield item.row;
}

function* readItems(text: string, seen: Seen): Iterable<JournalItem> {
  const habits = habitsOf(
    function* () {
      for (const { cell } of rowsOf(text)) yield* [cell('amount'), cell('debit'), cell('credit')];
    },
    function* () {
      for (const { cell } of rowsOf(text)) yield cell('date');
    },
  );
  let group: Group | undefined;
  for (const item of readTable(text, columns, missingColumn)) {
    if (item.kind === 'fault') {
      yield item;
      continue;
    }
    if (group && !group.continues(item.row)) {
      yield* group.finish(seen);
      group = undefined;
    }
    group ??= new Group(item.row, habits);
    group.add(item.row);
  }
  if (group) yield* group.finish(seen);
  seen.typeAccounts(typeByName);
}

/** The rows of one entry. */
class Group {
  readonly #first: Row;
  readonly #habits: Habits;
  readonly #postings: WrittenPosting[] = [];
  readonly #labels = new Map<string, string>();
  readonly #faults: LineFault[] = [];
  #date: string | undefined;
  #sum = ZERO;

  constructor(first: Row, habits: Habits) {
    this.#first = first;
    this.#habits = habits;
  }

  continues({ cell }: Row): boolean {
    const first = this.#first.cell;
    if (first('entry') !== '' || cell('entry') !== '') return cell('entry') === '' || cell('entry') === first('entry');
    if (cell('date') === '' && cell('reference') === '') return true;
    if ((cell('date') !== '' && cell('date') !== first('date')) || cell('reference') !== first('reference')) return false;
    // Without a number or a reference, an entry is over once it balances.
    return cell('reference') !== '' || this.#sum.quantity !== 0n;
  }

  add(row: Row): void {
    const { line, cell } = row;
    const code = cell('code');
    const account = code === '' ? cell('account') : code;
    if (account === '') this.#wrong(line, problem('import.account_missing'));
    if (code !== '' && cell('account') !== '') this.#labels.set(code, cell('account'));
    this.#readDate(row);
    const amount = readAmount(row, this.#habits);
    if (isProblem(amount)) this.#wrong(line, amount);
    else {
      this.#sum = subtract(this.#sum, negate(amount));
      if (this.#postings.length === MAX_POSTINGS) this.#wrong(line, problem('import.entry_too_long', { limit: MAX_POSTINGS }));
      if (this.#postings.length <= MAX_POSTINGS) this.#postings.push({ line, account, kind: 'real', amount, ...this.#ownMemo(row) });
    }
  }

  *finish(seen: Seen): Iterable<JournalItem> {
    const { line, cell, others } = this.#first;
    const balanced = this.#faults.length > 0 ? undefined : balanceEntry(this.#postings, BALANCING);
    if (isProblem(balanced)) this.#wrong(line, balanced);
    for (const fault of this.#faults) yield { kind: 'fault', fault };
    if (!balanced || isProblem(balanced) || this.#date === undefined) return;
    for (const { account } of balanced.postings) seen.account(account, this.#labels.get(account));
    const reference = cell('reference');
    yield seen.entry({
      line,
      date: this.#date,
      payee: cell('payee'),
      memo: cell('memo'),
      ...(reference !== '' && { reference }),
      tags: others,
      postings: balanced.postings,
    });
  }

  #readDate({ line, cell }: Row): void {
    if (this.#date !== undefined && (cell('date') === '' || cell('date') === this.#first.cell('date'))) return;
    const date = readCellDate(cell('date'), this.#habits);
    if (isProblem(date)) this.#wrong(line, date);
    else if (this.#date !== undefined && date !== this.#date) this.#wrong(line, problem('import.entry_scattered', { entry: cell('entry') }));
    else this.#date = date;
  }

  /** What a row says that the entry's first does not. */
  #ownMemo({ cell }: Row): { memo?: string } {
    const memo = cell('memo');
    return memo === '' || memo === this.#first.cell('memo') ? {} : { memo };
  }

  #wrong(line: number, wrong: Problem): void {
    this.#faults.push(faultAt(line, wrong));
  }
}

const BALANCING = { apart: true, lots: false, decimalsOf: () => undefined };

function readAmount({ cell }: Row, habits: Habits): Quantity | Problem {
  const debit = readCellAmount(cell('debit'), habits);
  const credit = readCellAmount(cell('credit'), habits);
  const amount = readCellAmount(cell('amount'), habits);
  if (isProblem(debit)) return debit;
  if (isProblem(credit)) return credit;
  if (isProblem(amount)) return amount;
  if (debit && credit && debit.quantity !== 0n && credit.quantity !== 0n) return problem('import.debit_and_credit');
  const sided = debit && credit ? subtract(debit, credit) : debit ? debit : credit && negate(credit);
  const number = sided ?? amount;
  return number ? quantityOf(number, cell('currency')) : problem('import.amount_missing');
}

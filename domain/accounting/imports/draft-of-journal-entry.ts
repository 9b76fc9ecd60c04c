import { divideRounded } from '../../kernel/money.ts';
import type { EntryDraft, Line } from '../book.ts';
import type { JournalEntry, JournalPosting, LineFault, Quantity } from '../journals/journal.ts';
import type { ImportPlan } from './plan.ts';

/** Entries of the book that one entry of a journal becomes: one, unless its postings have dates of their own. */
export type Drafted = { readonly drafts: readonly EntryDraft[]; readonly withoutWorth: readonly string[] } | { readonly fault: LineFault };

/**
 * A journal's entry as the book keeps it. Amounts in the book's currency stay to the digit; other commodities keep their quantity, and
 * are worth what the file says, rounded once; the rounding that is left lies in the last line whose worth was rounded, so the entry balances.
 * A posting that its tool does not balance (a virtual one) is balanced by the suspense account, in sight.
 */
export function draftOfJournalEntry(entry: JournalEntry, plan: ImportPlan): Drafted {
  const withoutWorth: string[] = [];
  const byDate = new Map<string, Dated[]>();
  for (const posting of entry.postings) {
    const line = lineOf(posting, plan, withoutWorth);
    if ('code' in line) return { fault: { line: entry.line, ...line } };
    const date = posting.date ?? entry.date;
    const lines = byDate.get(date);
    if (lines) lines.push(line);
    else byDate.set(date, [line]);
  }
  const memo = [entry.payee, entry.memo].filter((part) => part !== '').join(' | ');
  if (memo.length > MEMO_LENGTH) return { fault: { line: entry.line, ...tooLong(MEMO_LENGTH) } };
  if ((entry.reference ?? '').length > REFERENCE_LENGTH) return { fault: { line: entry.line, ...tooLong(REFERENCE_LENGTH) } };
  const drafts: EntryDraft[] = [];
  for (const [date, dated] of byDate) {
    const lines = balanced(dated, plan, byDate.size > 1);
    if ('code' in lines) return { fault: { line: entry.line, ...lines } };
    const large = lines.find(({ amount, foreign }) => size(amount) > MAX_LINE || size(foreign?.amount ?? 0n) > MAX_LINE);
    if (large)
      return {
        fault: { line: entry.line, code: 'import.amount_too_large', values: { commodity: large.foreign?.currency ?? plan.book.head.currency } },
      };
    drafts.push({ date, memo, ...(entry.reference && { reference: entry.reference }), source: `line ${entry.line}`, lines });
  }
  return { drafts, withoutWorth };
}

/** As long as those that a person posts. */
const MEMO_LENGTH = 2000;
const REFERENCE_LENGTH = 200;
const LINE_MEMO_LENGTH = 200;
const tooLong = (limit: number): Fault => ({ code: 'import.text_too_long', values: { limit } });

/** What a line may hold of anything, in minor units: far enough below what a row of a month counts exactly. */
const MAX_LINE = 1_000_000_000_000_000n;

interface Dated {
  readonly line: Line;
  /** Its worth was rounded: a residue of the entry may lie in it. */
  readonly rounded: boolean;
  readonly virtual: boolean;
}
type Fault = Pick<LineFault, 'code' | 'values'>;

function lineOf(posting: JournalPosting, plan: ImportPlan, withoutWorth: string[]): Dated | Fault {
  const account = plan.codeOf.get(posting.account) ?? posting.account;
  const extras = { ...(posting.memo && { memo: posting.memo.slice(0, LINE_MEMO_LENGTH).replace(/[\ud800-\udbff]$/, '') }) };
  const virtual = posting.virtual === true;
  const currency = plan.currencyOf.get(posting.amount.commodity) ?? '';
  const { head } = plan.book;
  if (currency === '') {
    const amount = inDigits(posting.amount, head.digits);
    return amount === undefined
      ? tooFine(posting.amount, head.currency, head.digits)
      : { line: { account, amount, ...extras }, rounded: false, virtual };
  }
  const digits = plan.book.chart.digitsOf(currency) ?? 0;
  const quantity = inDigits(posting.amount, digits);
  if (quantity === undefined) return tooFine(posting.amount, currency, digits);
  const worth = posting.worth && plan.currencyOf.get(posting.worth.commodity) === '' ? posting.worth : undefined;
  if (!worth && quantity !== 0n) withoutWorth.push(posting.amount.commodity);
  return {
    line: { account, amount: worth ? rounded(worth, head.digits) : 0n, foreign: { currency, amount: quantity }, ...extras },
    rounded: worth !== undefined,
    virtual,
  };
}

/** A quantity in a number of decimals, exactly; undefined where that would lose something. */
function inDigits({ quantity, scale }: Quantity, digits: number): bigint | undefined {
  if (scale <= digits) return quantity * 10n ** BigInt(digits - scale);
  const unit = 10n ** BigInt(scale - digits);
  return quantity % unit === 0n ? quantity / unit : undefined;
}
const rounded = ({ quantity, scale }: Quantity, digits: number): bigint =>
  scale <= digits ? quantity * 10n ** BigInt(digits - scale) : divideRounded(quantity, 10n ** BigInt(scale - digits));

const tooFine = ({ commodity }: Quantity, currency: string, digits: number): Fault => ({
  code: 'import.amount_too_fine',
  values: { commodity: commodity || currency, digits },
});

/** The lines with whatever balances them: a rounding residue in the last rounded line, virtual and dated parts through suspense. */
function balanced(dated: readonly Dated[], plan: ImportPlan, scattered: boolean): readonly Line[] | Fault {
  const lines = dated.map(({ line }) => line);
  const real = dated.filter(({ virtual }) => !virtual);
  const off = sum(real.map(({ line }) => line.amount));
  const last = dated.findLastIndex(({ rounded, virtual }) => rounded && !virtual);
  const adjustable = off < 0n ? -off : off;
  if (off !== 0n && !scattered && last >= 0 && adjustable <= BigInt(dated.length)) {
    const line = lines[last];
    if (line) lines[last] = { ...line, amount: line.amount - off };
  }
  const open = sum(lines.map((line) => line.amount));
  const virtualOpen = sum(dated.filter(({ virtual }) => virtual).map(({ line }) => line.amount));
  if (open !== 0n && !scattered && open !== virtualOpen) return { code: 'import.entry_unbalanced_in_book', values: { difference: String(open) } };
  if (open === 0n && lines.length > 1) return lines;
  const suspense = plan.book.chart.accountWithRole('suspense');
  if (!suspense) return { code: 'import.account_missing' };
  return [...lines, { account: suspense.code, amount: -open }];
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

import { type Fault, type Outcome, refuse } from '../kernel/decision.ts';
import type { Id } from '../kernel/ids.ts';
import { type AmountFault, formatAmount, parseAmount } from '../kernel/money.ts';
import type { Book, Dimensions, EntryDraft, Line } from './book.ts';

/** An entry as a caller sends it: amounts are decimal strings, each line is a debit or a credit. */
export interface SentEntry {
  readonly date: string;
  readonly memo?: string | undefined;
  readonly reference?: string | undefined;
  readonly lines: readonly SentLine[];
}
export interface SentLine {
  readonly account: string;
  readonly debit?: string | undefined;
  readonly credit?: string | undefined;
  readonly foreign?: { readonly currency: string; readonly amount: string } | undefined;
  readonly memo?: string | undefined;
  readonly contact?: Id<'contact'> | undefined;
  readonly dimensions?:
    | { readonly branch?: string | undefined; readonly project?: string | undefined; readonly costCentre?: string | undefined }
    | undefined;
}

/** Reads the amounts of what was sent with exactly the digits of their currencies; every fault is named, not only the first. */
export function readEntryDraft(book: Book, sent: SentEntry, at = ''): Outcome<EntryDraft> {
  const faults: Fault[] = [];
  const lines = sent.lines.map((line, i) => readLine(book, line, `${at}/lines/${i}`, faults));
  if (faults.length > 0) return refuse('request.invalid', undefined, faults);
  return { date: sent.date, memo: sent.memo ?? '', ...(sent.reference && { reference: sent.reference }), lines };
}

function readLine(book: Book, sent: SentLine, at: string, faults: Fault[]): Line {
  const { currency, digits } = book.head;
  if ((sent.debit === undefined) === (sent.credit === undefined)) {
    faults.push({ pointer: at, code: 'entry.one_side' });
    return { account: sent.account, amount: 0n };
  }
  const debit = sent.debit !== undefined;
  const side = debit ? 'debit' : 'credit';
  // A line of a foreign currency may be worth nothing in the book (shares whose price is not known); any other line moves something.
  const size = readAmount(sent.debit ?? sent.credit ?? '', currency, digits, `${at}/${side}`, faults, sent.foreign !== undefined);
  const foreign = sent.foreign && readForeign(book, sent.foreign, `${at}/foreign`, faults);
  const dimensions =
    sent.dimensions && (Object.fromEntries(Object.entries(sent.dimensions).filter(([, value]) => value !== undefined)) as Dimensions);
  return {
    account: sent.account,
    amount: debit ? size : -size,
    ...(foreign && { foreign: { currency: foreign.currency, amount: debit ? foreign.amount : -foreign.amount } }),
    ...(sent.memo && { memo: sent.memo }),
    ...(sent.contact && { contact: sent.contact }),
    ...(dimensions && Object.keys(dimensions).length > 0 && { dimensions }),
  };
}

function readForeign(book: Book, sent: { readonly currency: string; readonly amount: string }, at: string, faults: Fault[]) {
  const digits = book.chart.digitsOf(sent.currency);
  if (digits === undefined || sent.currency === book.head.currency) {
    faults.push({ pointer: `${at}/currency`, code: 'currency.unknown', values: { currency: sent.currency } });
    return undefined;
  }
  return { currency: sent.currency, amount: readAmount(sent.amount, sent.currency, digits, `${at}/amount`, faults) };
}

/** An amount of the wire above zero (or zero where that is allowed); what is wrong with it is added to the faults. */
export function readAmount(text: string, currency: string, digits: number, pointer: string, faults: Fault[], zero = false): bigint {
  const minor = parseAmount(text, digits);
  if (typeof minor !== 'bigint') {
    faults.push({ pointer, code: minor, values: amountValues(minor, text, currency, digits) });
    return 0n;
  }
  if (minor < 0n || (minor === 0n && !zero)) faults.push({ pointer, code: 'amount.negative' });
  return minor;
}

function amountValues(fault: AmountFault, amount: string, currency: string, digits: number): Record<string, string | number> {
  const example = formatAmount(123450n * 10n ** BigInt(Math.max(0, digits - 2)), digits);
  return fault === 'amount.digits' ? { currency, digits, example } : { amount, example };
}

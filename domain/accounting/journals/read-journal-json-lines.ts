import { isLocalDate } from '../../kernel/dates.ts';
import { balanceEntry } from './balance-entry.ts';
import { type Decimal, negate, quantityOf } from './decimal.ts';
import type { JournalItem, JournalReader, Quantity } from './journal.ts';
import { Lines } from './lines.ts';
import { faultAt, isProblem, type Problem, problem } from './problem.ts';
import { reading, type Seen, typeByName } from './reading.ts';
import type { WrittenEntry, WrittenPosting } from './written-entry.ts';

/** Reads a journal with one entry per line: `{"date": "2025-01-31", "lines": [{"account": "1000", "debit": "10.00"}, …]}`. */
export const readJournalJsonLines: JournalReader = (text) => reading((seen) => readItems(text, seen));

const MAX_POSTINGS = 10_000;

function* readItems(text: string, seen: Seen): Iterable<JournalItem> {
  const lines = new Lines(text);
  while (lines.advance()) {
    if (lines.text.trim() === '') continue;
    const labels = new Map<string, string>();
    const entry = readEntry(lines.text, lines.number, labels);
    const balanced = isProblem(entry) ? entry : balanceEntry(entry.postings, BALANCING);
    if (isProblem(entry) || isProblem(balanced)) {
      yield {
        kind: 'fault',
        fault: faultAt(lines.number, isProblem(entry) ? entry : isProblem(balanced) ? balanced : problem('import.json_malformed')),
      };
      continue;
    }
    for (const { account } of balanced.postings) seen.account(account, labels.get(account));
    yield seen.entry({ ...entry, postings: balanced.postings });
  }
  seen.typeAccounts(typeByName);
}

const BALANCING = { apart: true, lots: false, decimalsOf: () => undefined };

function readEntry(text: string, line: number, labels: Map<string, string>): WrittenEntry | Problem {
  const sent = parsed(text);
  if (!sent) return problem('import.json_malformed');
  const { date, lines } = sent;
  if (typeof date !== 'string' || !isLocalDate(date)) return malformed('date');
  if (!Array.isArray(lines) || lines.length === 0) return malformed('lines');
  if (lines.length > MAX_POSTINGS) return problem('import.entry_too_long', { limit: MAX_POSTINGS });
  const postings: WrittenPosting[] = [];
  for (const [index, sentLine] of lines.entries()) {
    const posting = readLine(sentLine, `lines/${index}`, line, labels);
    if (isProblem(posting)) return posting;
    postings.push(posting);
  }
  const payee = textOf(sent.payee);
  const memo = textOf(sent.memo ?? sent.description);
  const reference = textOf(sent.reference ?? sent.ref);
  if (payee === undefined) return malformed('payee');
  if (memo === undefined) return malformed('memo');
  if (reference === undefined) return malformed('reference');
  return { line, date, payee, memo, ...(reference !== '' && { reference }), tags: {}, postings };
}

const malformed = (member: string): Problem => problem('import.member_malformed', { member });

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that may be left out; a number is a text too, since references often are numbers. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined;
}

function readLine(sent: unknown, at: string, line: number, labels: Map<string, string>): WrittenPosting | Problem {
  if (!isRecord(sent)) return malformed(at);
  const code = textOf(sent.code);
  const name = textOf(sent.account ?? sent.acc);
  if (code === undefined || name === undefined || (code === '' && name === '')) return malformed(`${at}/account`);
  if (code !== '' && name !== '') labels.set(code, name);
  const amount = readAmount(sent, at);
  if (isProblem(amount)) return amount;
  const memo = textOf(sent.memo);
  if (memo === undefined) return malformed(`${at}/memo`);
  return { line, account: code === '' ? name : code, kind: 'real', amount, ...(memo !== '' && { memo }) };
}

/** One of `debit`, `credit`, `amount` (signed) and `cents` (a signed whole number). */
function readAmount(sent: Record<string, unknown>, at: string): Quantity | Problem {
  const commodity = textOf(sent.currency ?? sent.commodity);
  if (commodity === undefined) return malformed(`${at}/currency`);
  const given = (['debit', 'credit', 'amount', 'cents'] as const).filter((member) => sent[member] !== undefined && sent[member] !== null);
  const [member, second] = given;
  if (member === undefined) return problem('import.amount_missing');
  if (second !== undefined) return member === 'debit' && second === 'credit' ? problem('import.debit_and_credit') : malformed(`${at}/${second}`);
  const number = member === 'cents' ? centsOf(sent[member]) : decimalOf(sent[member]);
  if (!number) return malformed(`${at}/${member}`);
  return quantityOf(member === 'credit' ? negate(number) : number, commodity);
}

function centsOf(value: unknown): Decimal | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? { quantity: BigInt(value), scale: 2 } : undefined;
}

/** A decimal string. A JSON number is taken only where it has few enough digits to have survived as it was written. */
function decimalOf(value: unknown): Decimal | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d{1,100})(?:\.(\d{1,100}))?$/.exec(text) ?? [];
  if (whole === '' || (typeof value === 'number' && whole.length + fraction.length > SAFE_DIGITS)) return undefined;
  const quantity = BigInt(whole + fraction);
  return { quantity: sign ? -quantity : quantity, scale: fraction.length };
}
const SAFE_DIGITS = 15;

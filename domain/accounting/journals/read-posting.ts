import type { LocalDate } from '../../kernel/dates.ts';
import { readPostingDate, readTags } from './comment.ts';
import type { Quantity } from './journal.ts';
import { nameEnd, skipBlanks } from './lines.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { isProblem, type Problem, problem, problemWith } from './problem.ts';
import type { WrittenAssertion, WrittenPosting, WrittenPrice } from './written-entry.ts';

/** Reads one posting line: `* account  amount @ price = balance  ; comment`. Two spaces or a tab end the account's name. */
export function readPosting(text: string, line: number, entryDate: LocalDate, context: PlainTextContext): WrittenPosting | Problem {
  let start = skipBlanks(text, 0);
  const mark = text.charCodeAt(start);
  if (mark === STAR || mark === EXCLAMATION) start = skipBlanks(text, start + 1);
  const end = nameEnd(text, start);
  const { name, kind } = bracketed(text.slice(start, end), context);
  if (name === '') return problem('import.account_missing');
  const account = context.names.resolve(name);
  if (isProblem(account)) return account;
  const at = skipBlanks(text, end);
  if (at >= text.length) return { line, account, kind };
  const written = readRest(text, at, context);
  if (isProblem(written)) return written;
  const { comment, ...amounts } = written;
  return comment === undefined ? { line, account, kind, ...amounts } : commented({ line, account, kind, ...amounts }, comment, entryDate, context);
}

/** A posting with one more line of comment, which may give it a date. */
export function commented(posting: WrittenPosting, comment: string, entryDate: LocalDate, context: PlainTextContext): WrittenPosting | Problem {
  const date = readPostingDate(comment, readTags(comment, context.dialect).tags, entryDate, context.dialect, context.dates);
  if (isProblem(date)) return date;
  const words = comment.trim();
  const memo = posting.memo ? `${posting.memo}\n${words}` : words;
  return { ...posting, ...(date !== undefined && { date }), ...(memo !== '' && { memo }) };
}

const STAR = 42;
const EXCLAMATION = 33;

function bracketed(written: string, context: PlainTextContext): { name: string; kind: WrittenPosting['kind'] } {
  const first = written[0];
  const last = written.at(-1);
  if (first === '(' && last === ')') return { name: written.slice(1, -1).trim(), kind: 'virtual' };
  if (first === '[' && last === ']') return { name: written.slice(1, -1).trim(), kind: 'balanced' };
  // Ledger does not take an account that opens a bracket and never closes it.
  const unclosed = context.dialect === 'ledger' && (first === '(' || first === '[');
  return { name: unclosed ? '' : written, kind: 'real' };
}

interface Rest {
  amount?: Quantity;
  price?: WrittenPrice;
  lot?: WrittenPrice;
  assertion?: WrittenAssertion;
  comment?: string;
}

function readRest(text: string, start: number, context: PlainTextContext): Rest | Problem {
  const rest: Rest = {};
  let at = start;
  const first = text[at];
  if (first !== '=' && first !== ';') {
    const amount = context.readAmount(text, at);
    if (isProblem(amount)) return amount;
    rest.amount = amount;
    at = context.next;
  }
  for (at = skipBlanks(text, at); at < text.length; at = skipBlanks(text, at)) {
    if (text[at] === ';') {
      rest.comment = text.slice(at + 1);
      break;
    }
    const next = readAddition(text, at, rest, context);
    if (typeof next !== 'number') return next;
    at = next;
  }
  return rest;
}

/** Reads a price, a lot or an asserted balance into `rest`, and says where it ends. */
function readAddition(text: string, at: number, rest: Rest, context: PlainTextContext): number | Problem {
  const char = text[at];
  if (char === '@' || (char === '(' && text[at + 1] === '@')) return readPrice(text, at, rest, context);
  if (char === '{' && rest.amount && !rest.lot) return readLot(text, at, rest, context);
  if (char === '=' && !rest.assertion) return readAssertion(text, at, rest, context);
  if (char === '[' && rest.amount) {
    const date = context.dates.read(text, at + 1);
    return isProblem(date) ? date : text[context.dates.next] === ']' ? context.dates.next + 1 : notUnderstood(text, at);
  }
  if (char === '(' && text[at + 1] !== '(' && context.dialect === 'ledger' && rest.amount)
    return text.indexOf(')', at) + 1 || notUnderstood(text, at);
  return notUnderstood(text, at);
}

function readPrice(text: string, start: number, rest: Rest, context: PlainTextContext): number | Problem {
  const parenthesised = text[start] === '(';
  let at = parenthesised ? start + 1 : start;
  const total = text[at + 1] === '@';
  at += total ? 2 : 1;
  if (parenthesised && text[at] !== ')') return notUnderstood(text, start);
  if (parenthesised) at++;
  at = skipBlanks(text, at);
  if (text[at] === '=' && context.dialect === 'ledger') at++;
  const amount = context.readPrice(text, at);
  if (isProblem(amount))
    return amount.problem === 'import.expression_refused' ? amount : problemWith('import.price_malformed', text.slice(start).trim());
  if (context.dialect === 'ledger' && amount.quantity < 0n) return problem('import.price_negative');
  if (context.dialect === 'ledger' && amount.commodity === rest.amount?.commodity)
    return problemWith('import.price_malformed', text.slice(start).trim());
  const price = { amount, total };
  if (rest.assertion && !rest.assertion.price && context.dialect === 'hledger') rest.assertion = { ...rest.assertion, price };
  else if (rest.amount && !rest.price) rest.price = price;
  else return notUnderstood(text, start);
  return context.next;
}

function readLot(text: string, start: number, rest: Rest, context: PlainTextContext): number | Problem {
  const total = text[start + 1] === '{';
  let at = skipBlanks(text, start + (total ? 2 : 1));
  if (text[at] === '=') at++;
  const amount = context.readPrice(text, at);
  const refused = context.dialect === 'ledger' && (rest.price !== undefined || (total && rest.amount?.quantity === 0n));
  if (isProblem(amount) || refused) return problemWith('import.price_malformed', text.slice(start).trim());
  const end = skipBlanks(text, context.next);
  if (!text.startsWith(total ? '}}' : '}', end)) return problemWith('import.price_malformed', text.slice(start).trim());
  rest.lot = { amount, total };
  return end + (total ? 2 : 1);
}

function readAssertion(text: string, start: number, rest: Rest, context: PlainTextContext): number | Problem {
  const generous = context.dialect === 'hledger';
  const sole = generous && text[start + 1] === '=';
  const star = start + (sole ? 2 : 1);
  const inclusive = generous && text[star] === '*';
  const amount = context.readAmount(text, skipBlanks(text, inclusive ? star + 1 : star));
  if (isProblem(amount)) return amount;
  rest.assertion = { amount, sole, inclusive };
  return context.next;
}

const notUnderstood = (text: string, at: number): Problem => problemWith('import.posting_not_understood', text.slice(at).trim());

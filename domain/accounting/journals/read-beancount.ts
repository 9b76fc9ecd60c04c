import type { DeclaredType } from './account-types.ts';
import type { Directive } from './beancount-directive.ts';
import { type BeancountOptions, readOptions } from './beancount-options.ts';
import { TransactionBooker } from './book-transaction.ts';
import { BeancountChecker } from './check-beancount.ts';
import type { JournalAccount, JournalItem, JournalReader, LineFault } from './journal.ts';
import { type Booked, padAccounts } from './pad-accounts.ts';
import { faultAt, isProblem } from './problem.ts';
import { type Read, readDirectives } from './read-beancount-directives.ts';
import { plainReading, type Seen, typeByName } from './reading.ts';

/** Reads a Beancount file: directives take effect in the order of their dates, whatever their order in the file. */
export const readBeancount: JournalReader = (text) => plainReading(text, (seen) => readItems(text, seen));

function* readItems(text: string, seen: Seen): Iterable<JournalItem> {
  const options = readOptions(text);
  const methods = new Map<string, string>();
  const booker = new TransactionBooker(options, (account) => methods.get(account) ?? options.booking);
  const checker = new BeancountChecker(options, seen);
  const held: Booked[] = [];
  const pads = /^\d{4}\S+\s+pad\s/m.test(text);
  for (const item of inDateOrder(readDirectives(text, options), pads || !isDateOrdered(text))) {
    if (item.kind === 'fault') {
      yield item;
      continue;
    }
    const { directive } = item;
    if (directive.kind === 'open' && directive.booking !== undefined) methods.set(directive.account, directive.booking);
    const booked = book(directive, booker);
    if ('code' in booked) yield { kind: 'fault', fault: booked };
    else if (pads) held.push(booked);
    else yield* checker.check(booked);
  }
  // A pad is known only once the balances after it are, so a file that pads is held whole.
  const padded = padAccounts(held, options);
  for (const fault of padded.faults) yield { kind: 'fault', fault };
  for (const booked of padded.booked) yield* checker.check(booked);
  seen.typeAccounts((account) => typeOf(account, options));
}

function book(directive: Directive, booker: TransactionBooker): Booked | LineFault {
  if (directive.kind !== 'transaction') return { directive };
  const postings = booker.book(directive);
  return isProblem(postings) ? faultAt(directive.line, postings) : { directive, postings };
}

/** The root says the type; the rest of an English name may say that it is cash. */
function typeOf(account: JournalAccount, { roots }: BeancountOptions): DeclaredType | undefined {
  const { name } = account;
  const type = roots.get(name.slice(0, name.indexOf(':')));
  return type && { type, ...(type === 'asset' && typeByName(account)?.cash && { cash: true }) };
}

/** On one day accounts are opened first, then balances are checked, then entries are posted; accounts are closed last. */
const ORDER_IN_DAY: Readonly<Record<Directive['kind'], number>> = { open: -2, balance: -1, pad: 0, note: 0, transaction: 0, close: 2 };

/** Puts directives in the order of their dates. A file that is in order already is sorted day by day, and never held whole. */
function* inDateOrder(items: Iterable<Read>, whole: boolean): Iterable<Read> {
  let held: Directive[] = [];
  for (const item of items) {
    if (item.kind === 'fault') {
      yield item;
      continue;
    }
    if (!whole && held[0] && held[0].date !== item.directive.date) {
      yield* sorted(held);
      held = [];
    }
    held.push(item.directive);
  }
  yield* sorted(held);
}

function* sorted(directives: Directive[]): Iterable<Read> {
  directives.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : ORDER_IN_DAY[a.kind] - ORDER_IN_DAY[b.kind] || a.line - b.line));
  for (const directive of directives) yield { kind: 'directive', directive };
}

function isDateOrdered(text: string): boolean {
  let last = '';
  for (const [date, year = '', month = '', day = ''] of text.matchAll(/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/gm)) {
    const plain = date.length === 10 ? date.replaceAll('/', '-') : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (plain < last) return false;
    last = plain;
  }
  return true;
}

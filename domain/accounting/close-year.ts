import { lastDayOf, monthAfter, monthOf } from '../kernel/dates.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../kernel/decision.ts';
import type { AccountBalance } from './balances.ts';
import type { Book, BookHead, Entry, EntryDraft, Line } from './book.ts';
import { fiscalYear, reopenPeriod } from './periods.ts';
import { dimensionsOfKey, type Posting, type PostingFacts, post } from './post.ts';
import { reversalOf } from './reverse-entry.ts';

/**
 * Closes a fiscal year: one entry, dated its last day, brings income and expense to zero in every currency and dimension and their sum
 * to retained earnings (rule B7). The months before the last are closed; the last closes with the year.
 * `balances` are those of income and expense accounts through the last day, closing entries included.
 */
export function closeYear(book: Book, year: number, balances: readonly AccountBalance[], memo: string, facts: PostingFacts): Outcome<Posting> {
  const { head } = book;
  const { to } = fiscalYear(head, year);
  if (head.closedYears.some((closed) => closed.year >= year)) return refuse('year.closed', { year });
  if (head.importing) return refuse('import.running');
  const monthBefore = lastDayOf(monthAfter(monthOf(to), -1));
  if (!head.closedThrough || head.closedThrough < monthBefore || head.closedThrough > to) return refuse('year.not_over', { year });
  const draft = closingEntry(book, balances, to, memo);
  if (isRefusal(draft)) return draft;
  const posting = draft ? post(book, [draft], facts) : { book: { ...book, head: { ...head, version: head.version + 1 } }, entries: [] };
  if (isRefusal(posting)) return posting;
  const closed: BookHead = {
    ...posting.book.head,
    closedThrough: to,
    closedYears: [...head.closedYears, { year, entry: posting.entries[0]?.id ?? null }],
  };
  return { ...posting, book: { ...posting.book, head: closed } };
}

function closingEntry(book: Book, balances: readonly AccountBalance[], date: string, memo: string): Outcome<EntryDraft> | undefined {
  const earnings = book.chart.accountWithRole('retained-earnings');
  if (!earnings) return refuseAt('', 'account.role_missing', { role: 'retained-earnings' });
  const lines: Line[] = [];
  let result = 0n;
  for (const { account, currency, dimensions, balance, foreignBalance } of balances) {
    const type = book.chart.accounts.get(account)?.type;
    if ((type !== 'income' && type !== 'expense') || (balance === 0n && foreignBalance === 0n)) continue;
    result += balance;
    const under = dimensionsOfKey(dimensions);
    lines.push({
      account,
      amount: -balance,
      ...(currency && { foreign: { currency, amount: -foreignBalance } }),
      ...(dimensions && { dimensions: under }),
    });
  }
  if (lines.length === 0) return undefined;
  lines.push({ account: earnings.code, amount: result });
  return { date, memo, lines, closing: true };
}

/** Reopens the last closed period; if a year was closed with it, its closing entry is reversed on the same date, not deleted (rule B6). */
export function reopenLast(book: Book, month: string, closingEntry: Entry | undefined, memo: string, facts: PostingFacts): Outcome<Posting> {
  const reopened = reopenPeriod(book.head, month);
  if (isRefusal(reopened)) return reopened;
  const last = book.head.closedYears.at(-1);
  const year = last && monthOf(fiscalYear(book.head, last.year).to) === month ? last : undefined;
  if (!year) return { book: { ...book, head: reopened }, entries: [] };
  const closedYears = book.head.closedYears.slice(0, -1);
  if (!closingEntry) return { book: { ...book, head: { ...reopened, closedYears } }, entries: [] };
  const posting = post(book, [reversalOf(closingEntry, closingEntry.date, memo)], facts);
  if (isRefusal(posting)) return posting;
  const { closedThrough } = reopened;
  return { ...posting, book: { ...posting.book, head: { ...posting.book.head, ...(closedThrough && { closedThrough }), closedYears } } };
}

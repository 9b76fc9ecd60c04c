import { balancesOf } from '../../../domain/accounting/balances.ts';
import type { Book, Entry } from '../../../domain/accounting/book.ts';
import { closeYear as decideClose, reopenLast } from '../../../domain/accounting/close-year.ts';
import { fiscalYear } from '../../../domain/accounting/periods.ts';
import { lastDayOf, monthOf } from '../../../domain/kernel/dates.ts';
import { isRefusal, type Outcome } from '../../../domain/kernel/decision.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import { say } from '../../../domain/kernel/language.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { Moved } from '../../platform/commit-outcome.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { entryById } from '../book/entry-by-id.ts';
import { entryPosted } from '../book/post-entry.ts';
import { movementOf } from '../book-items.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { exactly } from '../exact.ts';
import type { periodsRoutes } from './routes.ts';

const closingMemo = { en: 'Closing entry of {year}', ar: 'قيد إقفال السنة {year}' };
const reopeningMemo = { en: 'Closing entry of {year} reversed', ar: 'عكس قيد إقفال السنة {year}' };

/** Closes a fiscal year with one entry, decided on balances that are exact at the head that it is posted on. */
export const closeYear: Verb<typeof periodsRoutes.closeYear> = async (call) => {
  const year = Number(call.params.year);
  const { book: seen, value: balances } = await exactly(call, async ({ head }) => {
    const { to } = fiscalYear(head, year);
    const rows = await queryAll(call.table, { pk: 'MOVEMENTS', to: `${monthOf(to)}$` });
    return balancesOf(rows.map(movementOf), { to });
  });
  return onSameBook(call, seen, (book) => {
    const posting = decideClose(book, year, balances, say(closingMemo, call.firm.language, { year }), postingFacts(call));
    if (isRefusal(posting)) return posting;
    const entry = posting.entries[0]?.id ?? null;
    const closed: Happening = {
      type: 'year.closed',
      entity: { kind: 'year', id: String(year) },
      data: { entry, seq: posting.book.head.seq, hash: posting.book.head.hash },
    };
    return {
      posting,
      happenings: [...posting.entries.map(entryPosted), closed],
      answer: { status: 200 as const, body: { closedThrough: fiscalYear(book.head, year).to, entry } },
    };
  });
};

/** Reopens the last closed month, and with it the year that was closed with it: the closing entry is reversed (rule B6). */
export const reopenPeriod: Verb<typeof periodsRoutes.reopenPeriod> = async (call) => {
  const { month } = call.params;
  const { book: seen, value: closing } = await exactly(call, async ({ head }) => {
    const last = head.closedYears.at(-1);
    const ofYear = last?.entry && lastDayOf(month) === fiscalYear(head, last.year).to;
    return ofYear ? await entryById(call.table, last.entry ?? '') : undefined;
  });
  return onSameBook(call, seen, (book) => {
    const year = book.head.closedYears.at(-1)?.year ?? 0;
    const posting = reopenLast(book, month, closing, say(reopeningMemo, call.firm.language, { year }), postingFacts(call));
    if (isRefusal(posting)) return posting;
    const reopened: Happening = {
      type: 'period.reopened',
      entity: { kind: 'period', id: month },
      data: { reason: call.body.reason, reversal: posting.entries[0]?.id ?? null },
    };
    return {
      posting,
      happenings: [...posting.entries.map(entryPosted), reopened],
      answer: { status: 200 as const, body: { closedThrough: posting.book.head.closedThrough ?? null } },
    };
  });
};

type Decision<A> = { posting: { book: Book; entries: readonly Entry[] }; happenings: readonly Happening[]; answer: A };

/** What was computed from the book holds only for the head that it was computed at: if the book has moved, it is computed again. */
function onSameBook<A>(call: FirmCall, seen: Book, decide: (book: Book) => Outcome<Decision<A>>) {
  return commitPosting(call, {
    decide: (book) => {
      if (book.head.version !== seen.head.version) throw new Moved();
      return decide(book);
    },
  });
}

import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Book, Entry } from '../book.ts';
import type { Posting, PostingFacts } from '../post.ts';
import { reversalOf } from '../reverse-entry.ts';
import type { Invoice, PostedInvoice } from './document.ts';
import { lastMoveOn, openOf } from './open-item.ts';
import { entryRef, postEntries } from './post-document.ts';
import { allows, invoiceCan } from './states.ts';

/**
 * Voids an invoice on which nothing was paid or credited: its entry is reversed on a date of its own (the lock is checked on that date, rule B3)
 * and it keeps its number.
 */
export function voidInvoice(
  invoice: Invoice,
  entry: Entry | undefined,
  on: LocalDate,
  book: Book,
  facts: PostingFacts,
): Outcome<{ invoice: PostedInvoice; posting: Posting }> {
  if (invoice.state === 'draft' || !entry) return refuse('invoice.not_posted', { state: invoice.state });
  if (invoice.state === 'void') return refuse('invoice.void');
  if (!allows(invoiceCan.void, invoice.state) || invoice.credited.some(({ net, tax }) => net !== 0n || tax !== 0n)) return refuse('invoice.settled');
  const last = lastMoveOn(invoice.moves);
  if (on < last) return refuse('document.date_early', { date: last });
  const posting = postEntries(book, [reversalOf(entry, on)], facts);
  if (isRefusal(posting)) return posting;
  const { amount, base } = openOf(invoice.moves);
  return {
    invoice: {
      ...invoice,
      state: 'void',
      voided: { on, entry: entryRef(posting.entries[0]) },
      moves: [...invoice.moves, { on, amount: -amount, base: -base, kind: 'void' }],
      version: invoice.version + 1,
    },
    posting,
  };
}

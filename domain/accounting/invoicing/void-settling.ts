import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Book, DocumentRef, Entry, EntryDraft } from '../book.ts';
import type { Posting, PostingFacts } from '../post.ts';
import { reversalOf } from '../reverse-entry.ts';
import type { Posted } from './document.ts';
import { type Move, type Moves, openOf } from './open-item.ts';
import { entryRef, postEntries } from './post-document.ts';
import type { OpenDocument, Settlement } from './settle.ts';
import { undoAllocations } from './undo-allocations.ts';

interface Settling {
  readonly id: string;
  readonly contact: `con_${string}`;
  readonly control: string;
  readonly moves: Moves;
}

/** What voiding a payment or credit note adds to it. */
export interface Voiding {
  readonly moves: Moves;
  readonly voided: NonNullable<Posted['voided']>;
  readonly settled: Settlement['settled'];
  readonly posting: Posting;
}

/**
 * Voids a document that settles others: what it settled is due again from that date on, its entry is reversed, and so are the exchange differences
 * that its later allocations booked. What it gave back is what it had taken, to the last unit in both currencies.
 */
export function voidSettling(
  document: Settling,
  ref: DocumentRef,
  entry: Entry,
  targets: ReadonlyMap<string, OpenDocument>,
  on: LocalDate,
  book: Book,
  facts: PostingFacts,
): Outcome<Voiding> {
  const undone = undoAllocations(document, targets, on);
  if (isRefusal(undone)) return undone;
  const drafts: EntryDraft[] = [reversalOf(entry, on)];
  const exchange = document.moves.reduce((sum, { kind, base }) => (kind === 'exchange' ? sum + base : sum), 0n);
  if (exchange !== 0n) {
    const gains = book.chart.accountWithRole('fx-gain-loss');
    if (!gains) return refuse('account.role_missing', { role: 'fx-gain-loss' });
    drafts.push({
      date: on,
      memo: entry.memo,
      document: ref,
      lines: [
        { account: document.control, amount: -exchange, contact: document.contact },
        { account: gains.code, amount: exchange },
      ],
    });
  }
  const posting = postEntries(book, drafts, facts);
  if (isRefusal(posting)) return posting;
  const left = openOf([...document.moves, ...undone.acting]);
  const last: Move = { on, amount: -left.amount, base: -left.base, kind: 'void' };
  return { moves: [...undone.acting, last], voided: { on, entry: entryRef(posting.entries[0]) }, settled: undone.settled, posting };
}

import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Book, DocumentRef } from '../book.ts';
import type { Posting, PostingFacts } from '../post.ts';
import type { Moves } from './open-item.ts';
import { postEntries } from './post-document.ts';
import { type Acting, type OpenDocument, type SentAllocation, type Settlement, settle } from './settle.ts';

/** What allocating later comes to: moves to add to the acting document, and the entry of the exchange difference where there is one. */
export interface Allocation {
  readonly moves: Moves;
  readonly settled: Settlement['settled'];
  readonly posting: Posting;
}

/**
 * Allocates what is left of a payment or credit note. In the book's own currency no entry is needed: both sides are on the control account already.
 * The date is refused in a closed period nonetheless, because who owes what there is settled.
 */
export function allocate(
  acting: Acting & { readonly contact: `con_${string}`; readonly control: string },
  ref: DocumentRef & { readonly number: string },
  sent: readonly SentAllocation[],
  targets: ReadonlyMap<string, OpenDocument>,
  on: LocalDate,
  book: Book,
  facts: PostingFacts,
): Outcome<Allocation> {
  const settlement = settle(acting, sent, targets, on);
  if (isRefusal(settlement)) return settlement;
  const { closedThrough, lockedThrough } = book.head;
  const first = settlement.settled.reduce((date, one) => (one.on < date ? one.on : date), settlement.settled[0]?.on ?? on);
  if (lockedThrough && first <= lockedThrough) return refuseAt('/date', 'book.locked', { through: lockedThrough });
  if (closedThrough && first <= closedThrough) return refuseAt('/date', 'period.closed', { through: closedThrough });
  const { acting: moves, settled, exchange } = settlement;
  // Nothing is posted, but whoever reads open items meanwhile must notice that they have moved (`steadily`).
  if (exchange === 0n) return { moves, settled, posting: { book: { ...book, head: { ...book.head, version: book.head.version + 1 } }, entries: [] } };
  const gains = book.chart.accountWithRole('fx-gain-loss');
  if (!gains) return refuse('account.role_missing', { role: 'fx-gain-loss' });
  const date = settled.reduce((last, one) => (one.on > last ? one.on : last), on);
  const posting = postEntries(
    book,
    [
      {
        date,
        memo: ref.number,
        document: ref,
        lines: [
          { account: acting.control, amount: exchange, contact: acting.contact },
          { account: gains.code, amount: -exchange },
        ],
      },
    ],
    facts,
  );
  if (isRefusal(posting)) return posting;
  return { moves: [...moves, { on: date, amount: 0n, base: exchange, kind: 'exchange' }], settled, posting };
}

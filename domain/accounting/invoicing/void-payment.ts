import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Book, Entry } from '../book.ts';
import type { Posting, PostingFacts } from '../post.ts';
import { type Payment, paymentWithMoves } from './payment.ts';
import type { OpenDocument, Settlement } from './settle.ts';
import { voidSettling } from './void-settling.ts';

/** Voids a payment (a cheque that bounced, a mistake): its entry is reversed and what it settled is due again from that date on. */
export function voidPayment(
  payment: Payment,
  entry: Entry,
  targets: ReadonlyMap<string, OpenDocument>,
  on: LocalDate,
  book: Book,
  facts: PostingFacts,
): Outcome<{ payment: Payment; settled: Settlement['settled']; posting: Posting }> {
  if (payment.state === 'void') return refuse('payment.void');
  const voiding = voidSettling(payment, { kind: 'payment', id: payment.id, number: payment.number }, entry, targets, on, book, facts);
  if (isRefusal(voiding)) return voiding;
  const { moves, voided, settled, posting } = voiding;
  return { payment: paymentWithMoves({ ...payment, voided }, moves), settled, posting };
}

import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Book, Entry } from '../book.ts';
import type { Posting, PostingFacts } from '../post.ts';
import { type CreditNote, noteWithMoves, type PostedCreditNote, type PostedInvoice } from './document.ts';
import type { OpenDocument, Settlement } from './settle.ts';
import { voidSettling } from './void-settling.ts';

/**
 * Voids a credit note of which nothing was refunded: what it settled is due again, and the invoice that it took back may be credited again.
 * The invoice is among the documents even when nothing of it is settled by this note.
 */
export function voidCreditNote(
  note: CreditNote,
  entry: Entry | undefined,
  targets: ReadonlyMap<string, OpenDocument>,
  on: LocalDate,
  book: Book,
  facts: PostingFacts,
): Outcome<{ note: PostedCreditNote; settled: Settlement['settled']; invoice: PostedInvoice | undefined; posting: Posting }> {
  if (note.state === 'draft' || !entry) return refuse('credit_note.not_posted', { state: note.state });
  if (note.state === 'void') return refuse('credit_note.void');
  const voiding = voidSettling(note, { kind: 'credit-note', id: note.id, number: note.number }, entry, targets, on, book, facts);
  if (isRefusal(voiding)) return voiding;
  const { moves, voided, settled, posting } = voiding;
  const credited = note.credits && settled.find(({ after }) => after.document.id === note.credits?.invoice)?.after.document;
  const taken = note.credits && (credited ?? targets.get(note.credits.invoice)?.document);
  const invoice = taken && 'credited' in taken ? withoutCredit(taken, note, credited === undefined) : undefined;
  return { note: noteWithMoves({ ...note, voided }, moves), settled, invoice, posting };
}

/** The invoice as if this note had never taken anything back from its lines. */
function withoutCredit(invoice: PostedInvoice, note: CreditNote, untouched: boolean): PostedInvoice {
  const credited = invoice.credited.map((line, i) => {
    const back = note.credits?.lines.find((one) => one.line === i);
    return back ? { quantity: line.quantity - back.quantity, net: line.net - back.net, tax: line.tax - back.tax } : line;
  });
  return { ...invoice, credited, version: untouched ? invoice.version + 1 : invoice.version };
}

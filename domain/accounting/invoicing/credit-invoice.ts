import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import { formatAmount } from '../../kernel/money.ts';
import type { Book } from '../book.ts';
import type { Posting } from '../post.ts';
import { creditLines, type SentCredit } from './credit-lines.ts';
import { type CreditsOf, type Invoice, isPostedInvoice, noteWithMoves, type PostedCreditNote, type PostedInvoice } from './document.ts';
import { worthOf } from './document-entry.ts';
import { openOf, shareOf } from './open-item.ts';
import { type DocumentFacts, postDocument } from './post-document.ts';
import { type Settlement, settle } from './settle.ts';
import { allows, invoiceCan } from './states.ts';

export interface SentInvoiceCredit {
  readonly date?: LocalDate | undefined;
  readonly reason?: string | undefined;
  /** Absent: all that was not credited yet. */
  readonly lines?: readonly SentCredit[] | undefined;
}

export interface CreditedInvoice {
  readonly note: PostedCreditNote;
  readonly invoice: PostedInvoice;
  readonly settled: Settlement['settled'];
  readonly posting: Posting;
}

/**
 * Takes back an invoice, in whole or by lines, never more than what remains of it: posts a credit note in its own series and settles with it what is due.
 * What was paid already stays as the customer's credit, to be refunded or allocated. Refusals in order: the invoice, the date, the lines, the book.
 */
export function creditInvoice(
  id: Id<'creditNote'>,
  invoice: Invoice,
  sent: SentInvoiceCredit,
  today: LocalDate,
  book: Book,
  facts: Omit<DocumentFacts, 'buyer' | 'seller'>,
): Outcome<CreditedInvoice> {
  if (!isPostedInvoice(invoice)) return refuse('invoice.not_posted', { state: invoice.state });
  if (invoice.state === 'void') return refuse('invoice.void');
  if (!allows(invoiceCan.credit, invoice.state)) return refuse('credit_note.exceeds', { remaining: formatAmount(0n, invoice.digits) });
  const date = sent.date ?? today;
  if (date < invoice.date) return refuseAt('/date', 'document.date_early', { date: invoice.date });
  const credit = creditLines(invoice, sent.lines);
  if (isRefusal(credit)) return credit;

  const { lines, taxes, net, tax, taken } = credit;
  const gross = net + tax;
  const due = openOf(invoice.moves);
  const allocated = gross < due.amount ? gross : due.amount;
  const credits: CreditsOf = { invoice: invoice.id, number: invoice.number, lines: taken };
  const { contact, currency, digits, rate, pricesInclude, rounding, reference } = invoice;
  const body = {
    contact,
    date,
    dueOn: date,
    currency,
    digits,
    pricesInclude,
    rounding,
    lines,
    taxes,
    net,
    tax,
    gross,
    ...(rate !== undefined && { rate }),
    ...(reference && { reference }),
  };
  // What it settles is worth what the invoice carries, so that crediting makes no exchange difference.
  const base = (allocated > 0n ? shareOf(due, allocated) : 0n) + worthOf(invoice, gross - allocated, book.head);
  const outcome = postDocument(body, { kind: 'credit-note', id }, book, { ...facts, buyer: invoice.buyer, seller: invoice.seller }, base);
  if (isRefusal(outcome)) return outcome;
  const note: PostedCreditNote = { id, version: 0, state: 'open', credits, ...(sent.reason && { reason: sent.reason }), ...body, ...outcome.posted };
  const taking = invoice.credited.map((line, i) => {
    const more = taken.find((one) => one.line === i);
    return more ? { quantity: line.quantity + more.quantity, net: line.net + more.net, tax: line.tax + more.tax } : line;
  });
  const targets = new Map([[invoice.id as string, { kind: 'invoice' as const, document: { ...invoice, credited: taking } }]]);
  const acting = { id, contact, ledger: 'receivable' as const, currency, digits, moves: note.moves };
  const settlement = settle(acting, allocated > 0n ? [{ document: invoice.id, amount: formatAmount(allocated, digits) }] : [], targets, date, '');
  if (isRefusal(settlement)) return settlement;
  const after = settlement.settled[0]?.after;
  return {
    note: noteWithMoves(note, settlement.acting),
    invoice: after?.kind === 'invoice' ? after.document : { ...invoice, credited: taking, version: invoice.version + 1 },
    settled: settlement.settled,
    posting: outcome.posting,
  };
}

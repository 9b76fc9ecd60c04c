import type { CreditNote, Invoice } from '../../../domain/accounting/invoicing/document.ts';
import { settlementOf } from '../../../domain/accounting/invoicing/document.ts';
import type { Payment } from '../../../domain/accounting/invoicing/payment.ts';
import type { Settlement } from '../../../domain/accounting/invoicing/settle.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';

/** What the trail, the feed and webhooks say of documents. Entries that they post have their own events, which anchor the book's chain. */
export const invoiceHappened = (type: `invoice.${string}`, invoice: Invoice, more: Record<string, unknown> = {}): Happening => ({
  type,
  entity: { kind: 'invoice', id: invoice.id, version: invoice.version },
  data: { ...documentData(invoice), ...more },
});

export const creditNoteHappened = (type: `credit_note.${string}`, note: CreditNote, more: Record<string, unknown> = {}): Happening => ({
  type,
  entity: { kind: 'credit-note', id: note.id, version: note.version },
  data: { ...documentData(note), ...(note.credits && { invoice: note.credits.invoice }), ...more },
});

export const paymentHappened = (
  type: `payment.${string}`,
  payment: Payment,
  settled: Settlement['settled'],
  more: Record<string, unknown> = {},
): Happening => ({
  type,
  entity: { kind: 'payment', id: payment.id, version: payment.version },
  data: {
    number: payment.number,
    contact: payment.contact,
    direction: payment.direction,
    amount: formatAmount(payment.amount, payment.digits),
    currency: payment.currency,
    date: payment.date,
    documents: settled.map(({ after, amount }) => ({
      document: after.document.id,
      amount: formatAmount(amount < 0n ? -amount : amount, payment.digits),
    })),
    ...more,
  },
});

/** Invoices that were settled, or are due again, by another document: each has it in its own trail. */
export function invoicesMoved(settled: Settlement['settled'], by: string): Happening[] {
  return settled.flatMap(({ before, after }) => {
    if (before.kind !== 'invoice' || after.kind !== 'invoice') return [];
    const [was, is] = [settlementOf(before.document).due, settlementOf(after.document).due];
    const type =
      is > was ? 'invoice.reopened' : is > 0n ? 'invoice.partially_paid' : after.document.state === 'credited' ? 'invoice.credited' : 'invoice.paid';
    return [invoiceHappened(type, after.document, { by, due: formatAmount(is, after.document.digits), state: after.document.state })];
  });
}

const documentData = (document: Invoice | CreditNote) => ({
  ...('number' in document && { number: document.number }),
  contact: document.contact,
  date: document.date,
  total: formatAmount(document.gross, document.digits),
  currency: document.currency,
});

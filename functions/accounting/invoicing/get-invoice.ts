import { isPostedInvoice, type PostedInvoice } from '../../../domain/accounting/invoicing/document.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { contactNames, documentNumbers } from './contact-names.ts';
import { creditNoteOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';
import { loadInvoice } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { trailOf } from './trail.ts';
import { wireAllocations, wireInvoice, wireParty } from './wire-document.ts';

/** One invoice with all that is printed of it, what settled it, and what happened to it. */
export const getInvoice: Verb<typeof invoicingRoutes.getInvoice> = async (call) => {
  const invoice = await loadInvoice(call.table, call.params.invoiceId);
  if (!invoice) return refuse('request.not_found');
  const posted = isPostedInvoice(invoice) ? invoice : undefined;
  const [named, numbers, creditNotes, events] = await Promise.all([
    contactNames(call.table, [invoice.contact]),
    documentNumbers(call.table, posted?.moves.flatMap((move) => move.with ?? []) ?? []),
    posted ? creditNotesOf(call, posted) : [],
    trailOf(call.table, 'invoice', invoice.id),
  ]);
  return {
    status: 200,
    body: {
      ...wireInvoice(invoice, named(invoice.contact)),
      seller: posted ? wireParty(posted.seller) : null,
      buyer: posted ? wireParty(posted.buyer) : null,
      allocations: wireAllocations(posted?.moves ?? [], invoice.digits, numbers),
      creditNotes,
      events,
    },
    version: invoice.version,
  };
};

/** The credit notes that take this invoice back: among its customer's, none of which is older than it. */
async function creditNotesOf({ table }: FirmCall, invoice: PostedInvoice) {
  const { pk } = invoicingKeys.contactDocument({ contact: invoice.contact, kind: '', date: '', document: '' });
  const places = await queryAll(table, { pk, from: `CREDIT-NOTE#${invoice.date}`, to: 'CREDIT-NOTE#~' });
  const items = await table.batchGet(places.map(({ sk }) => invoicingKeys.creditNote({ document: sk.slice(sk.lastIndexOf('#') + 1) })));
  return items.flatMap((item) => {
    const note = item && creditNoteOf(item);
    if (!note || note.state === 'draft' || note.credits?.invoice !== invoice.id) return [];
    return [{ id: note.id, number: note.number, date: note.date, total: formatAmount(note.gross, note.digits), state: note.state }];
  });
}

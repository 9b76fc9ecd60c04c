import { useFirmApi } from '../../api/queries.ts';

/** Something with money still to move: an invoice that is due, or a credit that can be refunded. */
export interface OpenDocument {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly dueDate: string | null;
  readonly open: string;
}

const LIMIT = 100;

/** What a customer's payment can settle, oldest due first; for a refund, what can be refunded. */
export function useOpenDocuments(contact: string, currency: string, settles: 'invoices' | 'credits') {
  const invoices = settles === 'invoices' && contact !== '';
  const credits = settles === 'credits' && contact !== '';
  const posted = useFirmApi('listInvoices', { query: { contact, state: 'posted', limit: LIMIT } }, { enabled: invoices });
  const partly = useFirmApi('listInvoices', { query: { contact, state: 'partially-paid', limit: LIMIT } }, { enabled: invoices });
  const notes = useFirmApi('listCreditNotes', { query: { contact, state: 'open', limit: LIMIT } }, { enabled: credits });
  const advances = useFirmApi('listPayments', { query: { contact, state: 'open', direction: 'in', limit: LIMIT } }, { enabled: credits });
  const documents: OpenDocument[] = [
    ...[...(invoices ? (posted.data?.body.data ?? []) : []), ...(invoices ? (partly.data?.body.data ?? []) : [])]
      .filter((invoice) => invoice.currency === currency)
      .map((invoice) => ({ id: invoice.id, number: invoice.number ?? '', date: invoice.date, dueDate: invoice.dueDate, open: invoice.due })),
    ...(credits ? (notes.data?.body.data ?? []) : [])
      .filter((note) => note.currency === currency)
      .map((note) => ({ id: note.id, number: note.number ?? '', date: note.date, dueDate: null, open: note.unallocated })),
    ...(credits ? (advances.data?.body.data ?? []) : [])
      .filter((payment) => payment.currency === currency)
      .map((payment) => ({ id: payment.id, number: payment.number, date: payment.date, dueDate: null, open: payment.unallocated })),
  ];
  documents.sort((a, b) => ((a.dueDate ?? a.date) < (b.dueDate ?? b.date) ? -1 : 1));
  const reads = [posted, partly, notes, advances];
  return { documents, pending: reads.some((read) => read.isLoading), problem: reads.find((read) => read.error)?.error ?? undefined };
}

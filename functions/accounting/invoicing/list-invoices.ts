import { invoiceStateNames } from '../../../domain/accounting/invoicing/states.ts';
import type { Verb } from '../../platform/call.ts';
import { invoiceOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';
import { listDocuments } from './list-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireInvoiceSummary } from './wire-document.ts';

/** Invoices, newest first. */
export const listInvoices: Verb<typeof invoicingRoutes.listInvoices> = async (call) => {
  const { documents, ...page } = await listDocuments(call, call.query, {
    kind: 'INVOICE',
    states: invoiceStateNames,
    partition: (state) => invoicingKeys.invoicesByState({ state, date: '', document: '' }).pk,
    read: invoiceOf,
  });
  return { status: 200, body: { data: documents.map(({ document, who }) => wireInvoiceSummary(document, who, call.today)), ...page } };
};

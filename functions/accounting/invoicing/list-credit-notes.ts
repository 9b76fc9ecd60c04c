import { creditNoteStateNames } from '../../../domain/accounting/invoicing/states.ts';
import type { Verb } from '../../platform/call.ts';
import { creditNoteOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';
import { listDocuments } from './list-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireCreditNoteSummary } from './wire-document.ts';

/** Credit notes, newest first. */
export const listCreditNotes: Verb<typeof invoicingRoutes.listCreditNotes> = async (call) => {
  const { documents, ...page } = await listDocuments(call, call.query, {
    kind: 'CREDIT-NOTE',
    states: creditNoteStateNames,
    partition: (state) => invoicingKeys.creditNotesByState({ state, date: '', document: '' }).pk,
    read: creditNoteOf,
  });
  return { status: 200, body: { data: documents.map(({ document, who }) => wireCreditNoteSummary(document, who)), ...page } };
};

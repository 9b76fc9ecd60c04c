import { editInvoice as decideEdit } from '../../../domain/accounting/invoicing/edit-invoice.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { bookSerial } from '../book-store.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { draftFacts } from './draft-facts.ts';
import { invoiceHappened } from './happenings.ts';
import { loadInvoice } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireInvoice } from './wire-document.ts';

/** Edits a draft as it was read. */
export const editInvoice: Verb<typeof invoicingRoutes.editInvoice> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadInvoice(seen, call.params.invoiceId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const contact = call.body.contact ?? before.contact;
  const facts = await draftFacts(call, seen, contact);
  const named = await contactNames(call.table, [contact]);
  return commit(call, {
    seen,
    serial: bookSerial,
    decide: (book) => {
      const invoice = decideEdit(before, call.body, facts(book));
      if (isRefusal(invoice)) return invoice;
      return {
        writes: documentWrites({ kind: 'invoice', document: before }, { kind: 'invoice', document: invoice }),
        happenings: [invoiceHappened('invoice.changed', invoice)],
        answer: { status: 200 as const, body: wireInvoice(invoice, named(invoice.contact)), version: invoice.version },
      };
    },
  });
};

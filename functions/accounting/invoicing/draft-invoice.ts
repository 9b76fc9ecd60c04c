import { draftInvoice as decideDraft } from '../../../domain/accounting/invoicing/draft-invoice.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { bookSerial } from '../book-store.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { draftFacts } from './draft-facts.ts';
import { invoiceHappened } from './happenings.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireInvoice } from './wire-document.ts';

/** Drafts an invoice. */
export const draftInvoice: Verb<typeof invoicingRoutes.draftInvoice> = async (call) => {
  const seen = new Reading(call.table);
  const facts = await draftFacts(call, seen, call.body.contact);
  const named = await contactNames(call.table, [call.body.contact]);
  const id = call.mint('invoice');
  return commit(call, {
    seen,
    serial: bookSerial,
    decide: (book) => {
      const invoice = decideDraft(id, call.body, facts(book));
      if (isRefusal(invoice)) return invoice;
      return {
        writes: documentWrites(undefined, { kind: 'invoice', document: invoice }),
        happenings: [invoiceHappened('invoice.drafted', invoice)],
        answer: { status: 201 as const, body: wireInvoice(invoice, named(invoice.contact)), version: invoice.version },
      };
    },
  });
};

import { postInvoice as decidePost } from '../../../domain/accounting/invoicing/post-invoice.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { documentWrites } from './document-writes.ts';
import { firmSettings } from './firm-settings.ts';
import { invoiceHappened } from './happenings.ts';
import { loadContact, loadInvoice } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { contactRef, wireInvoice } from './wire-document.ts';

/** Posts a draft: number, entry, open item and event in one transaction. */
export const postInvoice: Verb<typeof invoicingRoutes.postInvoice> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadInvoice(seen, call.params.invoiceId);
  const buyer = before && (await loadContact(seen, before.contact));
  if (!before || !buyer) return refuse('request.not_found');
  const { seller, numbering } = await firmSettings(call);
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const outcome = decidePost(before, book, buyer, { posting: postingFacts(call), seller, numbering: numbering.invoice });
      if (isRefusal(outcome)) return outcome;
      const { invoice, posting } = outcome;
      return {
        posting,
        writes: documentWrites({ kind: 'invoice', document: before }, { kind: 'invoice', document: invoice }),
        happenings: [...posting.entries.map(entryPosted), invoiceHappened('invoice.posted', invoice)],
        answer: { status: 200 as const, body: wireInvoice(invoice, contactRef(buyer)), version: invoice.version },
      };
    },
  });
};

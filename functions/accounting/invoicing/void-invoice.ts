import { voidInvoice as decideVoid } from '../../../domain/accounting/invoicing/void-invoice.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { entryOfDocument, reversalMark } from './entry-of-document.ts';
import { invoiceHappened } from './happenings.ts';
import { loadInvoice } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireInvoice } from './wire-document.ts';

/** Voids an unpaid invoice: the reversal is posted on the date that was chosen, today if none was. */
export const voidInvoice: Verb<typeof invoicingRoutes.voidInvoice> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadInvoice(seen, call.params.invoiceId);
  if (!before) return refuse('request.not_found');
  const entry = before.state === 'draft' ? undefined : await entryOfDocument(call.table, before.entry);
  const named = await contactNames(call.table, [before.contact]);
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const outcome = decideVoid(before, entry, call.body?.date ?? call.today, book, postingFacts(call));
      if (isRefusal(outcome)) return outcome;
      const { invoice, posting } = outcome;
      return {
        posting,
        writes: [...documentWrites({ kind: 'invoice', document: before }, { kind: 'invoice', document: invoice }), ...reversalMark(entry, posting)],
        happenings: [...posting.entries.map(entryPosted), invoiceHappened('invoice.voided', invoice)],
        answer: { status: 200 as const, body: wireInvoice(invoice, named(invoice.contact)), version: invoice.version },
      };
    },
  });
};

import { creditInvoice as decideCredit } from '../../../domain/accounting/invoicing/credit-invoice.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { firmSettings } from './firm-settings.ts';
import { creditNoteHappened, invoicesMoved } from './happenings.ts';
import { loadInvoice } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireCreditNote } from './wire-document.ts';

/** Takes back an invoice: the credit note, its entry and the invoice that it settles in one transaction. */
export const creditInvoice: Verb<typeof invoicingRoutes.creditInvoice> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadInvoice(seen, call.params.invoiceId);
  if (!before) return refuse('request.not_found');
  const { numbering } = await firmSettings(call);
  const named = await contactNames(call.table, [before.contact]);
  const id = call.mint('creditNote');
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const outcome = decideCredit(id, before, call.body ?? {}, call.today, book, { posting: postingFacts(call), numbering: numbering.creditNote });
      if (isRefusal(outcome)) return outcome;
      const { note, invoice, settled, posting } = outcome;
      return {
        posting,
        writes: [
          ...documentWrites(undefined, { kind: 'credit-note', document: note }),
          ...documentWrites({ kind: 'invoice', document: before }, { kind: 'invoice', document: invoice }),
        ],
        happenings: [...posting.entries.map(entryPosted), creditNoteHappened('credit_note.posted', note), ...invoicesMoved(settled, id)],
        answer: { status: 201 as const, body: wireCreditNote(note, named(note.contact)), version: note.version },
      };
    },
  });
};

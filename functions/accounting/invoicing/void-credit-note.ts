import { isPostedCreditNote } from '../../../domain/accounting/invoicing/document.ts';
import { settledBy } from '../../../domain/accounting/invoicing/undo-allocations.ts';
import { voidCreditNote as decideVoid } from '../../../domain/accounting/invoicing/void-credit-note.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { entryOfDocument, reversalMark } from './entry-of-document.ts';
import { creditNoteHappened, invoicesMoved } from './happenings.ts';
import { loadCreditNote, loadOpenDocuments } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { settledWrites } from './settled-writes.ts';
import { wireCreditNote } from './wire-document.ts';

/** Voids a credit note: what it settled is due again, and its invoice may be credited again. */
export const voidCreditNote: Verb<typeof invoicingRoutes.voidCreditNote> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadCreditNote(seen, call.params.creditNoteId);
  if (!before) return refuse('request.not_found');
  const posted = isPostedCreditNote(before) ? before : undefined;
  const targets = await loadOpenDocuments(
    seen,
    posted ? [...settledBy(posted.id, posted.moves), ...(posted.credits ? [posted.credits.invoice] : [])] : [],
  );
  const entry = posted && (await entryOfDocument(call.table, posted.entry));
  const named = await contactNames(call.table, [before.contact]);
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const outcome = decideVoid(before, entry, targets, call.body?.date ?? call.today, book, postingFacts(call));
      if (isRefusal(outcome)) return outcome;
      const { note, settled, invoice, posting } = outcome;
      const taken = invoice && targets.get(invoice.id);
      return {
        posting,
        writes: [
          ...documentWrites({ kind: 'credit-note', document: before }, { kind: 'credit-note', document: note }),
          ...settledWrites(settled.filter(({ after }) => after.document.id !== invoice?.id)),
          ...(invoice ? documentWrites(taken, { kind: 'invoice', document: invoice }) : []),
          ...reversalMark(entry, posting),
        ],
        happenings: [...posting.entries.map(entryPosted), creditNoteHappened('credit_note.voided', note), ...invoicesMoved(settled, note.id)],
        answer: { status: 200 as const, body: wireCreditNote(note, named(note.contact)), version: note.version },
      };
    },
  });
};

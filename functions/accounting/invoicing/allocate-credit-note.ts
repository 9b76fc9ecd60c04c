import { allocate } from '../../../domain/accounting/invoicing/allocate.ts';
import { isPostedCreditNote, noteWithMoves } from '../../../domain/accounting/invoicing/document.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { creditNoteHappened, invoicesMoved } from './happenings.ts';
import { loadCreditNote, loadOpenDocuments } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { settledWrites } from './settled-writes.ts';
import { wireCreditNote } from './wire-document.ts';

/** Settles invoices with what is left of a credit note. */
export const allocateCreditNote: Verb<typeof invoicingRoutes.allocateCreditNote> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadCreditNote(seen, call.params.creditNoteId);
  if (!before) return refuse('request.not_found');
  if (!isPostedCreditNote(before)) return refuse('credit_note.not_posted', { state: before.state });
  if (before.state === 'void') return refuse('credit_note.void');
  const targets = await loadOpenDocuments(
    seen,
    call.body.allocations.map(({ document }) => document),
  );
  const named = await contactNames(call.table, [before.contact]);
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const { id, number } = before;
      const outcome = allocate(
        { ...before, ledger: 'receivable' },
        { kind: 'credit-note', id, number },
        call.body.allocations,
        targets,
        call.body.date ?? call.today,
        book,
        postingFacts(call),
      );
      if (isRefusal(outcome)) return outcome;
      const { moves, settled, posting } = outcome;
      const note = noteWithMoves(before, moves);
      return {
        posting,
        writes: [...documentWrites({ kind: 'credit-note', document: before }, { kind: 'credit-note', document: note }), ...settledWrites(settled)],
        happenings: [...posting.entries.map(entryPosted), creditNoteHappened('credit_note.allocated', note), ...invoicesMoved(settled, id)],
        answer: { status: 200 as const, body: wireCreditNote(note, named(note.contact)), version: note.version },
      };
    },
  });
};

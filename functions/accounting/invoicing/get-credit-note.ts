import { isPostedCreditNote } from '../../../domain/accounting/invoicing/document.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { contactNames, documentNumbers } from './contact-names.ts';
import { loadCreditNote } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { trailOf } from './trail.ts';
import { wireAllocations, wireCreditNote, wireParty } from './wire-document.ts';

/** One credit note with all that is printed of it. */
export const getCreditNote: Verb<typeof invoicingRoutes.getCreditNote> = async (call) => {
  const note = await loadCreditNote(call.table, call.params.creditNoteId);
  if (!note) return refuse('request.not_found');
  const posted = isPostedCreditNote(note) ? note : undefined;
  const [named, numbers, events] = await Promise.all([
    contactNames(call.table, [note.contact]),
    documentNumbers(call.table, posted?.moves.flatMap((move) => move.with ?? []) ?? []),
    trailOf(call.table, 'credit-note', note.id),
  ]);
  return {
    status: 200,
    body: {
      ...wireCreditNote(note, named(note.contact)),
      seller: posted ? wireParty(posted.seller) : null,
      buyer: posted ? wireParty(posted.buyer) : null,
      allocations: wireAllocations(posted?.moves ?? [], note.digits, numbers),
      events,
    },
    version: note.version,
  };
};

import { editCreditNote as decideEdit } from '../../../domain/accounting/invoicing/edit-credit-note.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { bookSerial } from '../book-store.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { draftFacts } from './draft-facts.ts';
import { creditNoteHappened } from './happenings.ts';
import { loadCreditNote } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireCreditNote } from './wire-document.ts';

/** Edits a draft as it was read. */
export const editCreditNote: Verb<typeof invoicingRoutes.editCreditNote> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadCreditNote(seen, call.params.creditNoteId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const contact = call.body.contact ?? before.contact;
  const facts = await draftFacts(call, seen, contact);
  const named = await contactNames(call.table, [contact]);
  return commit(call, {
    seen,
    serial: bookSerial,
    decide: (book) => {
      const note = decideEdit(before, call.body, facts(book));
      if (isRefusal(note)) return note;
      return {
        writes: documentWrites({ kind: 'credit-note', document: before }, { kind: 'credit-note', document: note }),
        happenings: [creditNoteHappened('credit_note.changed', note)],
        answer: { status: 200 as const, body: wireCreditNote(note, named(note.contact)), version: note.version },
      };
    },
  });
};

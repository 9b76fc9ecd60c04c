import { draftCreditNote as decideDraft } from '../../../domain/accounting/invoicing/draft-credit-note.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { bookSerial } from '../book-store.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { draftFacts } from './draft-facts.ts';
import { creditNoteHappened } from './happenings.ts';
import type { invoicingRoutes } from './routes.ts';
import { wireCreditNote } from './wire-document.ts';

/** Drafts a credit note. */
export const draftCreditNote: Verb<typeof invoicingRoutes.draftCreditNote> = async (call) => {
  const seen = new Reading(call.table);
  const facts = await draftFacts(call, seen, call.body.contact);
  const named = await contactNames(call.table, [call.body.contact]);
  const id = call.mint('creditNote');
  return commit(call, {
    seen,
    serial: bookSerial,
    decide: (book) => {
      const note = decideDraft(id, call.body, facts(book));
      if (isRefusal(note)) return note;
      return {
        writes: documentWrites(undefined, { kind: 'credit-note', document: note }),
        happenings: [creditNoteHappened('credit_note.drafted', note)],
        answer: { status: 201 as const, body: wireCreditNote(note, named(note.contact)), version: note.version },
      };
    },
  });
};

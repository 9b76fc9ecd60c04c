import { postCreditNote as decidePost } from '../../../domain/accounting/invoicing/post-credit-note.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { documentWrites } from './document-writes.ts';
import { firmSettings } from './firm-settings.ts';
import { creditNoteHappened } from './happenings.ts';
import { loadContact, loadCreditNote } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { contactRef, wireCreditNote } from './wire-document.ts';

/** Posts a draft: number, entry, open item and event in one transaction. */
export const postCreditNote: Verb<typeof invoicingRoutes.postCreditNote> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadCreditNote(seen, call.params.creditNoteId);
  const buyer = before && (await loadContact(seen, before.contact));
  if (!before || !buyer) return refuse('request.not_found');
  const { seller, numbering } = await firmSettings(call);
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const outcome = decidePost(before, book, buyer, { posting: postingFacts(call), seller, numbering: numbering.creditNote });
      if (isRefusal(outcome)) return outcome;
      const { note, posting } = outcome;
      return {
        posting,
        writes: documentWrites({ kind: 'credit-note', document: before }, { kind: 'credit-note', document: note }),
        happenings: [...posting.entries.map(entryPosted), creditNoteHappened('credit_note.posted', note)],
        answer: { status: 200 as const, body: wireCreditNote(note, contactRef(buyer)), version: note.version },
      };
    },
  });
};

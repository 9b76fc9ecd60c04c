import { discardCreditNote as decideDiscard } from '../../../domain/accounting/invoicing/discard-credit-note.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { discardWrites } from './document-writes.ts';
import { creditNoteHappened } from './happenings.ts';
import { loadCreditNote } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';

/** Discards a draft: it took no number, so it leaves no gap. */
export const discardCreditNote: Verb<typeof invoicingRoutes.discardCreditNote> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadCreditNote(seen, call.params.creditNoteId);
  if (!before) return refuse('request.not_found');
  const draft = decideDiscard(before);
  if (isRefusal(draft)) return draft;
  return commit(call, {
    seen,
    decide: () => ({
      writes: discardWrites({ kind: 'credit-note', document: draft }),
      happenings: [creditNoteHappened('credit_note.discarded', draft)],
      answer: { status: 204 as const, body: null },
    }),
  });
};

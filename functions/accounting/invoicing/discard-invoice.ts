import { discardInvoice as decideDiscard } from '../../../domain/accounting/invoicing/discard-invoice.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { discardWrites } from './document-writes.ts';
import { invoiceHappened } from './happenings.ts';
import { loadInvoice } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';

/** Discards a draft: it took no number, so it leaves no gap. */
export const discardInvoice: Verb<typeof invoicingRoutes.discardInvoice> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadInvoice(seen, call.params.invoiceId);
  if (!before) return refuse('request.not_found');
  const draft = decideDiscard(before);
  if (isRefusal(draft)) return draft;
  return commit(call, {
    seen,
    decide: () => ({
      writes: discardWrites({ kind: 'invoice', document: draft }),
      happenings: [invoiceHappened('invoice.discarded', draft)],
      answer: { status: 204 as const, body: null },
    }),
  });
};

import { isRefusal, type Outcome } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { DraftInvoice } from './document.ts';
import { type DraftFacts, readDraft, type SentDocument } from './read-draft.ts';

/** Drafts an invoice: nothing is posted and no number is taken, so a discarded draft leaves no gap. */
export function draftInvoice(id: Id<'invoice'>, sent: SentDocument, facts: Omit<DraftFacts, 'defaultAccount'>): Outcome<DraftInvoice> {
  const body = readDraft(sent, { ...facts, defaultAccount: facts.chart.accountWithRole('sales')?.code });
  return isRefusal(body) ? body : { id, version: 1, state: 'draft', ...body };
}

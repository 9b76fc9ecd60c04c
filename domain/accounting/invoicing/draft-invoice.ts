import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { DraftInvoice, Invoice } from './document.ts';
import { type DraftFacts, readDraft, type SentDocument } from './read-draft.ts';
import { allows, invoiceCan } from './states.ts';

/** Drafts an invoice: nothing is posted and no number is taken, so a discarded draft leaves no gap. */
export function draftInvoice(id: Id<'invoice'>, sent: SentDocument, facts: Omit<DraftFacts, 'defaultAccount'>): Outcome<DraftInvoice> {
  const body = readDraft(sent, { ...facts, defaultAccount: facts.chart.accountWithRole('sales')?.code });
  return isRefusal(body) ? body : { id, version: 1, state: 'draft', ...body };
}

/** Changes a draft: what is sent replaces it whole, as a form does. */
export function editInvoice(invoice: Invoice, sent: SentDocument, facts: Omit<DraftFacts, 'defaultAccount'>): Outcome<DraftInvoice> {
  if (!allows(invoiceCan.edit, invoice.state)) return refuse('invoice.not_draft');
  const edited = draftInvoice(invoice.id, sent, facts);
  return isRefusal(edited) ? edited : { ...edited, version: invoice.version + 1 };
}

/** Discards a draft. */
export function discardInvoice(invoice: Invoice): Outcome<DraftInvoice> {
  return invoice.state === 'draft' ? invoice : refuse('invoice.not_draft');
}

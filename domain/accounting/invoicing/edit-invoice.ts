import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import { changedDraft, type DocumentChange } from './change-draft.ts';
import type { DraftInvoice, Invoice } from './document.ts';
import { draftInvoice } from './draft-invoice.ts';
import type { DraftFacts } from './read-draft.ts';
import { allows, invoiceCan } from './states.ts';

/** Edits a draft: what is left out stays, and its totals are worked out anew. */
export function editInvoice(invoice: Invoice, change: DocumentChange, facts: Omit<DraftFacts, 'defaultAccount'>): Outcome<DraftInvoice> {
  if (!allows(invoiceCan.edit, invoice.state)) return refuse('invoice.not_draft');
  const edited = draftInvoice(invoice.id, changedDraft(invoice, change), facts);
  return isRefusal(edited) ? edited : { ...edited, version: invoice.version + 1 };
}

import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { DraftInvoice, Invoice } from './document.ts';

/** Discards a draft. What was posted is never deleted: it is voided or credited. */
export const discardInvoice = (invoice: Invoice): Outcome<DraftInvoice> => (invoice.state === 'draft' ? invoice : refuse('invoice.not_draft'));

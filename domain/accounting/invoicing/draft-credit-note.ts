import { isRefusal, type Outcome } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { DraftCreditNote } from './document.ts';
import { type DraftFacts, readDraft, type SentDocument } from './read-draft.ts';

export interface SentCreditNote extends SentDocument {
  readonly reason?: string | undefined;
}

/** Drafts a credit note on account: what takes back no particular invoice. Its lines go to sales returns unless they say otherwise. */
export function draftCreditNote(id: Id<'creditNote'>, sent: SentCreditNote, facts: Omit<DraftFacts, 'defaultAccount'>): Outcome<DraftCreditNote> {
  const account = facts.chart.accountWithRole('sales-returns') ?? facts.chart.accountWithRole('sales');
  // A credit note is not waited for: unless a date is given it is due on the day it is issued.
  const body = readDraft({ ...sent, dueDate: sent.dueDate ?? sent.date ?? facts.today }, { ...facts, defaultAccount: account?.code });
  return isRefusal(body) ? body : { id, version: 1, state: 'draft', ...body, ...(sent.reason && { reason: sent.reason }) };
}

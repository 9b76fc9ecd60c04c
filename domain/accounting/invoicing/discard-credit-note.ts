import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { CreditNote, DraftCreditNote } from './document.ts';

/** Discards a draft credit note. */
export const discardCreditNote = (note: CreditNote): Outcome<DraftCreditNote> => (note.state === 'draft' ? note : refuse('credit_note.not_draft'));

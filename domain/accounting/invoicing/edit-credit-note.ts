import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import { changedDraft, type DocumentChange } from './change-draft.ts';
import type { CreditNote, DraftCreditNote } from './document.ts';
import { draftCreditNote } from './draft-credit-note.ts';
import type { DraftFacts } from './read-draft.ts';
import { allows, creditNoteCan } from './states.ts';

/** Edits a draft credit note: what is left out stays. */
export function editCreditNote(
  note: CreditNote,
  change: DocumentChange & { readonly reason?: string | null | undefined },
  facts: Omit<DraftFacts, 'defaultAccount'>,
): Outcome<DraftCreditNote> {
  if (!allows(creditNoteCan.edit, note.state)) return refuse('credit_note.not_draft');
  const reason = change.reason === undefined ? note.reason : (change.reason ?? undefined);
  const edited = draftCreditNote(note.id, { ...changedDraft(note, change), reason }, facts);
  return isRefusal(edited) ? edited : { ...edited, version: note.version + 1 };
}

import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Book } from '../book.ts';
import type { Posting } from '../post.ts';
import { type Contact, partyOf } from './contact.ts';
import type { CreditNote, PostedCreditNote } from './document.ts';
import { type DocumentFacts, postDocument } from './post-document.ts';

/** Posts a drafted credit note: it stands as the contact's credit until it is allocated or refunded. */
export function postCreditNote(
  note: CreditNote,
  book: Book,
  buyer: Contact,
  facts: Omit<DocumentFacts, 'buyer'>,
): Outcome<{ note: PostedCreditNote; posting: Posting }> {
  if (note.state !== 'draft') return refuse('credit_note.not_draft');
  if (buyer.archived) return refuse('contact.archived', { contact: buyer.name });
  const outcome = postDocument(note, { kind: 'credit-note', id: note.id }, book, { ...facts, buyer: partyOf(buyer) });
  if (isRefusal(outcome)) return outcome;
  return { note: { ...note, ...outcome.posted, state: 'open', version: note.version + 1 }, posting: outcome.posting };
}

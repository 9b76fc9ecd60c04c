import type { Numbering } from '../../firms/country-profiles.ts';
import { assert, isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Book, DocumentRef, Entry, EntryDraft } from '../book.ts';
import { type Posting, type PostingFacts, post } from '../post.ts';
import type { Party } from './contact.ts';
import type { Body, EntryRef, Posted } from './document.ts';
import { documentEntry } from './document-entry.ts';
import { numberingOf, takeNumber } from './numbering.ts';

/** What posting a document rests on besides the book. */
export interface DocumentFacts {
  readonly posting: PostingFacts;
  readonly buyer: Party;
  readonly seller: Party;
  /** How the firm numbers this kind of document. */
  readonly numbering: Numbering;
}

/**
 * Numbers a document and posts its entry: the number is taken in the same breath, so that neither is without the other.
 * `base` is what it comes to in the book's currency where something else than its rate decides that.
 */
export function postDocument(
  body: Body,
  document: Pick<DocumentRef, 'kind' | 'id'>,
  book: Book,
  facts: DocumentFacts,
  base?: bigint,
): Outcome<{ posted: Posted; posting: Posting }> {
  const { buyer, seller } = facts;
  const numbered = takeNumber(book, numberingOf(facts.numbering, body.series), body.date);
  const made = documentEntry(body, { ...document, number: numbered.number }, buyer.name, book.head, book.chart, base);
  if (isRefusal(made)) return made;
  const posting = postEntries(numbered.book, [made.entry], facts.posting);
  if (isRefusal(posting)) return posting;
  const gross = document.kind === 'credit-note' ? -body.gross : body.gross;
  return {
    posting,
    posted: {
      number: numbered.number,
      entry: entryRef(posting.entries[0]),
      buyer,
      seller,
      control: made.control,
      moves: [{ on: body.date, amount: gross, base: made.base, kind: 'document' }],
    },
  };
}

/** Posts what a document comes to. The book's pointers name lines of the entry, which the caller never saw: they are left out. */
export function postEntries(book: Book, drafts: readonly EntryDraft[], facts: PostingFacts): Outcome<Posting> {
  const posting = post(book, drafts, facts);
  return isRefusal(posting) ? refuse(posting.refused, posting.values) : posting;
}

export function entryRef(entry: Entry | undefined): EntryRef {
  assert(entry !== undefined, 'a post answers with its entries');
  return { id: entry.id, seq: entry.seq };
}

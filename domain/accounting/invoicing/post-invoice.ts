import { isRefusal, type Outcome, refuse } from '../../kernel/decision.ts';
import type { Book } from '../book.ts';
import type { Posting } from '../post.ts';
import { type Contact, partyOf } from './contact.ts';
import type { Invoice, PostedInvoice } from './document.ts';
import { type DocumentFacts, postDocument } from './post-document.ts';

/** Posts a draft. Refusals are checked in the order they are documented: the draft, the customer, then what the book refuses. */
export function postInvoice(
  invoice: Invoice,
  book: Book,
  buyer: Contact,
  facts: Omit<DocumentFacts, 'buyer'>,
): Outcome<{ invoice: PostedInvoice; posting: Posting }> {
  if (invoice.state !== 'draft') return refuse('invoice.not_draft');
  if (buyer.archived) return refuse('contact.archived', { contact: buyer.name });
  const outcome = postDocument(invoice, { kind: 'invoice', id: invoice.id }, book, { ...facts, buyer: partyOf(buyer) });
  if (isRefusal(outcome)) return outcome;
  const credited = invoice.lines.map(() => ({ quantity: 0n, net: 0n, tax: 0n }));
  return { invoice: { ...invoice, ...outcome.posted, state: 'posted', credited, version: invoice.version + 1 }, posting: outcome.posting };
}

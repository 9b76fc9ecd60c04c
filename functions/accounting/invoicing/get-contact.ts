import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { readBook } from '../read-book.ts';
import { wireContacts } from './contact-balances.ts';
import { loadContact } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';

/** One contact with what it owes. */
export const getContact: Verb<typeof invoicingRoutes.getContact> = async (call) => {
  const contact = await loadContact(call.table, call.params.contactId);
  if (!contact) return refuse('request.not_found');
  const [body] = await wireContacts(call, await readBook(call), [contact]);
  return body ? { status: 200, body, version: contact.version } : refuse('request.not_found');
};

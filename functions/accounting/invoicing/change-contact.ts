import { archiveContact as archived, restoreContact as restored } from '../../../domain/accounting/invoicing/archive-contact.ts';
import { changeContact as decideChange } from '../../../domain/accounting/invoicing/change-contact.ts';
import type { Contact } from '../../../domain/accounting/invoicing/contact.ts';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { readBook } from '../read-book.ts';
import { wireContacts } from './contact-balances.ts';
import { contactWrites } from './contact-items.ts';
import { loadContact } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';

/** Changes a contact as it was read. */
export const changeContact: Verb<typeof invoicingRoutes.changeContact> = (call) =>
  changed(call, call.params.contactId, 'contact.changed', (contact) =>
    contact.version === call.ifMatch ? decideChange(contact, call.body) : refuse('version.stale'),
  );

/** Archiving what is archived, like restoring what is in use, changes nothing and says so with the same answer. */
export const archiveContact: Verb<typeof invoicingRoutes.archiveContact> = (call) =>
  changed(call, call.params.contactId, 'contact.archived', (contact) => (contact.archived ? contact : archived(contact)));
export const restoreContact: Verb<typeof invoicingRoutes.restoreContact> = (call) =>
  changed(call, call.params.contactId, 'contact.restored', (contact) => (contact.archived ? restored(contact) : contact));

async function changed(call: FirmCall, id: string, type: `contact.${string}`, decide: (contact: Contact) => Outcome<Contact>) {
  const seen = new Reading(call.table);
  const before = await loadContact(seen, id);
  if (!before) return refuse('request.not_found');
  const after = decide(before);
  if (isRefusal(after)) return after;
  const [body] = await wireContacts(call, await readBook(call), [after]);
  if (!body) throw new Error('one contact, one answer');
  const answer = { status: 200 as const, body, version: after.version };
  if (after === before) return answer;
  return commit(call, {
    seen,
    decide: () => ({
      writes: contactWrites(before, after),
      happenings: [{ type, entity: { kind: 'contact', id, version: after.version }, data: { name: after.name } }],
      answer,
    }),
  });
}

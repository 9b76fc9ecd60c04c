import { isRefusal, type Outcome } from '../../kernel/decision.ts';
import type { Contact } from './contact.ts';
import { createContact, type SentContact } from './create-contact.ts';

/** A change of a contact: members that are left out stay, `null` takes one away. */
export type ContactChange = { readonly [M in keyof SentContact]?: SentContact[M] | null | undefined };

/** Changes a contact. What was posted keeps the names and numbers that it was posted with. */
export function changeContact(contact: Contact, change: ContactChange): Outcome<Contact> {
  const { id, archived, version, ...before } = contact;
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const after = { ...before, ...Object.fromEntries(given) };
  const sent = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)) as unknown as SentContact;
  const changed = createContact(id, sent, contact);
  return isRefusal(changed) ? changed : { ...changed, archived, version: version + 1 };
}

/** Puts a contact away: nothing new is drafted for it, and what is open can still be paid. */
export const archiveContact = (contact: Contact): Contact => ({ ...contact, archived: true, version: contact.version + 1 });

/** Takes an archived contact back into use. */
export const restoreContact = (contact: Contact): Contact => ({ ...contact, archived: false, version: contact.version + 1 });

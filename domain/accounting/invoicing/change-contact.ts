import { isRefusal, type Outcome } from '../../kernel/decision.ts';
import type { Contact } from './contact.ts';
import { createContact, type SentContact } from './create-contact.ts';

/** A change of a contact: members that are left out stay, `null` takes one away. */
export type ContactChange = { readonly [M in keyof SentContact]?: SentContact[M] | null | undefined };

/** Changes a contact. What was posted keeps the names and numbers that it was posted with. */
export function changeContact(contact: Contact, change: ContactChange): Outcome<Contact> {
  const kept = <M extends keyof SentContact>(member: M): SentContact[M] | undefined => {
    const sent = change[member];
    return sent === undefined ? contact[member] : (sent ?? undefined);
  };
  const sent: SentContact = {
    kind: change.kind ?? contact.kind,
    name: change.name ?? contact.name,
    nameAr: kept('nameAr'),
    email: kept('email'),
    phone: kept('phone'),
    taxNumber: kept('taxNumber'),
    address: kept('address'),
    country: kept('country'),
    paymentTermsDays: kept('paymentTermsDays'),
    language: kept('language'),
    currency: kept('currency'),
  };
  const changed = createContact(contact.id, sent, contact);
  return isRefusal(changed) ? changed : { ...changed, archived: contact.archived, version: contact.version + 1 };
}

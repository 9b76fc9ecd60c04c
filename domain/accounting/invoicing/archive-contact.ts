import type { Contact } from './contact.ts';

/** Puts a contact away: nothing new is drafted for it, and what is open can still be paid. */
export const archiveContact = (contact: Contact): Contact => ({ ...contact, archived: true, version: contact.version + 1 });

/** Takes an archived contact back into use. */
export const restoreContact = (contact: Contact): Contact => ({ ...contact, archived: false, version: contact.version + 1 });

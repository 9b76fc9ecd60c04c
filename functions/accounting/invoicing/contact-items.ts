import type { Contact } from '../../../domain/accounting/invoicing/contact.ts';
import { foldedKey, searchKeys } from '../../../domain/kernel/fold.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { stored } from '../../platform/table/own-item.ts';
import type { Item, Value, Write } from '../../platform/table/port.ts';
import { invoicingKeys } from './keys.ts';

export function contactItem(contact: Contact): FirmItem {
  const { version, ...rest } = contact;
  const { pk: gsi1pk, sk: gsi1sk } = invoicingKeys.contactsByName({ name: foldedKey(contact.name), contact: contact.id });
  return { ...invoicingKeys.contact({ contact: contact.id }), v: version, gsi1pk, gsi1sk, ...(rest as unknown as Record<string, Value>) };
}

export const contactOf = (item: Item): Contact => stored<Contact>(item);

/** The names under which a contact is found, in order. */
export const namesOf = ({ name, nameAr }: Contact): string[] => searchKeys(name, ...(nameAr ? [nameAr] : []));

/** What a contact writes from one state to the next: itself, and the rows of the search that its names add or lose. */
export function contactWrites(before: Contact | undefined, after: Contact): Write[] {
  const old = new Set(before ? namesOf(before) : []);
  const names = namesOf(after);
  const row = (name: string) => invoicingKeys.contactName({ name, contact: after.id });
  return [
    { kind: 'put', item: contactItem(after) },
    ...names.filter((name) => !old.has(name)).map((name): Write => ({ kind: 'put', item: { ...row(name), v: 1 } })),
    ...[...old].filter((name) => !names.includes(name)).map((name): Write => ({ kind: 'delete', key: row(name) })),
  ];
}

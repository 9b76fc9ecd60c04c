import type { Contact } from '../../../domain/accounting/invoicing/contact.ts';
import type { CreditNote, Invoice } from '../../../domain/accounting/invoicing/document.ts';
import type { Payment } from '../../../domain/accounting/invoicing/payment.ts';
import type { OpenDocument } from '../../../domain/accounting/invoicing/settle.ts';
import { idPattern } from '../../../domain/kernel/ids.ts';
import type { Reader, Reading } from '../../platform/reading.ts';
import type { Item, Key } from '../../platform/table/port.ts';
import { contactOf } from './contact-items.ts';
import { creditNoteOf, invoiceOf, openDocumentOf, paymentOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';

/** Reads what a decision rests on: through a `Reading` the commit is conditional on it, through the table it is only looked at. */
export const loadInvoice = async (from: Reader, id: string): Promise<Invoice | undefined> =>
  found(await from.get(invoicingKeys.invoice({ document: id })), invoiceOf);
export const loadCreditNote = async (from: Reader, id: string): Promise<CreditNote | undefined> =>
  found(await from.get(invoicingKeys.creditNote({ document: id })), creditNoteOf);
export const loadPayment = async (from: Reader, id: string): Promise<Payment | undefined> =>
  found(await from.get(invoicingKeys.payment({ document: id })), paymentOf);
export const loadContact = async (from: Reader, id: string): Promise<Contact | undefined> =>
  found(await from.get(invoicingKeys.contact({ contact: id })), contactOf);

const found = <T>(item: Item | undefined, read: (item: Item) => T): T | undefined => (item ? read(item) : undefined);

/** The posted documents of ids of any kind, as far as they exist; what is no id of a document is left out. */
export async function loadOpenDocuments(seen: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, OpenDocument>> {
  const keys = [...new Set(ids)].flatMap((id) => documentKey(id) ?? []);
  const items = await seen.getAll(keys);
  const documents = items.flatMap((item) => (item && openDocumentOf(item)) ?? []);
  return new Map(documents.map((open) => [open.document.id, open]));
}

/** The key of a document by what its id says that it is. */
export function documentKey(id: string): Key | undefined {
  if (idPattern('invoice').test(id)) return invoicingKeys.invoice({ document: id });
  if (idPattern('creditNote').test(id)) return invoicingKeys.creditNote({ document: id });
  return idPattern('payment').test(id) ? invoicingKeys.payment({ document: id }) : undefined;
}

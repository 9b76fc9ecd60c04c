import type { Contact } from '../../../domain/accounting/invoicing/contact.ts';
import type { Body, CreditNote, Invoice } from '../../../domain/accounting/invoicing/document.ts';
import type { Payment } from '../../../domain/accounting/invoicing/payment.ts';
import { creditNoteStates, invoiceStates } from '../../../domain/accounting/invoicing/states.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';
import type { SearchDoc } from '../../../domain/records/search/search-doc.ts';
import type { Item, Key } from '../../platform/table/port.ts';
import type { Searchables, Viewer } from '../../records/search/searchable.ts';
import { contactOf } from './contact-items.ts';
import { creditNoteOf, invoiceOf, paymentOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';

/** How contacts and documents are found. What is void is no longer. */
export const invoicingSearchables: Searchables = {
  contact: {
    by: 'events',
    entity: 'contact',
    load: async (viewer, ids) =>
      (await read(viewer, ids, (contact) => invoicingKeys.contact({ contact }))).map((item) => item && contactDoc(contactOf(item))),
  },
  invoice: {
    by: 'events',
    entity: 'invoice',
    load: (viewer, ids) => documents(viewer, ids, (document) => invoicingKeys.invoice({ document }), invoiceOf, invoiceStates),
  },
  'credit-note': {
    by: 'events',
    entity: 'credit-note',
    load: (viewer, ids) => documents(viewer, ids, (document) => invoicingKeys.creditNote({ document }), creditNoteOf, creditNoteStates),
  },
  payment: {
    by: 'events',
    entity: 'payment',
    load: async (viewer, ids) =>
      (await read(viewer, ids, (document) => invoicingKeys.payment({ document }))).map((item) => item && paymentDoc(paymentOf(item))),
  },
};

const read = ({ table }: Viewer, ids: readonly string[], key: (id: string) => Key): Promise<readonly (Item | undefined)[]> =>
  table.batchGet(ids.map(key));

export const contactDoc = ({ id, name, nameAr, email, phone, taxNumber, address }: Contact): SearchDoc => ({
  id,
  title: { en: name, ar: nameAr ?? name },
  ...((email ?? phone) !== undefined && { subtitle: [email, phone].filter((text) => text !== undefined).join(' · ') }),
  names: [name, nameAr],
  numbers: [taxNumber, phone],
  texts: [email, address?.city],
});

type StateTitles = Readonly<Record<string, { readonly en: string; readonly ar: string }>>;

async function documents<D extends Invoice | CreditNote>(
  viewer: Viewer,
  ids: readonly string[],
  key: (id: string) => Key,
  of: (item: Item) => D,
  states: StateTitles,
): Promise<readonly (SearchDoc | undefined)[]> {
  const found = (await read(viewer, ids, key)).map((item) => (item && item.state !== 'void' ? of(item) : undefined));
  const contacts = [...new Set(found.flatMap((document) => (document ? [document.contact] : [])))];
  const items = await read(viewer, contacts, (contact) => invoicingKeys.contact({ contact }));
  const byId = new Map(items.flatMap((item) => (item ? [[String(item.id), contactOf(item)] as const] : [])));
  return found.map((document) => document && documentDoc(document, byId.get(document.contact), states));
}

function documentDoc(document: (Invoice | CreditNote) & Body, contact: Contact | undefined, states: StateTitles): SearchDoc {
  const { id, state, reference, notes, lines, date, currency, digits, gross } = document;
  const number = 'number' in document ? document.number : undefined;
  const [en, ar] = [contact?.name ?? '', contact?.nameAr ?? contact?.name ?? ''];
  return {
    id,
    title: number ?? { en: states[state]?.en ?? state, ar: states[state]?.ar ?? state },
    subtitle: { en, ar },
    numbers: [number, reference],
    contacts: [contact?.name, contact?.nameAr],
    texts: [...lines.map(({ text }) => text), notes],
    on: date,
    amount: { value: formatAmount(gross, digits), currency },
  };
}

function paymentDoc({ id, state, number, contactName, date, amount, currency, digits, reference }: Payment): SearchDoc | undefined {
  if (state === 'void') return undefined;
  return {
    id,
    title: number,
    subtitle: contactName,
    numbers: [number, reference],
    contacts: [contactName],
    on: date,
    amount: { value: formatAmount(amount, digits), currency },
  };
}

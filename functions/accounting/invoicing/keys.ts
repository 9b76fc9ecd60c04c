import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of contacts, invoices, credit notes and payments, each by the question it answers. */
export const invoicingKeys = keyTable({
  contact: { asks: 'Who is a contact?', pk: 'CONTACT#{contact}', sk: 'CONTACT' },
  contactBalance: { asks: 'What does a contact owe and what is it owed, by its documents?', pk: 'CONTACT#{contact}', sk: 'BALANCE' },
  contactsByName: { asks: 'Contacts by name', pk: 'CONTACTS', sk: '{name}#{contact}', index: 'gsi1' },
  contactName: { asks: 'Which contacts have a name, or a word of one, that begins so?', pk: 'CONTACT-NAMES', sk: '{name}#{contact}' },
  contactDocument: {
    asks: 'Which documents of a kind does a contact have, by date?',
    pk: 'CONTACT-DOCUMENTS#{contact}',
    sk: '{kind}#{date}#{document}',
  },
  contactLine: { asks: 'Which lines of an account name a contact, but belong to no document?', pk: 'CONTACT-LINES#{account}', sk: '{seq}' },
  invoice: { asks: 'One invoice', pk: 'INVOICE#{document}', sk: 'INVOICE' },
  invoicesByState: { asks: 'Invoices of a state, by date', pk: 'INVOICES#{state}', sk: '{date}#{document}', index: 'gsi1' },
  creditNote: { asks: 'One credit note', pk: 'CREDIT-NOTE#{document}', sk: 'CREDIT-NOTE' },
  creditNotesByState: { asks: 'Credit notes of a state, by date', pk: 'CREDIT-NOTES#{state}', sk: '{date}#{document}', index: 'gsi1' },
  payment: { asks: 'One payment', pk: 'PAYMENT#{document}', sk: 'PAYMENT' },
  paymentsByState: { asks: 'Payments of a state, by date', pk: 'PAYMENTS#{state}', sk: '{date}#{document}', index: 'gsi1' },
  openItem: {
    asks: 'Which documents were open on a control account at a date? (those settled after it, and those not settled yet)',
    pk: 'OPEN#{ledger}',
    sk: '{settledOn}#{document}',
  },
  taxCode: { asks: 'Which tax codes did the firm add?', pk: 'TAX-CODES', sk: '{code}' },
});

/** The settlement date of what is not settled. */
export const NOT_SETTLED = '9999-12-31';

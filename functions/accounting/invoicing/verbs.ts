import type { VerbsOf } from '../../platform/call.ts';
import { addTaxCode } from './add-tax-code.ts';
import { agedPayables, agedReceivables } from './aged-receivables.ts';
import { allocateCreditNote } from './allocate-credit-note.ts';
import { allocatePayment } from './allocate-payment.ts';
import { archiveContact, changeContact, restoreContact } from './change-contact.ts';
import { contactStatement } from './contact-statement.ts';
import { createContact } from './create-contact.ts';
import { creditInvoice } from './credit-invoice.ts';
import { discardCreditNote } from './discard-credit-note.ts';
import { discardInvoice } from './discard-invoice.ts';
import { draftCreditNote } from './draft-credit-note.ts';
import { draftInvoice } from './draft-invoice.ts';
import { editCreditNote } from './edit-credit-note.ts';
import { editInvoice } from './edit-invoice.ts';
import { getContact } from './get-contact.ts';
import { getCreditNote } from './get-credit-note.ts';
import { getInvoice } from './get-invoice.ts';
import { getPayment } from './get-payment.ts';
import { listContacts } from './list-contacts.ts';
import { listCreditNotes } from './list-credit-notes.ts';
import { listInvoices } from './list-invoices.ts';
import { listPayments } from './list-payments.ts';
import { listTaxCodes } from './list-tax-codes.ts';
import { postCreditNote } from './post-credit-note.ts';
import { postInvoice } from './post-invoice.ts';
import { recordPayment } from './record-payment.ts';
import type { invoicingRoutes } from './routes.ts';
import { voidCreditNote } from './void-credit-note.ts';
import { voidInvoice } from './void-invoice.ts';
import { voidPayment } from './void-payment.ts';

export const invoicingVerbs: VerbsOf<typeof invoicingRoutes> = {
  createContact,
  listContacts,
  getContact,
  changeContact,
  archiveContact,
  restoreContact,
  contactStatement,
  draftInvoice,
  listInvoices,
  getInvoice,
  editInvoice,
  discardInvoice,
  postInvoice,
  voidInvoice,
  creditInvoice,
  draftCreditNote,
  listCreditNotes,
  getCreditNote,
  editCreditNote,
  discardCreditNote,
  postCreditNote,
  allocateCreditNote,
  voidCreditNote,
  recordPayment,
  listPayments,
  getPayment,
  allocatePayment,
  voidPayment,
  agedReceivables,
  agedPayables,
  listTaxCodes,
  addTaxCode,
};

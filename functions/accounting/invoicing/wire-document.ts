import type { Party } from '../../../domain/accounting/invoicing/contact.ts';
import {
  type Body,
  type CreditNote,
  type DocumentLine,
  type EntryRef,
  type Invoice,
  isPostedCreditNote,
  isPostedInvoice,
  settlementOf,
} from '../../../domain/accounting/invoicing/document.ts';
import { allocationsOf, type Moves, openOf } from '../../../domain/accounting/invoicing/open-item.ts';
import { type Payment, unallocatedOf } from '../../../domain/accounting/invoicing/payment.ts';
import { percentOf } from '../../../domain/accounting/invoicing/percent.ts';
import type { OpenDocument, Settlement } from '../../../domain/accounting/invoicing/settle.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { formatAmount } from '../../../domain/kernel/money.ts';

/** Documents on the wire: amounts as decimal strings of their currency. */
export interface ContactRef {
  readonly id: Id<'contact'>;
  readonly name: string;
  readonly nameAr: string | null;
}
export const contactRef = ({ id, name, nameAr }: { readonly id: Id<'contact'>; readonly name: string; readonly nameAr?: string }): ContactRef => ({
  id,
  name,
  nameAr: nameAr ?? null,
});

export function wireInvoice(invoice: Invoice, contact: ContactRef) {
  const { state } = invoice;
  const { paid, credited, due } = isPostedInvoice(invoice) ? settlementOf(invoice) : { paid: 0n, credited: 0n, due: invoice.gross };
  const money = (amount: bigint) => formatAmount(amount, invoice.digits);
  return {
    id: invoice.id,
    state,
    ...wireBody(invoice, contact),
    ...wirePosting(isPostedInvoice(invoice) ? invoice : undefined),
    paid: money(paid),
    credited: money(credited),
    due: money(due),
    version: invoice.version,
  };
}

export function wireInvoiceSummary(invoice: Invoice, contact: ContactRef, today: string) {
  const { id, state, number, date, dueDate, currency, total, reference, paid, credited, due, version } = wireInvoice(invoice, contact);
  const overdue = isPostedInvoice(invoice) && settlementOf(invoice).due > 0n && dueDate < today;
  return { id, state, number, contact, date, dueDate, currency, total, reference, paid, credited, due, overdue, version };
}

export function wireCreditNote(note: CreditNote, contact: ContactRef) {
  const posted = isPostedCreditNote(note) ? note : undefined;
  const open = posted ? -openOf(posted.moves).amount : 0n;
  const allocated = posted && posted.state !== 'void' ? note.gross - open : 0n;
  return {
    id: note.id,
    state: note.state,
    ...wireBody(note, contact),
    ...wirePosting(posted),
    reason: note.reason ?? null,
    invoice: note.credits ? { id: note.credits.invoice, number: note.credits.number } : null,
    allocated: formatAmount(allocated, note.digits),
    unallocated: formatAmount(open, note.digits),
    version: note.version,
  };
}

export function wireCreditNoteSummary(note: CreditNote, contact: ContactRef) {
  const { id, state, number, date, dueDate, currency, total, reference, reason, invoice, allocated, unallocated, version } = wireCreditNote(
    note,
    contact,
  );
  return { id, state, number, contact, date, dueDate, currency, total, reference, reason, invoice, allocated, unallocated, version };
}

export function wirePayment(payment: Payment, contact: ContactRef, bookDigits: number, numbers: ReadonlyMap<string, string>) {
  const money = (amount: bigint) => formatAmount(amount, payment.digits);
  const open = unallocatedOf(payment);
  return {
    id: payment.id,
    state: payment.state,
    number: payment.number,
    direction: payment.direction,
    ledger: payment.ledger,
    contact,
    bankAccount: payment.bankAccount,
    date: payment.date,
    currency: payment.currency,
    rate: payment.rate ?? null,
    amount: money(payment.amount),
    baseAmount: formatAmount(payment.worth, bookDigits),
    allocated: money(payment.state === 'void' ? 0n : payment.amount - open),
    unallocated: money(open),
    method: payment.method ?? null,
    reference: payment.reference ?? null,
    entry: { ...payment.entry },
    voided: wireVoided(payment.voided),
    allocations: wireAllocations(payment.moves, payment.digits, numbers),
    version: payment.version,
  };
}

/** What settles a document and what it settles, as it stands. `numbers` names the other documents. */
export function wireAllocations(moves: Moves, digits: number, numbers: ReadonlyMap<string, string>) {
  return allocationsOf(moves).map(({ with: other, by, on, amount }) => ({
    document: { kind: kindOf(other), id: other, number: numbers.get(other) ?? '' },
    date: on,
    amount: formatAmount(amount < 0n ? -amount : amount, digits),
    by,
  }));
}

const kindOf = (id: string): OpenDocument['kind'] => (id.startsWith('inv_') ? 'invoice' : id.startsWith('crn_') ? 'credit-note' : 'payment');

export const wireParty = ({ name, nameAr, taxNumber, address, country, email, phone }: Party) => ({
  name,
  nameAr: nameAr ?? null,
  taxNumber: taxNumber ?? null,
  address: address ? { ...address } : null,
  country,
  email: email ?? null,
  phone: phone ?? null,
});

function wireBody(body: Body, contact: ContactRef) {
  const money = (amount: bigint) => formatAmount(amount, body.digits);
  return {
    contact,
    date: body.date,
    dueDate: body.dueOn,
    currency: body.currency,
    rate: body.rate ?? null,
    pricesInclude: body.pricesInclude,
    rounding: { ...body.rounding },
    series: body.series ?? null,
    lines: body.lines.map((line) => wireLine(line, money)),
    taxes: body.taxes.map(({ taxCode, rateBasisPoints, base, tax }) => ({
      taxCode,
      taxRate: percentOf(rateBasisPoints),
      net: money(base),
      tax: money(tax),
    })),
    net: money(body.net),
    tax: money(body.tax),
    total: money(body.gross),
    notes: body.notes ?? null,
    reference: body.reference ?? null,
  };
}

function wireLine(line: DocumentLine, money: (amount: bigint) => string) {
  return {
    text: line.text,
    item: line.item ?? null,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discount: line.discount ? { ...line.discount } : null,
    taxCode: line.taxCode,
    taxRate: percentOf(line.rateBasisPoints),
    account: line.account,
    dimensions: line.dimensions ? { ...line.dimensions } : null,
    net: money(line.net),
    tax: money(line.tax),
    total: money(line.gross),
  };
}

interface PostedPart {
  readonly number: string;
  readonly entry: EntryRef;
  readonly voided?: { readonly on: string; readonly entry: EntryRef };
}
const wirePosting = (posted: PostedPart | undefined) => ({
  number: posted?.number ?? null,
  entry: posted ? { ...posted.entry } : null,
  voided: wireVoided(posted?.voided),
});
const wireVoided = (voided: PostedPart['voided']) => (voided ? { date: voided.on, entry: { ...voided.entry } } : null);

/** The numbers of documents that were just settled, besides those known before. */
export const numbersOf = (settled: Settlement['settled'], known: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> =>
  new Map([...known, ...settled.map(({ after }) => [after.document.id, after.document.number] as const)]);

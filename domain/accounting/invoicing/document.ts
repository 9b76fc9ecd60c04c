import type { LocalDate } from '../../kernel/dates.ts';
import { assert } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Dimensions } from '../book.ts';
import type { ComputedTax, TaxRounding } from '../tax/compute-tax.ts';
import type { Party } from './contact.ts';
import { allocationsOf, type Moves, openOf } from './open-item.ts';
import type { CreditNoteState, InvoiceState } from './states.ts';

/** A line as it was entered, with what it comes to in minor units of the document's currency. */
export interface DocumentLine {
  readonly text: string;
  readonly item?: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount?: SentDiscount;
  readonly taxCode: string;
  readonly rateBasisPoints: number;
  readonly account: string;
  readonly dimensions?: Dimensions;
  /** Quantity times price, before the discount; with tax where prices include it. */
  readonly listed: bigint;
  readonly discounted: bigint;
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}
export type SentDiscount = { readonly percent: string } | { readonly amount: string };

/** What an invoice and a credit note have in common, whatever their state. */
export interface Body {
  readonly contact: Id<'contact'>;
  readonly date: LocalDate;
  readonly dueOn: LocalDate;
  readonly currency: string;
  readonly digits: number;
  /** Units of the book's currency for one of the document's; absent where they are the same. */
  readonly rate?: string;
  readonly pricesInclude: boolean;
  /** Fixed with the draft, so that the document adds up the same for ever (rule B11). */
  readonly rounding: TaxRounding;
  readonly lines: readonly DocumentLine[];
  readonly taxes: readonly ComputedTax[];
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
  /** A series of its own, of a branch; absent: the firm's. */
  readonly series?: string;
  readonly notes?: string;
  readonly reference?: string;
}

export interface EntryRef {
  readonly id: Id<'entry'>;
  readonly seq: number;
}

/** What posting adds: nothing of it is ever edited, except that moves are added. */
export interface Posted {
  readonly number: string;
  readonly entry: EntryRef;
  readonly buyer: Party;
  readonly seller: Party;
  /** The control account that it stands on. */
  readonly control: string;
  readonly moves: Moves;
  /** The reversal, where it was voided. */
  readonly voided?: { readonly on: LocalDate; readonly entry: EntryRef };
}

/** How much of a line was credited so far. */
export interface Credited {
  readonly quantity: bigint;
  readonly net: bigint;
  readonly tax: bigint;
}

export type Invoice = { readonly id: Id<'invoice'>; readonly version: number } & Body &
  ({ readonly state: 'draft' } | ({ readonly state: Exclude<InvoiceState, 'draft'> } & PostedInvoicePart));
interface PostedInvoicePart extends Posted {
  /** By line, what credit notes of this invoice took back. */
  readonly credited: readonly Credited[];
}
export type DraftInvoice = Extract<Invoice, { state: 'draft' }>;
export type PostedInvoice = Exclude<Invoice, DraftInvoice>;

export type CreditNote = { readonly id: Id<'creditNote'>; readonly version: number; readonly credits?: CreditsOf; readonly reason?: string } & Body &
  ({ readonly state: 'draft' } | ({ readonly state: Exclude<CreditNoteState, 'draft'> } & Posted));
export type DraftCreditNote = Extract<CreditNote, { state: 'draft' }>;
export type PostedCreditNote = Exclude<CreditNote, DraftCreditNote>;

/** The invoice that a credit note takes back, and how much of each of its lines. */
export interface CreditsOf {
  readonly invoice: Id<'invoice'>;
  readonly number: string;
  readonly lines: readonly ({ readonly line: number } & Credited)[];
}

export const isPostedInvoice = (invoice: Invoice): invoice is PostedInvoice => invoice.state !== 'draft';
export const isPostedCreditNote = (note: CreditNote): note is PostedCreditNote => note.state !== 'draft';

/** What was paid, what was credited and what is still due, in minor units: due = gross - paid - credited, never below zero. */
export function settlementOf(invoice: PostedInvoice): { readonly paid: bigint; readonly credited: bigint; readonly due: bigint } {
  if (invoice.state === 'void') return { paid: 0n, credited: 0n, due: 0n };
  let paid = 0n;
  let credited = 0n;
  for (const allocated of allocationsOf(invoice.moves)) {
    if (allocated.with.startsWith('crn_')) credited -= allocated.amount;
    else paid -= allocated.amount;
  }
  const due = openOf(invoice.moves).amount;
  assert(due >= 0n && due === invoice.gross - paid - credited, 'what is due is what was neither paid nor credited');
  return { paid, credited, due };
}

/** An invoice with more moves, in the state that they bring it to. */
export function withMoves(invoice: PostedInvoice, moves: Moves): PostedInvoice {
  const moved = { ...invoice, moves: [...invoice.moves, ...moves], version: invoice.version + 1 };
  return { ...moved, state: invoiceState(moved) };
}

function invoiceState(invoice: PostedInvoice): PostedInvoice['state'] {
  if (invoice.voided) return 'void';
  const { paid, credited, due } = settlementOf({ ...invoice, state: 'posted' });
  if (due > 0n) return paid > 0n || credited > 0n ? 'partially-paid' : 'posted';
  return paid > 0n ? 'paid' : 'credited';
}

/** A credit note with more moves: applied once nothing of it is open. */
export function noteWithMoves(note: PostedCreditNote, moves: Moves): PostedCreditNote {
  const moved = { ...note, moves: [...note.moves, ...moves], version: note.version + 1 };
  return { ...moved, state: note.voided ? 'void' : openOf(moved.moves).amount === 0n ? 'applied' : 'open' };
}

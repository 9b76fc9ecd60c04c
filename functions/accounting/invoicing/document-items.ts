import type { Party } from '../../../domain/accounting/invoicing/contact.ts';
import type {
  Body,
  Credited,
  CreditNote,
  CreditsOf,
  DocumentLine,
  EntryRef,
  Invoice,
  Posted,
} from '../../../domain/accounting/invoicing/document.ts';
import type { Move, Moves } from '../../../domain/accounting/invoicing/open-item.ts';
import type { Payment } from '../../../domain/accounting/invoicing/payment.ts';
import type { OpenDocument } from '../../../domain/accounting/invoicing/settle.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import type { Item, Value } from '../../platform/table/port.ts';
import { invoicingKeys } from './keys.ts';

/** How documents lie in the table, and back. Items are ours: what is read was written here. Money is minor units as a number, below 2^53. */
export function invoiceItem(invoice: Invoice): FirmItem {
  const { version, ...rest } = invoice;
  const { pk: gsi1pk, sk: gsi1sk } = invoicingKeys.invoicesByState({ state: invoice.state, date: invoice.date, document: invoice.id });
  return { ...invoicingKeys.invoice({ document: invoice.id }), v: version, gsi1pk, gsi1sk, ...stored(rest) };
}

export function invoiceOf(item: Item): Invoice {
  const { state, credited } = item;
  const body = { ...bodyOf(item), id: item.id as Invoice['id'], version: Number(item.v) };
  if (state === 'draft') return { ...body, state };
  return {
    ...body,
    ...postedOf(item),
    state: state as Exclude<Invoice['state'], 'draft'>,
    credited: (credited as unknown as readonly Stored<Credited>[]).map(creditedOf),
  };
}

export function creditNoteItem(note: CreditNote): FirmItem {
  const { version, ...rest } = note;
  const { pk: gsi1pk, sk: gsi1sk } = invoicingKeys.creditNotesByState({ state: note.state, date: note.date, document: note.id });
  return { ...invoicingKeys.creditNote({ document: note.id }), v: version, gsi1pk, gsi1sk, ...stored(rest) };
}

export function creditNoteOf(item: Item): CreditNote {
  const credits = item.credits as unknown as Stored<CreditsOf> | undefined;
  const body = {
    ...bodyOf(item),
    id: item.id as CreditNote['id'],
    version: Number(item.v),
    ...(credits && { credits: { ...credits, lines: credits.lines.map((line) => ({ line: line.line, ...creditedOf(line) })) } }),
    ...(item.reason !== undefined && { reason: String(item.reason) }),
  };
  if (item.state === 'draft') return { ...body, state: 'draft' };
  return { ...body, ...postedOf(item), state: item.state as Exclude<CreditNote['state'], 'draft'> };
}

export function paymentItem(payment: Payment): FirmItem {
  const { version, ...rest } = payment;
  const { pk: gsi1pk, sk: gsi1sk } = invoicingKeys.paymentsByState({ state: payment.state, date: payment.date, document: payment.id });
  return { ...invoicingKeys.payment({ document: payment.id }), v: version, gsi1pk, gsi1sk, ...stored(rest) };
}

export function paymentOf(item: Item): Payment {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, v, amount, worth, moves, ...rest } = item;
  return {
    ...(rest as unknown as Omit<Payment, 'version' | 'amount' | 'worth' | 'moves'>),
    version: Number(v),
    amount: minor(amount),
    worth: minor(worth),
    moves: movesOf(moves),
  };
}

/** A posted document of any kind, by the item that holds it; undefined for a draft, which nothing can settle. */
export function openDocumentOf(item: Item): OpenDocument | undefined {
  if (item.state === 'draft') return undefined;
  switch (item.sk) {
    case 'INVOICE': {
      const document = invoiceOf(item);
      return document.state === 'draft' ? undefined : { kind: 'invoice', document };
    }
    case 'CREDIT-NOTE': {
      const document = creditNoteOf(item);
      return document.state === 'draft' ? undefined : { kind: 'credit-note', document };
    }
    case 'PAYMENT':
      return { kind: 'payment', document: paymentOf(item) };
    default:
      return undefined;
  }
}

/** Moves are written short: they are repeated in the row of the open item. */
export const moveValues = (moves: Moves): Value =>
  moves.map(({ on, amount, base, kind, with: other, by }) =>
    other === undefined ? [on, Number(amount), Number(base), kind] : [on, Number(amount), Number(base), kind, other, by ?? ''],
  );

export const movesOf = (value: Value | undefined): Moves =>
  ((value ?? []) as unknown as readonly (readonly [string, number, number, Move['kind'], string?, string?])[]).map(
    ([on, amount, base, kind, other, by]) => ({
      on,
      amount: BigInt(amount),
      base: BigInt(base),
      kind,
      ...(other !== undefined && { with: other }),
      ...(by !== undefined && { by }),
    }),
  );

/** What a domain value is once its bigints are numbers. */
type Stored<T> = T extends bigint
  ? number
  : T extends readonly (infer E)[]
    ? readonly Stored<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Stored<T[K]> }
      : T;

function stored(value: object): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      member === undefined ? [] : [[name, name === 'moves' ? moveValues(member) : storedValue(member)]],
    ),
  );
}
function storedValue(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(storedValue);
  return typeof value === 'object' && value !== null ? stored(value) : (value as Value);
}

const minor = (value: Value | undefined): bigint => BigInt(value as number);
const creditedOf = ({ quantity, net, tax }: Stored<Credited>): Credited => ({ quantity: BigInt(quantity), net: BigInt(net), tax: BigInt(tax) });

function bodyOf(item: Item): Body {
  const { contact, date, dueOn, currency, digits, rate, pricesInclude, rounding, lines, taxes, series, notes, reference } =
    item as unknown as Stored<Body>;
  return {
    contact,
    date,
    dueOn,
    currency,
    digits,
    ...(rate !== undefined && { rate }),
    pricesInclude,
    rounding,
    lines: lines.map(lineOf),
    taxes: taxes.map((tax) => ({ ...tax, base: BigInt(tax.base), tax: BigInt(tax.tax) })),
    net: minor(item.net),
    tax: minor(item.tax),
    gross: minor(item.gross),
    ...(series !== undefined && { series }),
    ...(notes !== undefined && { notes }),
    ...(reference !== undefined && { reference }),
  };
}

function lineOf(line: Stored<DocumentLine>): DocumentLine {
  return {
    ...(line as unknown as DocumentLine),
    listed: BigInt(line.listed),
    discounted: BigInt(line.discounted),
    net: BigInt(line.net),
    tax: BigInt(line.tax),
    gross: BigInt(line.gross),
  };
}

function postedOf(item: Item): Posted {
  const { number, entry, buyer, seller, control, voided } = item as unknown as {
    number: string;
    entry: EntryRef;
    buyer: Party;
    seller: Party;
    control: string;
    voided?: NonNullable<Posted['voided']>;
  };
  return { number, entry, buyer, seller, control, moves: movesOf(item.moves), ...(voided && { voided }) };
}

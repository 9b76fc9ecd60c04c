import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import { divideRounded, formatAmount, parseAmount } from '../../kernel/money.ts';
import type { ComputedTax } from '../tax/compute-tax.ts';
import type { Credited, DocumentLine, PostedInvoice } from './document.ts';
import { parseDecimal } from './exchange.ts';
import { QUANTITY_SCALE } from './read-draft.ts';

/** A line to take back, counted from 1: a quantity of it, an amount of it (with tax where the invoice's prices include it), or what is left of it. */
export interface SentCredit {
  readonly line: number;
  readonly quantity?: string | undefined;
  readonly amount?: string | undefined;
}

export interface CreditLines {
  readonly lines: readonly DocumentLine[];
  readonly taxes: readonly ComputedTax[];
  readonly net: bigint;
  readonly tax: bigint;
  readonly taken: readonly ({ readonly line: number } & Credited)[];
}

/**
 * The lines of a credit note, in the shares that they had on the invoice. Whoever takes the last of a line takes all that is left of its tax too, so that
 * however a line is credited in parts, the parts add up to it.
 */
export function creditLines(invoice: PostedInvoice, sent: readonly SentCredit[] | undefined): Outcome<CreditLines> {
  const wanted: readonly SentCredit[] = sent ?? invoice.lines.flatMap((_, i) => (isSpent(invoice, i) ? [] : [{ line: i + 1 }]));
  const lines: DocumentLine[] = [];
  const taken: ({ line: number } & Credited)[] = [];
  for (const [i, one] of wanted.entries()) {
    const at = `/lines/${i}`;
    const index = one.line - 1;
    const line = invoice.lines[index];
    const credited = invoice.credited[index];
    if (!line || !credited) return refuseAt(`${at}/line`, 'credit_note.line_unknown', { line: one.line });
    if (taken.some((other) => other.line === index)) return refuseAt(`${at}/line`, 'credit_note.line_twice', { line: one.line });
    const part = partOf(line, credited, one, invoice, at);
    if ('refused' in part) return part;
    lines.push(part.line);
    taken.push({ line: index, quantity: part.quantity, net: part.line.net, tax: part.line.tax });
  }
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const tax = lines.reduce((sum, line) => sum + line.tax, 0n);
  const before = invoice.credited.reduce((sum, line) => sum + line.net + line.tax, 0n);
  // A line of a discount is below zero: without it the others could come to more than the invoice did.
  if (net + tax > invoice.gross - before) return refuse('credit_note.exceeds', { remaining: formatAmount(invoice.gross - before, invoice.digits) });
  if (net + tax <= 0n) return refuse('document.nothing');
  return { lines, taxes: taxesOf(lines), net, tax, taken };
}

function isSpent(invoice: PostedInvoice, index: number): boolean {
  const line = invoice.lines[index];
  const credited = invoice.credited[index];
  return !line || !credited || (line.net === credited.net && line.tax === credited.tax);
}

function partOf(
  line: DocumentLine,
  credited: Credited,
  sent: SentCredit,
  { pricesInclude, digits }: PostedInvoice,
  at: string,
): Outcome<{ line: DocumentLine; quantity: bigint }> {
  const entered = (one: { readonly net: bigint; readonly tax: bigint }): bigint => (pricesInclude ? one.net + one.tax : one.net);
  const whole = entered(line);
  const left = { net: line.net - credited.net, tax: line.tax - credited.tax };
  const remaining = entered(left);
  const full = parseDecimal(line.quantity, QUANTITY_SCALE) ?? 0n;
  let quantity = full - credited.quantity;
  let amount = remaining;
  if (sent.quantity !== undefined) {
    const read = parseDecimal(sent.quantity, QUANTITY_SCALE);
    if (read === undefined)
      return refuseAt(`${at}/quantity`, 'decimal.malformed', { value: sent.quantity, decimals: QUANTITY_SCALE, example: '1.5' });
    if (read <= 0n) return refuseAt(`${at}/quantity`, 'amount.negative');
    quantity = read;
    // Counted from the line's beginning, so that all of its units together come to all of it.
    amount = divideRounded(whole * (credited.quantity + read), full) - divideRounded(whole * credited.quantity, full);
  } else if (sent.amount !== undefined) {
    const read = parseAmount(sent.amount, digits);
    if (typeof read !== 'bigint')
      return refuseAt(`${at}/amount`, read, { amount: sent.amount, digits, currency: '', example: formatAmount(12345n, digits) });
    if (read === 0n || read > 0n !== whole > 0n) return refuseAt(`${at}/amount`, 'amount.negative');
    quantity = 0n;
    amount = read;
  }
  if (size(amount) > size(remaining) || quantity > full - credited.quantity)
    return refuseAt(at, 'credit_note.exceeds', { remaining: formatAmount(remaining, digits) });
  const share = amount === remaining ? left : shareOf(line, amount, pricesInclude, left.tax);
  const untouched = amount === whole && credited.net === 0n && credited.tax === 0n;
  return { quantity, line: untouched ? line : partLine(line, amount, quantity, share, sent.quantity, digits) };
}

function shareOf(line: DocumentLine, amount: bigint, pricesInclude: boolean, taxLeft: bigint): { net: bigint; tax: bigint } {
  const whole = pricesInclude ? line.gross : line.net;
  const exact = divideRounded(line.tax * amount, whole);
  const tax = size(exact) > size(taxLeft) ? taxLeft : exact;
  return pricesInclude ? { net: amount - tax, tax } : { net: amount, tax };
}

/** The line as the credit note prints it: so many of the same, or one of an amount. */
function partLine(
  line: DocumentLine,
  amount: bigint,
  quantity: bigint,
  { net, tax }: { net: bigint; tax: bigint },
  sentQuantity: string | undefined,
  digits: number,
): DocumentLine {
  const { discount, ...rest } = line;
  if (sentQuantity === undefined)
    return { ...rest, quantity: '1', unitPrice: formatAmount(amount, digits), listed: amount, discounted: 0n, net, tax, gross: net + tax };
  const full = parseDecimal(line.quantity, QUANTITY_SCALE) ?? 1n;
  const listed = discount ? divideRounded(line.listed * quantity, full) : amount;
  const discounted = listed - amount;
  return {
    ...rest,
    quantity: sentQuantity,
    ...(discount && { discount: 'percent' in discount ? discount : { amount: formatAmount(size(discounted), digits) } }),
    listed,
    discounted,
    net,
    tax,
    gross: net + tax,
  };
}

function taxesOf(lines: readonly DocumentLine[]): ComputedTax[] {
  const rows = new Map<string, ComputedTax>();
  for (const { taxCode, rateBasisPoints, net, tax } of lines) {
    const id = `${rateBasisPoints} ${taxCode}`;
    const row = rows.get(id) ?? { taxCode, rateBasisPoints, base: 0n, tax: 0n };
    rows.set(id, { ...row, base: row.base + net, tax: row.tax + tax });
  }
  return [...rows.values()];
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

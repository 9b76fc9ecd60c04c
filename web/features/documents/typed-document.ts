import { type Computation, computeTax, type Decimal, type TaxableLine, type TaxRounding } from '../../../domain/accounting/tax/compute-tax.ts';
import { digitsOf } from '../../../domain/kernel/currencies.ts';
import type { RowOf } from '../../api/route-types.ts';
import { minorOf } from '../../i18n/amounts.ts';
import { latinDigits, padDecimals } from '../../i18n/digits.ts';

export type TaxCode = RowOf<'listTaxCodes'>;

/** A line as it is being typed. The discount is an amount, or a percentage with its sign. */
export interface TypedItem {
  readonly key: number;
  readonly text: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly taxCode: string;
  readonly account: string;
}

/** An invoice or credit note as it is being typed. */
export interface TypedDocument {
  readonly contact: string;
  readonly date: string;
  /** Empty: what the customer's terms say. */
  readonly dueDate: string;
  readonly currency: string;
  readonly rate: string;
  readonly pricesInclude: boolean;
  readonly reference: string;
  readonly notes: string;
  readonly reason: string;
  readonly lines: readonly TypedItem[];
  /** Where it was saved, once it was: what is posted is this. */
  readonly saved: { readonly id: string; readonly version: number } | null;
}

export const emptyItem = (key: number, taxCode = ''): TypedItem => ({
  key,
  text: '',
  quantity: '1',
  unitPrice: '',
  discount: '',
  taxCode,
  account: '',
});
export const isBlankItem = (line: TypedItem): boolean => line.text.trim() === '' && line.unitPrice === '';
export const nextItemKey = (lines: readonly TypedItem[]): number => Math.max(0, ...lines.map((line) => line.key)) + 1;

/** Where each line that counts stands in the request. */
export const placesOf = (lines: readonly TypedItem[]): ReadonlyMap<number, number> =>
  new Map(lines.filter((line) => !isBlankItem(line)).map((line, index) => [line.key, index]));

export function decimalOf(text: string): Decimal | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  const value = BigInt(whole + fraction);
  return { value: sign ? -value : value, scale: fraction.length };
}

type Discount = { readonly percent: string } | { readonly amount: string };

export function discountOf(text: string): Discount | undefined {
  const typed = latinDigits(text).replace(/\s/g, '').replace('٪', '%');
  if (typed === '') return undefined;
  return typed.endsWith('%') || typed.startsWith('%') ? { percent: typed.replace('%', '') } : { amount: typed };
}

/** A percentage as hundredths of it, shifted as text so that no binary float is between: `8.875` is 887.5. */
export function basisPointsOf(percent: string): number | undefined {
  const parts = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(percent);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const padded = fraction.padEnd(2, '0');
  return Number(`${whole}${padded.slice(0, 2)}.${padded.slice(2)}`);
}

/** The rate of a code on a date of supply, in hundredths of a percent; nothing where it was not in force. */
export function rateOn(codes: readonly TaxCode[], code: string, date: string): number | undefined {
  const rate = codes.find((each) => each.code === code)?.rates.find((each) => each.from <= date && (each.to === null || date <= each.to));
  return rate && basisPointsOf(rate.rate);
}

interface Terms {
  readonly codes: readonly TaxCode[];
  readonly rounding: TaxRounding;
  readonly digits: number;
}

/** A line as the domain computes it, or nothing while it is not complete. */
export function taxableOf(line: TypedItem, date: string, { codes, digits }: Omit<Terms, 'rounding'>): TaxableLine | undefined {
  const quantity = decimalOf(line.quantity);
  const unitPrice = decimalOf(line.unitPrice);
  const rate = rateOn(codes, line.taxCode, date);
  if (!quantity || !unitPrice || rate === undefined) return undefined;
  const discount = discountOf(line.discount);
  if (!discount) return { quantity, unitPrice, taxCode: line.taxCode, rateBasisPoints: rate };
  if ('percent' in discount) {
    const points = basisPointsOf(discount.percent);
    return points === undefined
      ? undefined
      : { quantity, unitPrice, discount: { percentBasisPoints: points }, taxCode: line.taxCode, rateBasisPoints: rate };
  }
  const amount = minorOf(discount.amount, digits);
  return amount === undefined ? undefined : { quantity, unitPrice, discount: { amount }, taxCode: line.taxCode, rateBasisPoints: rate };
}

/** What the complete lines come to, by the same function with which the service will compute them. */
export function computationOf(
  document: Pick<TypedDocument, 'lines' | 'pricesInclude' | 'date'>,
  terms: Terms,
): { readonly computation: Computation; readonly byKey: ReadonlyMap<number, number> } {
  const complete = document.lines
    .filter((line) => !isBlankItem(line))
    .flatMap((line) => {
      const taxable = taxableOf(line, document.date, terms);
      return taxable ? [{ key: line.key, taxable }] : [];
    });
  return {
    computation: computeTax({
      lines: complete.map((line) => line.taxable),
      pricesInclude: document.pricesInclude,
      rounding: terms.rounding,
      digits: terms.digits,
    }),
    byKey: new Map(complete.map((line, index) => [line.key, index])),
  };
}

export type DocumentObstacle = { readonly kind: 'noCustomer' | 'noLines' | 'noRate' } | { readonly kind: 'badLine'; readonly line: number };

/** What keeps it from being saved, in the order in which its writer meets it. */
export function obstacleOf(document: TypedDocument, bookCurrency: string, terms: Terms): DocumentObstacle | undefined {
  if (document.contact === '') return { kind: 'noCustomer' };
  if (document.currency !== bookCurrency && !decimalOf(document.rate)) return { kind: 'noRate' };
  if (document.lines.every(isBlankItem)) return { kind: 'noLines' };
  const bad = document.lines.findIndex((line) => !isBlankItem(line) && (line.text.trim() === '' || !taxableOf(line, document.date, terms)));
  return bad === -1 ? undefined : { kind: 'badLine', line: bad + 1 };
}

/** What is sent. */
export function bodyOf(document: TypedDocument, bookCurrency: string) {
  const { contact, date, dueDate, currency, rate, pricesInclude, reference, notes } = document;
  return {
    contact,
    date,
    ...(dueDate !== '' && { dueDate }),
    ...(currency !== bookCurrency && { currency, rate }),
    pricesInclude,
    ...(reference.trim() !== '' && { reference: reference.trim() }),
    ...(notes.trim() !== '' && { notes: notes.trim() }),
    lines: document.lines
      .filter((line) => !isBlankItem(line))
      .map((line) => {
        const discount = discountOf(line.discount);
        const exact = discount && ('amount' in discount ? { amount: padDecimals(discount.amount, digitsOf(currency) ?? 2) } : discount);
        return {
          text: line.text.trim(),
          quantity: line.quantity,
          unitPrice: line.unitPrice,
          ...(exact && { discount: exact }),
          taxCode: line.taxCode,
          ...(line.account !== '' && { account: line.account }),
        };
      }),
  };
}

/** The same for a draft that exists: what was emptied is said to be empty. */
export function changeOf(document: TypedDocument, bookCurrency: string) {
  return {
    ...bodyOf(document, bookCurrency),
    reference: document.reference.trim() || null,
    notes: document.notes.trim() || null,
    ...(document.currency === bookCurrency && { currency: bookCurrency, rate: null }),
  };
}

import { assert } from '../../kernel/decision.ts';
import { divideRounded, type Rounding } from '../../kernel/money.ts';

/** An exact decimal: `value / 10^scale`. A quantity of 1.5 is `{ value: 15n, scale: 1 }`. */
export interface Decimal {
  readonly value: bigint;
  readonly scale: number;
}

export interface TaxableLine {
  readonly quantity: Decimal;
  /** In whole units of the currency, to any precision: fuel is priced at 0.6125 a litre. */
  readonly unitPrice: Decimal;
  /** Never negative, never above the listed amount: the caller refuses both. An amount has no sign and follows the line's, so that a credit mirrors its sale. */
  readonly discount?: { readonly percentBasisPoints: number } | { readonly amount: bigint };
  readonly taxCode: string;
  readonly rateBasisPoints: number;
}

/** How a document rounds its tax. Stored on it, so that it adds up the same for ever (rule B11). */
export interface TaxRounding {
  readonly level: 'line' | 'document';
  readonly mode: Rounding;
}

export interface TaxableDocument {
  readonly lines: readonly TaxableLine[];
  /** Whether unit prices and discount amounts contain the tax, as in a shop. */
  readonly pricesInclude: boolean;
  readonly rounding: TaxRounding;
  /** Decimals of the document's currency. */
  readonly digits: number;
}

/** One line in minor units. `listed` is quantity times price; `listed - discount` is `net`, or `gross` where prices include the tax. */
export interface ComputedLine {
  readonly listed: bigint;
  readonly discount: bigint;
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

export interface ComputedTax {
  readonly taxCode: string;
  readonly rateBasisPoints: number;
  readonly base: bigint;
  readonly tax: bigint;
}

export interface Computation {
  readonly lines: readonly ComputedLine[];
  /** One row per code and rate, in the order in which the lines bring them. */
  readonly taxes: readonly ComputedTax[];
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

/**
 * Works out the tax of an invoice or bill. Whatever the rounding, net + tax = gross on every line, in every row of the tax summary and in
 * the totals, and the lines sum to the totals: what is printed adds up with a pocket calculator.
 */
export function computeTax(document: TaxableDocument): Computation {
  const amounts = document.lines.map((line) => amountOf(line, document));
  const groups = groupByTax(document.lines);
  const taxOf: bigint[] = document.lines.map(() => 0n);
  for (const group of groups) {
    const fraction = taxFraction(group.rateBasisPoints, document.pricesInclude);
    const taxes = taxesOf(
      group.lines.map((index) => at(amounts, index).entered),
      fraction,
      document.rounding,
    );
    group.lines.forEach((index, place) => {
      taxOf[index] = at(taxes, place);
    });
  }
  const lines = amounts.map(({ listed, discount, entered }, index): ComputedLine => {
    const tax = at(taxOf, index);
    return document.pricesInclude
      ? { listed, discount, net: entered - tax, tax, gross: entered }
      : { listed, discount, net: entered, tax, gross: entered + tax };
  });
  const taxes = groups.map(({ taxCode, rateBasisPoints, lines: members }): ComputedTax => {
    const own = members.map((index) => at(lines, index));
    return { taxCode, rateBasisPoints, base: sum(own.map((line) => line.net)), tax: sum(own.map((line) => line.tax)) };
  });
  return {
    lines,
    taxes,
    net: sum(lines.map((line) => line.net)),
    tax: sum(lines.map((line) => line.tax)),
    gross: sum(lines.map((line) => line.gross)),
  };
}

/** An exact fraction. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const WHOLE = 10_000n;

// The listed amount and the discount are each rounded, because each is printed (and stated in an e-invoice): their difference is then exact.
function amountOf(line: TaxableLine, { digits, rounding }: TaxableDocument): { listed: bigint; discount: bigint; entered: bigint } {
  const scale = line.quantity.scale + line.unitPrice.scale;
  const listed = divideRounded(line.quantity.value * line.unitPrice.value * 10n ** BigInt(digits), 10n ** BigInt(scale), rounding.mode);
  const discount = discountOf(line, listed, rounding.mode);
  return { listed, discount, entered: listed - discount };
}

function discountOf({ discount }: TaxableLine, listed: bigint, mode: Rounding): bigint {
  if (!discount) return 0n;
  if ('amount' in discount) return listed < 0n ? -discount.amount : discount.amount;
  const { numerator, denominator } = basisPoints(discount.percentBasisPoints);
  return divideRounded(listed * numerator, denominator, mode);
}

/** The part of an entered amount that is tax: rate, or rate / (1 + rate) where the amount contains it. */
function taxFraction(rateBasisPoints: number, pricesInclude: boolean): Fraction {
  const { numerator, denominator } = basisPoints(rateBasisPoints);
  return pricesInclude ? { numerator, denominator: denominator + numerator } : { numerator, denominator };
}

/** Basis points as an exact fraction, read from their decimal form: 887.5 is 8875 / 100000, with no binary float in between. */
function basisPoints(points: number): Fraction {
  const [whole = '0', decimals = ''] = String(points).split('.');
  return { numerator: BigInt(whole + decimals), denominator: WHOLE * 10n ** BigInt(decimals.length) };
}

function taxesOf(entered: readonly bigint[], { numerator, denominator }: Fraction, { level, mode }: TaxRounding): bigint[] {
  if (level === 'line') return entered.map((amount) => divideRounded(amount * numerator, denominator, mode));
  const total = divideRounded(sum(entered) * numerator, denominator, mode);
  return spread(
    total,
    entered.map((amount) => amount * numerator),
    denominator,
  );
}

/**
 * Splits a rounded total over its lines: each gets the whole part of its exact share (`exact / denominator`), and what is left goes by single units to
 * the largest remainders, ties to the earlier line. Unlike `allocate` it takes lines of both signs, as an invoice that deducts a deposit has,
 * and every line stays within one unit of its exact tax.
 */
function spread(total: bigint, exact: readonly bigint[], denominator: bigint): bigint[] {
  const shares = exact.map((value) => value / denominator);
  let left = total - sum(shares);
  const unit = left < 0n ? -1n : 1n;
  const order = exact
    .map((value, index) => ({ index, remainder: (value % denominator) * unit }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  for (const { index } of order) {
    if (left === 0n) break;
    shares[index] = at(shares, index) + unit;
    left -= unit;
  }
  return shares;
}

function groupByTax(lines: readonly TaxableLine[]): { taxCode: string; rateBasisPoints: number; lines: number[] }[] {
  const groups = new Map<string, { taxCode: string; rateBasisPoints: number; lines: number[] }>();
  lines.forEach(({ taxCode, rateBasisPoints }, index) => {
    const key = `${rateBasisPoints} ${taxCode}`;
    const group = groups.get(key) ?? { taxCode, rateBasisPoints, lines: [] };
    group.lines.push(index);
    groups.set(key, group);
  });
  return [...groups.values()];
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  assert(found !== undefined, 'one result per line');
  return found;
}

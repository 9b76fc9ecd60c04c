import { type Decimal, powerOfTen } from './decimal.ts';
import { ARABIC_DECIMAL_MARK, ARABIC_GROUP_MARK, digitValue } from './digits.ts';
import { type Problem, problem, problemWith } from './problem.ts';

export type DecimalMark = '.' | ',';

/** Far beyond any money, and the most decimals that hledger itself keeps. */
const MAX_DIGITS = 255;

/**
 * Reads a number as hledger does: a lone mark is of decimals unless another decimal mark was declared; several alike are of thousands.
 * `1,000` is therefore one, and `1,000,000` a million.
 */
export function readHledgerNumber(text: string, declared?: DecimalMark): Decimal | Problem {
  const plain = declared === ',' ? undefined : readPlain(text);
  if (plain) return plain;
  const exponentAt = text.search(/[eE]/);
  const figures = figuresOf(exponentAt < 0 ? text : text.slice(0, exponentAt));
  if (!figures) return problemWith('import.amount_malformed', text);
  const decimals = hledgerDecimals(figures, declared);
  if (decimals === undefined) return problemWith('import.amount_malformed', text);
  if (exponentAt < 0) return decimalOf(figures, decimals);
  const grouped = figures.marks.length > (decimals > 0 ? 1 : 0);
  return grouped ? problemWith('import.amount_malformed', text) : shifted(figures, decimals, Number(text.slice(exponentAt + 1)));
}

/** How many of the digits are decimals; undefined where the marks contradict each other. */
function hledgerDecimals({ digits, marks }: Figures, declared: DecimalMark | undefined): number | undefined {
  const last = marks.at(-1);
  if (!last) return 0;
  const after = digits.length - last.after;
  const earlier = marks.slice(0, -1);
  if (earlier.some(({ mark }) => mark !== earlier[0]?.mark || mark === ARABIC_DECIMAL_MARK)) return undefined;
  if (earlier[0]) {
    if (earlier[0].mark === last.mark) return 0;
    return isGroupOnly(last.mark) ? undefined : after;
  }
  if (isGroupOnly(last.mark)) return 0;
  const ambiguous = last.mark !== ARABIC_DECIMAL_MARK && last.after > 0 && after > 0;
  return ambiguous && declared !== undefined && declared !== last.mark ? 0 : after;
}
const isGroupOnly = (mark: string): boolean => mark !== '.' && mark !== ',' && mark !== ARABIC_DECIMAL_MARK;

/** A number that Ledger read, and whether it showed that its commodity writes decimals after a comma. */
export interface LedgerNumber extends Decimal {
  readonly decimalComma: boolean;
}

/**
 * Reads a number as Ledger does, from its end: a lone comma is of thousands if three digits follow it, of decimals otherwise.
 * `1,000` is therefore a thousand, and `1,00` is one.
 */
export function readLedgerNumber(text: string, decimalComma: boolean): LedgerNumber | Problem {
  const plain = decimalComma ? undefined : readPlain(text);
  if (plain) return { ...plain, decimalComma };
  const figures = figuresOf(text);
  const decimals = figures && ledgerDecimals(figures, decimalComma);
  if (!decimals) return problemWith('import.amount_malformed', text);
  const read = decimalOf(figures, decimals.count);
  return 'problem' in read ? read : { ...read, decimalComma: decimals.comma };
}

function ledgerDecimals({ digits, marks }: Figures, decimalComma: boolean): { count: number; comma: boolean } | undefined {
  let comma = decimalComma;
  let count = 0;
  let counted = digits.length;
  let [moreCommas, morePeriods, commaSeen, periodSeen] = [true, true, false, false];
  for (const { mark, after } of marks.toReversed()) {
    const following = counted - after;
    if (after === digits.length) return undefined;
    if (mark === ARABIC_GROUP_MARK) continue;
    const decimals = mark === ARABIC_DECIMAL_MARK || (mark === '.' && !comma && !commaSeen) || (mark === ',' && (comma || following % 3 !== 0));
    if (mark === ',' ? !moreCommas || (decimals && (periodSeen || commaSeen)) : mark === '.' ? !morePeriods : periodSeen || commaSeen)
      return undefined;
    if (decimals) {
      count = following;
      counted = after;
      comma ||= mark === ',';
      if (mark === ',') moreCommas = false;
      else morePeriods = false;
    } else if (following % 3 !== 0 || (mark !== ',' && mark !== '.')) return undefined;
    else if (mark === '.') moreCommas = false;
    else morePeriods = false;
    if (mark === ',') commaSeen = true;
    else periodSeen = true;
  }
  return { count, comma };
}

/** Digits with at most one period: nearly every number of nearly every file. */
function readPlain(text: string): Decimal | undefined {
  const length = text.length;
  if (length > 15) return undefined;
  let value = 0;
  let point = -1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    else if (code === 46 && point < 0) point = i;
    else return undefined;
  }
  if (length === 0 || (point >= 0 && (length === 1 || point === length - 1))) return undefined;
  return { quantity: BigInt(value), scale: point < 0 ? 0 : length - 1 - point };
}

interface Figures {
  /** The digits alone, in Latin figures. */
  readonly digits: string;
  /** Each mark, with the number of digits before it. */
  readonly marks: readonly { readonly mark: string; readonly after: number }[];
}

function figuresOf(text: string): Figures | undefined {
  let digits = '';
  const marks: { mark: string; after: number }[] = [];
  for (const char of text) {
    const value = digitValue(char.charCodeAt(0));
    if (value >= 0) digits += value;
    else marks.push({ mark: char, after: digits.length });
  }
  return digits === '' ? undefined : { digits, marks };
}

function decimalOf({ digits }: Figures, scale: number): Decimal | Problem {
  if (digits.length > MAX_DIGITS) return problem('import.amount_too_long', { limit: MAX_DIGITS });
  return { quantity: BigInt(digits), scale };
}

function shifted(figures: Figures, scale: number, exponent: number): Decimal | Problem {
  if (!(Math.abs(exponent) + figures.digits.length <= MAX_DIGITS)) return problem('import.amount_too_long', { limit: MAX_DIGITS });
  const read = decimalOf(figures, scale - exponent);
  return 'problem' in read || read.scale >= 0 ? read : { quantity: read.quantity * powerOfTen(-read.scale), scale: 0 };
}

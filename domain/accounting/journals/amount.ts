import { type Decimal, quantityOf } from './decimal.ts';
import { ARABIC_DECIMAL_MARK, ARABIC_GROUP_MARK, isDigit } from './digits.ts';
import type { Quantity } from './journal.ts';
import { skipBlanks } from './lines.ts';
import { type Problem, problemWith } from './problem.ts';

/** How one plain-text format writes its amounts. */
export interface AmountStyle {
  /** Characters that end a commodity written without quotes. */
  readonly symbolEnds: ReadonlySet<string>;
  /** Whether groups of digits may be parted by spaces, and exponents and plus signs be used. */
  readonly generous: boolean;
  readonly readNumber: (text: string, commodity: string) => Decimal | Problem;
  /** The commodity that a bare number, or another name of a commodity, stands for. */
  readonly commodityOf: (symbol: string) => string;
}

/** Reads amounts out of a line: `$-1,000.00`, `10 EUR`, `-3 "green apples"`. `next` is where the last one ended. */
export class AmountReader {
  next = 0;
  readonly #style: AmountStyle;

  constructor(style: AmountStyle) {
    this.#style = style;
  }

  read(text: string, from: number): Quantity | Problem {
    let at = from;
    let negative = false;
    let symbol: string | undefined;
    for (;;) {
      at = skipBlanks(text, at);
      const code = text.charCodeAt(at);
      if (startsNumber(text, at)) return this.#readNumber(text, from, at, symbol, negative);
      if (code === MINUS) negative = !negative;
      else if (code !== PLUS || !this.#style.generous) {
        if (symbol !== undefined) return malformed(text, from);
        const end = this.#symbolEnd(text, at);
        if (end < 0) return malformed(text, from);
        symbol = unquoted(text.slice(at, end));
        at = end - 1;
      }
      at++;
    }
  }

  #readNumber(text: string, from: number, start: number, before: string | undefined, negative: boolean): Quantity | Problem {
    const end = this.#numberEnd(text, start);
    let symbol = before;
    this.next = end;
    if (symbol === undefined) {
      const at = skipBlanks(text, end);
      const symbolEnd = this.#symbolEnd(text, at);
      if (symbolEnd >= 0) {
        symbol = unquoted(text.slice(at, symbolEnd));
        this.next = symbolEnd;
      }
    }
    const commodity = this.#style.commodityOf(symbol ?? '');
    const number = this.#style.readNumber(text.slice(start, end), commodity);
    if ('problem' in number) return number.problem === 'import.amount_malformed' ? malformed(text, from) : number;
    return quantityOf(negative ? { quantity: -number.quantity, scale: number.scale } : number, commodity);
  }

  #numberEnd(text: string, start: number): number {
    let at = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (isDigit(code) || isMark(text[at])) at++;
      else if (this.#style.generous && isGroupSpace(code) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at - 1))) at++;
      else if (this.#style.generous && (code === UPPER_E || code === LOWER_E) && hasExponent(text, at + 1)) {
        at += 2;
        while (isDigit(text.charCodeAt(at))) at++;
        return at;
      } else return at;
    }
  }

  /** Where the commodity that starts here ends; -1 where none does. */
  #symbolEnd(text: string, start: number): number {
    if (text[start] === '"') return text.indexOf('"', start + 1) + 1 || -1;
    let at = start;
    for (; at < text.length; at++) {
      const char = text[at] ?? '';
      if (this.#style.symbolEnds.has(char) || isDigit(char.charCodeAt(0))) break;
    }
    return at > start ? at : -1;
  }
}

const MINUS = 45;
const PLUS = 43;
const UPPER_E = 69;
const LOWER_E = 101;

const isMark = (char: string | undefined): boolean => char === '.' || char === ',' || char === ARABIC_DECIMAL_MARK || char === ARABIC_GROUP_MARK;
const isGroupSpace = (code: number): boolean => code === 32 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a);

function startsNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || (isMark(text[at]) && isDigit(text.charCodeAt(at + 1)));
}
function hasExponent(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || ((code === MINUS || code === PLUS) && isDigit(text.charCodeAt(at + 1)));
}

const unquoted = (symbol: string): string => (symbol.startsWith('"') ? symbol.slice(1, -1) : symbol);

function malformed(text: string, from: number): Problem {
  const comment = text.indexOf(';', from);
  return problemWith('import.amount_malformed', text.slice(from, comment < 0 ? text.length : comment).trim());
}

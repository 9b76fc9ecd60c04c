import { add, type Decimal, divide, multiply, negate, subtract } from './decimal.ts';
import { ARABIC_DECIMAL_MARK, ARABIC_GROUP_MARK, latinDigits } from './digits.ts';
import { isProblem, type Problem, problem, problemWith } from './problem.ts';

type TokenKind = 'string' | 'date' | 'account' | 'number' | 'currency' | 'tag' | 'link' | 'key' | 'word' | 'mark' | 'end';

/** Splits one line of Beancount into tokens, one at a time: `kind` and `text` are those of the token under the cursor. */
export class Tokens {
  kind: TokenKind = 'end';
  text = '';
  readonly line: string;
  #next = 0;

  constructor(line: string, from = 0) {
    this.line = line;
    this.#next = from;
    this.advance();
  }

  advance(): void {
    TOKEN.lastIndex = this.#next;
    const found = TOKEN.exec(this.line);
    if (!found || found[1] !== undefined) {
      this.kind = 'end';
      this.text = found?.[1] ?? '';
      this.#next = this.line.length;
      return;
    }
    const [whole, , string, date, account, number, currency, tag, link, key, word] = found;
    this.#next += whole.length;
    this.text = whole.trim();
    if (string !== undefined) this.#be('string', unescaped(string.slice(1, -1)));
    else if (date !== undefined) this.#be('date', date);
    else if (number !== undefined) this.#be('number', number);
    else if (account !== undefined) this.#be('account', account);
    else if (key !== undefined) this.#be('key', key.slice(0, -1));
    else if (currency !== undefined) this.#be('currency', currency);
    else if (tag !== undefined) this.#be('tag', tag.slice(1));
    else if (link !== undefined) this.#be('link', link.slice(1));
    else if (word !== undefined) this.#be('word', word);
    else this.kind = this.text === '' ? 'end' : 'mark';
  }

  /** Takes the token under the cursor if it is of a kind, or this very mark or word. */
  take(kind: TokenKind, text?: string): string | undefined {
    if (this.kind !== kind || (text !== undefined && this.text !== text)) return undefined;
    const taken = this.text;
    this.advance();
    return taken;
  }

  /** What stands in a comment at the end of the line. */
  get comment(): string {
    return this.kind === 'end' ? this.text.replace(/^;+/, '').trim() : '';
  }

  /** `2 * (3 + 4.50)`: a number, or sums of numbers. Undefined where none begins. */
  expression(): Decimal | Problem | undefined {
    if (this.kind !== 'number' && !(this.kind === 'mark' && (this.text === '-' || this.text === '+' || this.text === '('))) return undefined;
    return this.#sum(0);
  }

  #sum(depth: number): Decimal | Problem {
    let left = this.#product(depth);
    while (!isProblem(left) && this.kind === 'mark' && (this.text === '+' || this.text === '-')) {
      const plus = this.take('mark') === '+';
      const right = this.#product(depth);
      left = isProblem(right) ? right : plus ? add(left, right) : subtract(left, right);
    }
    return left;
  }

  #product(depth: number): Decimal | Problem {
    let left = this.#factor(depth);
    while (!isProblem(left) && this.kind === 'mark' && (this.text === '*' || this.text === '/')) {
      const times = this.take('mark') === '*';
      const right = this.#factor(depth);
      if (isProblem(right)) return right;
      if (!times && right.quantity === 0n) return problemWith('import.amount_malformed', this.line.trim());
      left = times ? multiply(left, right) : divide(left, right);
      if (left.scale > MAX_DIGITS) return problem('import.amount_too_long', { limit: MAX_DIGITS });
    }
    return left;
  }

  #factor(depth: number): Decimal | Problem {
    if (depth > MAX_DEPTH) return problemWith('import.amount_malformed', this.line.trim());
    if (this.take('mark', '+')) return this.#factor(depth + 1);
    if (this.take('mark', '-')) {
      const positive = this.#factor(depth + 1);
      return isProblem(positive) ? positive : negate(positive);
    }
    if (this.take('mark', '(')) {
      const inner = this.#sum(depth + 1);
      return isProblem(inner) || this.take('mark', ')') ? inner : problemWith('import.amount_malformed', this.line.trim());
    }
    const digits = this.take('number');
    return digits === undefined ? problemWith('import.amount_malformed', this.line.trim()) : numberOf(digits);
  }

  #be(kind: TokenKind, text: string): void {
    this.kind = kind;
    this.text = text;
  }
}

const MAX_DIGITS = 255;
const MAX_DEPTH = 50;

/** Thousands are parted by commas, decimals by a period; in Arabic figures by the Arabic marks. */
function numberOf(text: string): Decimal | Problem {
  const plain = latinDigits(text).replaceAll(',', '').replaceAll(ARABIC_GROUP_MARK, '').replace(ARABIC_DECIMAL_MARK, '.');
  const point = plain.indexOf('.');
  const digits = point < 0 ? plain : plain.slice(0, point) + plain.slice(point + 1);
  if (digits.length > MAX_DIGITS) return problem('import.amount_too_long', { limit: MAX_DIGITS });
  return { quantity: BigInt(digits), scale: point < 0 ? 0 : plain.length - 1 - point };
}

const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(.)/gs, (_whole, char: string) => ({ n: '\n', t: '\t' })[char] ?? char) : text;

const TOKEN = new RegExp(
  '\\s*(?:(;.*)' +
    '|("(?:[^"\\\\]|\\\\.)*")' +
    '|(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?!\\d))' +
    '|([A-Z\\u0080-\\u065f\\u066d-\\u06ef\\u06fa-\\uffff][A-Za-z0-9\\-\\u0080-\\uffff]*(?::[A-Z0-9\\u0080-\\uffff][A-Za-z0-9\\-\\u0080-\\uffff]*)+)' +
    '|([0-9٠-٩۰-۹](?:[0-9٠-٩۰-۹,٬]*[0-9٠-٩۰-۹])?(?:[.٫][0-9٠-٩۰-۹]*)?)' +
    "|([A-Z](?:[A-Z0-9'._-]{0,22}[A-Z0-9])?(?![A-Za-z0-9]))" +
    '|(#[A-Za-z0-9\\-_/.\\u0080-\\uffff]+)' +
    '|(\\^[A-Za-z0-9\\-_/.\\u0080-\\uffff]+)' +
    '|([a-z][A-Za-z0-9\\-_]+:)' +
    '|([A-Za-z]+)' +
    '|\\{\\{|\\}\\}|@@|\\S)|\\s+$',
  'sy',
);

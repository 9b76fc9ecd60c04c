/** Walks a text line by line without splitting it: `text` is the line under the cursor, without its end, and `number` counts from 1. */
export class Lines {
  text = '';
  number = 0;
  readonly #whole: string;
  #next: number;

  constructor(whole: string) {
    this.#whole = whole;
    this.#next = whole.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  }

  /** Moves to the next line; false at the end of the text. */
  advance(): boolean {
    const whole = this.#whole;
    if (this.#next >= whole.length) {
      this.text = '';
      return false;
    }
    let end = whole.indexOf('\n', this.#next);
    const next = end < 0 ? whole.length : end + 1;
    if (end < 0) end = whole.length;
    if (end > this.#next && whole.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    this.text = whole.slice(this.#next, end);
    this.#next = next;
    this.number++;
    return true;
  }

  /** Whether the line that comes next is indented and holds something: it belongs to what is under the cursor. */
  continues(): boolean {
    const whole = this.#whole;
    let at = this.#next;
    if (!isBlank(whole.charCodeAt(at))) return false;
    while (isBlank(whole.charCodeAt(at))) at++;
    const code = whole.charCodeAt(at);
    return !(Number.isNaN(code) || code === LINE_FEED || (code === CARRIAGE_RETURN && whole.charCodeAt(at + 1) === LINE_FEED));
  }
}

const BYTE_ORDER_MARK = 0xfeff;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const SPACE = 32;
const TAB = 9;

export const isBlank = (code: number): boolean => code === SPACE || code === TAB;

/** The first position from `at` that is neither a space nor a tab. */
export function skipBlanks(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Visits each indented line below the cursor, without its indent. */
export function eachBelow(lines: Lines, visit: (text: string) => void): void {
  while (lines.continues()) {
    lines.advance();
    visit(lines.text.slice(skipBlanks(lines.text, 0)));
  }
}

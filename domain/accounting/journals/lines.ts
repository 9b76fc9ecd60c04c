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

/** Where an account's name ends: at two spaces, at a tab, or with the line. */
export function nameEnd(text: string, start: number): number {
  const spaces = text.indexOf('  ', start);
  const tab = text.indexOf('\t', start);
  let end = Math.min(spaces < 0 ? text.length : spaces, tab < 0 ? text.length : tab);
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** A line without its comment. */
export function withoutComment(text: string): string {
  const at = text.indexOf(';');
  return (at < 0 ? text : text.slice(0, at)).trimEnd();
}

/** The first line that is longer than any that a person writes, if there is one. */
export function overlongLine(text: string): number | undefined {
  for (let start = 0, line = 1; start < text.length; line++) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > LONGEST_LINE) return line;
    if (end < 0) return undefined;
    start = end + 1;
  }
  return undefined;
}
export const LONGEST_LINE = 10_000;

/** Visits each indented line below the cursor, without its indent. */
export function eachBelow(lines: Lines, visit: (text: string) => void): void {
  while (lines.continues()) {
    lines.advance();
    visit(lines.text.slice(skipBlanks(lines.text, 0)));
  }
}

import { Lines } from './lines.ts';

/** Blank lines, comments, and lines that outline editors begin with a mark, which Beancount passes over. */
export const isSilent = (text: string): boolean => /^(?:\s*(?:;|$)|[*#:!&?%]|[PSTCURM](?:\s|$))/.test(text);

/** Lines of Beancount: a quoted text may run over several, which are then read as one. */
export class BeancountLines extends Lines {
  /** A quotation mark was opened and the file, or the longest text that is read, ended before it was closed. */
  unclosed = false;
  /** The line on which what is under the cursor began. */
  begun = 0;

  override advance(): boolean {
    this.unclosed = false;
    if (!super.advance()) return false;
    this.begun = this.number;
    if (!this.text.includes('"') || isSilent(this.text) || closesQuotes(this.text)) return true;
    const parts = [this.text];
    while (parts.length < LONGEST_TEXT && super.advance()) {
      parts.push(this.text);
      if (this.text.includes('"') && closesQuotes(parts.join('\n'))) break;
    }
    this.text = parts.join('\n');
    this.unclosed = !closesQuotes(this.text);
    return true;
  }
}

/** As many lines as Beancount itself lets a text have. */
const LONGEST_TEXT = 64;

function closesQuotes(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, '').replace(/;.*$/s, '');
  return !bare.includes('"');
}

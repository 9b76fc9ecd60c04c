import { type AutomatedRule, readRule } from './automated.ts';
import { isDigit } from './digits.ts';
import { readDirective } from './directives.ts';
import type { LineFault } from './journal.ts';
import { eachBelow, Lines, skipBlanks } from './lines.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { faultAt, problem } from './problem.ts';
import { readEntry } from './read-entry.ts';
import type { WrittenEntry } from './written-entry.ts';

export type WrittenItem =
  | { readonly kind: 'entry'; readonly entry: WrittenEntry }
  | { readonly kind: 'rule'; readonly rule: AutomatedRule }
  | { readonly kind: 'fault'; readonly fault: LineFault };

/** Reads the plain text that hledger and Ledger share, item by item, as written. The first character of a line says what the line is. */
export function* readPlainText(text: string, context: PlainTextContext): Iterable<WrittenItem> {
  const lines = new Lines(text);
  while (lines.advance()) {
    const first = lines.text.charCodeAt(0);
    if (isDigit(first)) {
      const read = readEntry(lines, context);
      if (isFaults(read)) yield* faulty(read);
      else yield { kind: 'entry', entry: read };
    } else if (first === EQUALS && context.dialect === 'ledger') {
      const read = readRule(lines, context);
      if (isFaults(read)) yield* faulty(read);
      else yield { kind: 'rule', rule: read };
    } else if (first === TILDE || first === EQUALS) {
      // A periodic entry is a budget or a forecast: it posts nothing. hledger's automated entries post only where `--auto` asks for it.
      eachBelow(lines, () => undefined);
    } else if (!isSilent(lines.text, context)) yield* faulty(readOther(lines, context));
  }
}

const EQUALS = 61;
const TILDE = 126;

const isFaults = (read: object): read is LineFault[] => Array.isArray(read);

function* faulty(faults: readonly LineFault[]): Iterable<WrittenItem> {
  for (const fault of faults) yield { kind: 'fault', fault };
}

/** Blank lines and comments. hledger also takes comments that are indented outside an entry. */
function isSilent(text: string, { dialect }: PlainTextContext): boolean {
  const start = skipBlanks(text, 0);
  if (start === text.length) return true;
  return (start === 0 || text[start] === ';' || dialect === 'hledger') && ';#*%|'.includes(text[start] ?? '');
}

function readOther(lines: Lines, context: PlainTextContext): LineFault[] {
  if (skipBlanks(lines.text, 0) > 0) return [faultAt(lines.number, problem('import.line_indented'))];
  return readDirective(lines, context);
}

import { type Problem, problem } from './problem.ts';

/** A row of a CSV file, with the line on which it starts, or what is wrong there. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] } | ({ readonly line: number } & Problem);

/**
 * Splits a CSV file (RFC 4180) into rows: cells in quotes may hold separators, line ends and doubled quotes. Cells are parted by commas,
 * semicolons or tabs, whichever the first line has most of. Rows that are empty are left out.
 */
export function* readCsv(text: string): Iterable<CsvRow> {
  let { at, line, delimiter } = start(text);
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const stop = text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > at ? end - 1 : end;
    const plain = text.slice(at, stop);
    if (!plain.includes('"')) {
      if (plain !== '') yield { line, cells: plain.split(delimiter) };
      at = end + 1;
      line++;
      continue;
    }
    const row = quotedRow(text, at, delimiter);
    yield 'problem' in row ? { line, problem: row.problem } : { line, cells: row.cells };
    line += row.lines;
    at = row.next;
  }
}

const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = '\ufeff';

function start(text: string): { at: number; line: number; delimiter: string } {
  const at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  // Excel's own note of the separator.
  const noted = /^sep=(.)\r?\n/.exec(text.slice(at, at + 8));
  if (noted) return { at: at + noted[0].length, line: 2, delimiter: noted[1] ?? ',' };
  const end = text.indexOf('\n', at);
  const first = text.slice(at, end < 0 ? text.length : end).replace(/"[^"]*"/g, '');
  const count = (mark: string): number => first.split(mark).length;
  const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  return { at, line: 1, delimiter };
}

type Quoted =
  | { readonly cells: readonly string[]; readonly next: number; readonly lines: number }
  | (Problem & { readonly next: number; readonly lines: number });

function quotedRow(text: string, from: number, delimiter: string): Quoted {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return { ...problem('import.text_not_closed'), next: text.length, lines };
      const inner = text.slice(at + 1, close);
      lines += inner.split('\n').length - 1;
      cell = inner.replaceAll('""', '"');
      at = close + 1;
      if (text[at] === '\r' && text[at + 1] === '\n') at++;
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n')
        return { ...problem('import.text_not_closed'), next: lineAfter(text, at), lines };
    } else {
      const end = cellEnd(text, at, delimiter);
      cell = text.slice(at, text[end] === '\n' && text[end - 1] === '\r' && end > at ? end - 1 : end);
      at = end;
    }
    cells.push(cell);
    if (text[at] !== delimiter) return { cells, next: at + 1, lines };
    at++;
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
  return at;
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

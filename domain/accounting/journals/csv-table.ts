import { latinDigits } from './digits.ts';
import type { LineFault } from './journal.ts';
import { faultAt, problem } from './problem.ts';
import { readCsv } from './read-csv.ts';

/** What each column may be called, in English and in Arabic. */
export type ColumnNames<C extends string> = Readonly<Record<C, readonly string[]>>;

/** A row of a table whose columns are known by name. */
export interface TableRow<C extends string> {
  readonly line: number;
  /** The cell of a column, trimmed; empty where the file has no such column. */
  readonly cell: (column: C) => string;
  /** The cells of columns that are not known, by their own names. */
  readonly others: Readonly<Record<string, string>>;
}

export type TableItem<C extends string> = { readonly kind: 'row'; readonly row: TableRow<C> } | { readonly kind: 'fault'; readonly fault: LineFault };

/** Reads a CSV file whose first line names its columns. Says which of the columns are there before the first row. */
export function* readTable<C extends string>(
  text: string,
  names: ColumnNames<C>,
  missing: (has: (column: C) => boolean) => string | undefined,
): Iterable<TableItem<C>> {
  let header: Header<C> | undefined;
  for (const row of readCsv(text)) {
    if ('problem' in row) yield { kind: 'fault', fault: faultAt(row.line, row) };
    else if (header) {
      const faulty = row.cells.length > header.width && row.cells.slice(header.width).some((cell) => cell.trim() !== '');
      if (faulty)
        yield { kind: 'fault', fault: faultAt(row.line, problem('import.row_length', { count: row.cells.length, expected: header.width })) };
      else if (row.cells.some((cell) => cell.trim() !== '')) yield { kind: 'row', row: tableRow(row.line, row.cells, header) };
    } else {
      header = readHeader(row.cells, names);
      const { at, twice } = header;
      const absent = missing((column) => at.has(column));
      if (twice !== undefined) yield { kind: 'fault', fault: faultAt(row.line, problem('import.column_twice', { column: twice })) };
      if (absent !== undefined) yield { kind: 'fault', fault: faultAt(row.line, problem('import.column_missing', { column: absent })) };
      if (twice !== undefined || absent !== undefined) return;
    }
  }
  if (!header) yield { kind: 'fault', fault: faultAt(1, problem('import.file_empty')) };
}

interface Header<C extends string> {
  readonly at: ReadonlyMap<C, number>;
  readonly others: readonly (readonly [name: string, index: number])[];
  readonly width: number;
  readonly twice: string | undefined;
}

function readHeader<C extends string>(cells: readonly string[], names: ColumnNames<C>): Header<C> {
  const known = new Map<string, C>();
  for (const column of columnsOf(names)) for (const name of names[column]) known.set(plainName(name), column);
  const at = new Map<C, number>();
  const others: [string, number][] = [];
  let twice: string | undefined;
  for (const [index, cell] of cells.entries()) {
    const column = known.get(plainName(cell));
    if (column === undefined) {
      if (cell.trim() !== '') others.push([cell.trim(), index]);
    } else if (at.has(column)) twice ??= column;
    else at.set(column, index);
  }
  return { at, others, width: cells.length, twice };
}

function columnsOf<C extends string>(names: ColumnNames<C>): C[] {
  const columns: C[] = [];
  for (const column in names) columns.push(column);
  return columns;
}

function tableRow<C extends string>(line: number, cells: readonly string[], { at, others }: Header<C>): TableRow<C> {
  const cell = (column: C): string => {
    const index = at.get(column);
    return index === undefined ? '' : (cells[index]?.trim() ?? '');
  };
  return { line, cell, others: others.length === 0 ? NONE : otherCells(cells, others) };
}
const NONE: Readonly<Record<string, string>> = {};

function otherCells(cells: readonly string[], others: Header<string>['others']): Record<string, string> {
  return Object.fromEntries(others.flatMap(([name, index]) => (cells[index]?.trim() ? [[name, cells[index].trim()] as const] : [])));
}

/** `Tax Number`, `tax_number` and `TAX-NUMBER` are one; so are الإجمالي and الاجمالي. */
function plainName(name: string): string {
  return latinDigits(name)
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[\s_\-./#:*]+/g, '');
}

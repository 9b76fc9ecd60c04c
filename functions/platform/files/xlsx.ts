import type { Cell, CellObject, Row } from 'write-excel-file/node';
import type { Language } from '../../../domain/kernel/language.ts';
import { type AmountCell, amountText, isAmount, isDate, type Sheet, type SheetCell, type SheetColumn, wordsOf } from './sheet.ts';

/** A sheet as a workbook: amounts and dates that can be computed with, titles that stay in sight, right to left in Arabic. */
export async function xlsx(sheet: Sheet, language: Language): Promise<Uint8Array> {
  // Loaded when first needed: most requests write no workbook, and a cold start should not pay for it.
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const notes = [sheet.title, ...sheet.notes];
  const rows: Row[] = [
    ...notes.map((note, i): Row => [i === 0 ? { value: wordsOf(note, language), ...BOLD, fontSize: TITLE_SIZE } : wordsOf(note, language)]),
    sheet.columns.map(({ title, kind }) => ({
      value: wordsOf(title, language),
      ...BOLD,
      ...ALIGNED[kind],
      bottomBorderStyle: 'thin' as const,
      wrap: true,
    })),
    ...sheet.rows.map(({ cells, look }) => cells.map((cell, i) => cellOf(cell, language, look, sheet.columns[i]))),
  ];
  const workbook = writeWorkbook(rows, {
    sheet: sheetName(wordsOf(sheet.title, language)),
    columns: sheet.columns.map(({ width, kind }) => ({ width: width ?? WIDTH[kind] })),
    stickyRowsCount: notes.length + 1,
    rightToLeft: language === 'ar',
    dateFormat: 'yyyy-mm-dd',
  });
  return workbook.toBuffer();
}

const TITLE_SIZE = 14;
const BOLD = { fontWeight: 'bold' } as const;
const WIDTH = { text: 30, amount: 16, date: 12, count: 10 } as const satisfies Record<SheetColumn['kind'], number>;
const ALIGNED = { text: {}, amount: { align: 'right' }, date: {}, count: { align: 'right' } } as const satisfies Record<SheetColumn['kind'], object>;

function cellOf(cell: SheetCell, language: Language, look: 'heading' | 'total' | undefined, column: SheetColumn | undefined): Cell {
  const style = look && { ...BOLD, ...(look === 'total' && { topBorderStyle: 'thin' as const }) };
  if (cell === null) return look === 'total' ? { value: '', type: String, ...style } : null;
  if (typeof cell === 'number') return { value: cell, type: Number, ...style };
  if (isAmount(cell)) return { ...amountOf(cell), ...ALIGNED.amount, ...style };
  if (isDate(cell)) return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, ...style };
  return { value: wordsOf(cell, language).replaceAll(NOT_IN_XML, ''), type: String, ...(column?.kind === 'amount' && ALIGNED.amount), ...style };
}

/** One control character in a memo would make the whole workbook unreadable (XML 1.0, 2.2). */
const NOT_IN_XML = /[\p{Cc}--[\t\n\r]]|[\uFFFE\uFFFF]/gv;

/** A spreadsheet keeps fifteen digits: an amount of more is written as text, exact, rather than as a number that is not the amount. */
function amountOf(cell: AmountCell): CellObject {
  const { minor, digits } = cell;
  const magnitude = minor < 0n ? -minor : minor;
  if (magnitude > MAX_NUMBER) return { value: amountText(cell), type: String };
  const pattern = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
  return { value: Number(amountText(cell)), type: Number, format: `${pattern};-${pattern}` };
}
const MAX_NUMBER = 999_999_999_999_999n;

/** Names of sheets have at most 31 characters and none of these. */
const sheetName = (title: string): string =>
  title
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim();

import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../../domain/kernel/language.ts';
import { amountText, isAmount, isDate, type Sheet, type SheetCell, wordsOf } from './sheet.ts';

/** A sheet as CSV (RFC 4180): titles in the reader's language, one row per row. The byte order mark tells spreadsheets that it is UTF-8. */
export function csv(sheet: Sheet, language: Language): string {
  const titles = sheet.columns.map(({ title }) => guarded(wordsOf(title, language)));
  const rows = sheet.rows.map(({ cells }) => cells.map((cell) => written(cell, language)));
  return stringify([titles, ...rows], { bom: true, record_delimiter: 'windows' });
}

function written(cell: SheetCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // Before the guard: a negative amount begins with a minus and must stay a number.
  if (isAmount(cell)) return amountText(cell);
  if (isDate(cell)) return cell.date;
  return guarded(wordsOf(cell, language));
}

/** A text that a spreadsheet would run as a formula is shown as text instead (OWASP, CSV injection; the full-width forms are run too). */
const guarded = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

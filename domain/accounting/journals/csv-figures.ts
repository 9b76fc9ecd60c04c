import type { LocalDate } from '../../kernel/dates.ts';
import type { Decimal } from './decimal.ts';
import { ARABIC_DECIMAL_MARK, ARABIC_GROUP_MARK, latinDigits } from './digits.ts';
import { isProblem, type Problem, problem, problemWith } from './problem.ts';
import { DateReader, dateOf } from './written-date.ts';

/** What the cells of a file show of how it writes numbers and dates: looked for only when a cell by itself could be read in two ways. */
export interface Habits {
  readonly decimalMark: () => '.' | ',' | undefined;
  readonly dayFirst: () => boolean | undefined;
}

/** Looks through cells for one that can be read in one way only. Each answer is found once. */
export function habitsOf(amounts: () => Iterable<string>, dates: () => Iterable<string>): Habits {
  return { decimalMark: once(() => first(amounts(), markShown)), dayFirst: once(() => first(dates(), orderShown)) };
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
function first<T>(cells: Iterable<string>, shown: (cell: string) => T | undefined): T | undefined {
  for (const cell of cells) {
    const value = shown(cell);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** An amount in a cell: `1,234.50`, `1.234,50`, `(12.00)`, `١٢٣٫٥٠`. Undefined where the cell is empty. */
export function readCellAmount(cell: string, habits: Habits): Decimal | Problem | undefined {
  if (cell === '') return undefined;
  const [, opening, sign, figures, trailing, closing] = /^(\()?([-+\u2212])?([0-9.,']+)(-)?(\))?$/.exec(plainFigures(cell)) ?? [];
  if (figures === undefined || (opening === undefined) !== (closing === undefined) || !/\d/.test(figures))
    return problemWith('import.amount_malformed', cell);
  const number = readFigures(figures.replaceAll("'", ''), cell, habits);
  if (isProblem(number)) return number;
  const negative = (opening !== undefined ? 1 : 0) + (sign !== undefined && sign !== '+' ? 1 : 0) + (trailing !== undefined ? 1 : 0);
  if (negative > 1) return problemWith('import.amount_malformed', cell);
  return negative === 1 ? { quantity: -number.quantity, scale: number.scale } : number;
}

/** Latin figures, without spaces and directional marks; the Arabic decimal mark shows itself by the group mark's absence. */
function plainFigures(cell: string): string {
  const latin = latinDigits(cell)
    .replace(/[\s\u00a0\u202f\u200e\u200f\u061c]/g, '')
    .replaceAll(ARABIC_GROUP_MARK, "'");
  return latin.includes(ARABIC_DECIMAL_MARK) && !/[.,]/.test(latin) ? `${latin.replace(ARABIC_DECIMAL_MARK, '.')}` : latin;
}

const MAX_DIGITS = 255;

function readFigures(figures: string, cell: string, habits: Habits): Decimal | Problem {
  const marks = figures.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  const digits = figures.replace(/[.,]/g, '');
  if (digits.length > MAX_DIGITS) return problem('import.amount_too_long', { limit: MAX_DIGITS });
  if (last === undefined) return { quantity: BigInt(digits), scale: 0 };
  const after = figures.length - figures.lastIndexOf(last) - 1;
  const decimals = { quantity: BigInt(digits), scale: after };
  const groups = { quantity: BigInt(digits), scale: 0 };
  if (marks.length > 1) {
    const earlier = marks.slice(0, -1);
    if (earlier.every((mark) => mark === last)) return after === 3 ? groups : problemWith('import.amount_malformed', cell);
    return earlier.includes(last) ? problemWith('import.amount_malformed', cell) : decimals;
  }
  const shown = markShown(figures) ?? habits.decimalMark();
  if (shown !== undefined) return shown === last ? decimals : groups;
  // A lone period before three digits is of dinars and their thousandths; a lone comma may be either.
  return last === '.' ? decimals : problemWith('import.amount_ambiguous', cell);
}

/** The decimal mark that a number shows beyond doubt. */
function markShown(cell: string): '.' | ',' | undefined {
  const figures = plainFigures(cell).replace(/[^0-9.,]/g, '');
  const last = Math.max(figures.lastIndexOf('.'), figures.lastIndexOf(','));
  if (last < 0) return undefined;
  const mark = figures[last] === ',' ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  if (figures.includes(other)) return mark;
  if (figures.indexOf(mark) !== last) return other;
  return figures.length - last - 1 !== 3 || last === 0 || /^0+$/.test(figures.slice(0, last)) ? mark : undefined;
}

/** A date in a cell: 2025-01-31, or 31/01/2025 and 01/31/2025 once the file shows which of the two it writes. */
export function readCellDate(cell: string, habits: Habits): LocalDate | Problem {
  const text = latinDigits(cell)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[T ]\d{1,2}:.*$/, '');
  if (/^\d{4}[-/.]/.test(text)) {
    const dates = new DateReader(false);
    const date = dates.read(text, 0);
    return isProblem(date) || dates.next === text.length ? date : problemWith('import.date_malformed', cell);
  }
  const [, one, two, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (one === undefined) return problemWith('import.date_malformed', cell);
  const dayFirst = orderShown(text) ?? (Number(one) === Number(two) ? true : habits.dayFirst());
  if (dayFirst === undefined) return problemWith('import.date_ambiguous', cell);
  return dateOf(Number(year), Number(dayFirst ? two : one), Number(dayFirst ? one : two)) ?? problemWith('import.date_malformed', cell);
}

function orderShown(cell: string): boolean | undefined {
  const [, one, two] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/.exec(latinDigits(cell).trim()) ?? [];
  if (Number(one) > 12) return true;
  return Number(two) > 12 ? false : undefined;
}

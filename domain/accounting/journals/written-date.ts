import { isLocalDate, type LocalDate } from '../../kernel/dates.ts';
import { digitValue, isDigit } from './digits.ts';
import { type Problem, problemWith } from './problem.ts';

/** Reads dates as people write them: 2025-01-31, 2025/1/31, 2025.1.31, and 1/31 once a year is known. `next` is where the last one ended. */
export class DateReader {
  next = 0;
  /** The year of dates written without one, once a directive sets it. */
  year: number | undefined;
  readonly #mixed: boolean;

  constructor(mixedSeparators: boolean) {
    this.#mixed = mixedSeparators;
  }

  read(text: string, at: number, year = this.year): LocalDate | Problem {
    const exact = text.slice(at, at + 10);
    if (text.charCodeAt(at + 4) === HYPHEN && !isDigit(text.charCodeAt(at + 10)) && isLocalDate(exact)) {
      this.next = at + 10;
      return exact;
    }
    return this.#readLoose(text, at, year);
  }

  #readLoose(text: string, start: number, year: number | undefined): LocalDate | Problem {
    const parts: { value: number; digits: number }[] = [];
    const separators: string[] = [];
    let at = start;
    for (;;) {
      let value = 0;
      let digits = 0;
      for (; digits < 9 && isDigit(text.charCodeAt(at)); digits++, at++) value = value * 10 + digitValue(text.charCodeAt(at));
      parts.push({ value, digits });
      const separator = text[at] ?? '';
      if (parts.length === 3 || !'-/.'.includes(separator) || separator === '' || !isDigit(text.charCodeAt(at + 1))) break;
      separators.push(separator);
      at++;
    }
    this.next = at;
    const written = text.slice(start, Math.max(at, start + 1));
    if (separators.length === 0 || (!this.#mixed && separators.some((separator) => separator !== separators[0]))) return malformed(text, start);
    const [first, second, third] = parts;
    if (!first || !second) return malformed(text, start);
    if (third) return first.digits === 4 ? (dateOf(first.value, second.value, third.value) ?? malformed(text, start)) : malformed(text, start);
    if (first.digits > 2) return malformed(text, start);
    if (year === undefined) return problemWith('import.year_missing', written);
    return dateOf(year, first.value, second.value) ?? malformed(text, start);
  }
}

const HYPHEN = 45;

/** The date of three numbers, where it exists. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

function malformed(text: string, start: number): Problem {
  return problemWith('import.date_malformed', /^\S*/.exec(text.slice(start, start + 40))?.[0] ?? '');
}

import type { Numbering } from '../../firms/country-profiles.ts';
import { type LocalDate, yearOf } from '../../kernel/dates.ts';
import type { Book } from '../book.ts';

/** A branch may number its own series: a short upper-case word, `RUH` gives `RUH-2026-00001`. */
export const SERIES = /^[A-Z][A-Z0-9]{0,7}(?:-[A-Z][A-Z0-9]{0,7})?$/;

/** How documents of a named series are numbered: like the firm's own, under the series' name. */
export const numberingOf = (own: Numbering, series: string | undefined): Numbering =>
  series === undefined ? own : { ...own, prefix: own.restarts === 'yearly' ? `${series}-{year}-` : `${series}-` };

/**
 * The next number of a payment. Payments are numbered for reference, not by law, as the firm's invoices are; they count for themselves, under a name that
 * no series of documents can have, so that a series called PAY has no gap for them.
 */
export const takePaymentNumber = (book: Book, invoices: Numbering, date: LocalDate) =>
  takeNumber(book, numberingOf(invoices, 'PAY'), date, PAYMENT_COUNTERS);
export const PAYMENT_COUNTERS = 'payment:';

/** The legal number as it is printed: `INV-2026-00001`. It widens past its digits rather than wrap. */
export const numberOf = ({ prefix, digits }: Numbering, date: LocalDate, count: number): string =>
  `${printed(prefix, date)}${String(count).padStart(digits, '0')}`;

/**
 * Takes the next number of a series. The counters stand on the head that the post itself is conditional on: a number is taken with its entry or not at all,
 * so a series has no gap and no double, whatever the race (rule B10, ADR 30). What restarts each year must show the year, or two years' numbers would be one;
 * where it does not, it goes on counting.
 */
export function takeNumber(book: Book, numbering: Numbering, date: LocalDate, counters = ''): { readonly book: Book; readonly number: string } {
  const before = book.head.series ?? {};
  const taken = (name: string): number => (Object.hasOwn(before, name) ? (before[name] ?? 0) : 0);
  const pattern = `${counters}${numbering.prefix}`;
  const ofYear = printed(pattern, date);
  const yearly = numbering.restarts === 'yearly' || ofYear === pattern;
  // A series that never restarts counts under both names, so that a firm may change its mind without taking a number twice.
  const count = Math.max(taken(ofYear), yearly ? 0 : taken(pattern)) + 1;
  const series = { ...before, [ofYear]: count, ...(!yearly && { [pattern]: count }) };
  return { book: { ...book, head: { ...book.head, series } }, number: numberOf(numbering, date, count) };
}

const printed = (prefix: string, date: LocalDate): string => prefix.replaceAll('{year}', String(yearOf(date)));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  firstDayOf,
  fromDayNumber,
  isLeapYear,
  isLocalDate,
  lastDayOf,
  monthAfter,
  monthOf,
  yearOf,
} from '../../../domain/kernel/dates.ts';

// The oracle is the runtime's own proleptic Gregorian calendar. Years below 1000 are left to it too: ISO pads them to four digits.
const DAY_MS = 86_400_000;
const isoOf = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);
const FIRST = Date.UTC(2000, 0, 1) / DAY_MS - 730_119;
const LAST = Date.UTC(9999, 11, 31) / DAY_MS;
const day = fc.integer({ min: FIRST, max: LAST });
const date = day.map(isoOf);

test('the first day of the calendar is 0001-01-01', () => {
  expect(isoOf(FIRST)).toBe('0001-01-01');
});

test('a date and its day number agree with the runtime over the whole calendar', () => {
  fc.assert(
    fc.property(day, (days) => {
      expect(fromDayNumber(days)).toBe(isoOf(days));
      expect(dayNumber(isoOf(days))).toBe(days);
      expect(isLocalDate(isoOf(days))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('every day from 1999 to 2101 follows the one before', () => {
  const end = Date.UTC(2101, 11, 31) / DAY_MS;
  for (let days = Date.UTC(1999, 0, 1) / DAY_MS; days <= end; days++) expect(fromDayNumber(days)).toBe(isoOf(days));
});

test('days added and days between are inverse', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -40_000, max: 40_000 }), (from, n) => {
      fc.pre(dayNumber(from) + n >= FIRST && dayNumber(from) + n <= LAST);
      expect(daysBetween(from, addDays(from, n))).toBe(n);
    }),
  );
});

test('dates sort as text in the order of the calendar', () => {
  fc.assert(fc.property(day, day, (a, b) => isoOf(a) < isoOf(b) === a < b));
});

test.each([
  '2023-02-29',
  '2024-02-30',
  '1900-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '2024-01-00',
  '0000-01-01',
  '2024-1-1',
  '24-01-01',
  '2024-01-01T00:00',
  '',
  '٢٠٢٤-٠١-٠١',
])('%j is not a date', (text) => {
  expect(isLocalDate(text)).toBe(false);
});

test('the last day of each month is the one before the first of the next', () => {
  fc.assert(
    fc.property(date, (any) => {
      fc.pre(monthOf(any) < '9999-12');
      expect(addDays(lastDayOf(monthOf(any)), 1)).toBe(firstDayOf(monthAfter(monthOf(any))));
      expect(dayOf(lastDayOf(monthOf(any)))).toBe(daysInMonth(yearOf(any), Number(any.slice(5, 7))));
    }),
  );
});

test.each([
  [1900, false],
  [2000, true],
  [2023, false],
  [2024, true],
  [2100, false],
] as const)('%i is a leap year: %s', (year, leap) => {
  expect(isLeapYear(year)).toBe(leap);
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -12, '2023-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-12-15', 1, '2025-01-15'],
  ['2025-01-15', -1, '2024-12-15'],
  ['2025-01-15', -13, '2023-12-15'],
  ['2025-08-31', 0, '2025-08-31'],
] as const)('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test('months that are added one by one or at once come to the same month', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: -500, max: 500 }),
      (a, b) => monthAfter(monthAfter('2024-05', a), b) === monthAfter('2024-05', a + b),
    ),
  );
});

import { addDays, firstDayOf, type LocalDate, lastDayOf, monthAfter, monthOf } from '../../../domain/kernel/dates.ts';

export interface Range {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
export const presetNames = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;
export type Preset = (typeof presetNames)[number];

/** The ranges that are asked for most, on a day, in a firm whose year begins in a month. */
export function presetRange(preset: Preset, today: LocalDate, fiscalYearStart: number): Range {
  const month = monthOf(today);
  const year = monthAfter(month, -((Number(month.slice(5, 7)) - fiscalYearStart + 12) % 12));
  const quarter = monthAfter(month, -((Number(month.slice(5, 7)) - fiscalYearStart + 12) % 3));
  const span = (first: string, months: number): Range => ({ from: firstDayOf(first), to: lastDayOf(monthAfter(first, months - 1)) });
  switch (preset) {
    case 'thisMonth':
      return span(month, 1);
    case 'lastMonth':
      return span(monthAfter(month, -1), 1);
    case 'thisQuarter':
      return span(quarter, 3);
    case 'lastQuarter':
      return span(monthAfter(quarter, -3), 3);
    case 'thisYear':
      return span(year, 12);
    case 'lastYear':
      return span(monthAfter(year, -12), 12);
  }
}

export const presetOf = (range: Range, today: LocalDate, fiscalYearStart: number): Preset | undefined =>
  presetNames.find((preset) => {
    const { from, to } = presetRange(preset, today, fiscalYearStart);
    return from === range.from && to === range.to;
  });

/** The year before a date, for a statement that says nothing else. */
export const yearUpTo = (today: LocalDate): Range => ({ from: addDays(today, -365), to: today });

import { useMemo } from 'react';
import type { Instant, LocalDate, Month } from '../../domain/kernel/dates.ts';
import { useLanguage } from './language.tsx';

/** How figures, dates and instants read in the language of the page. Amounts stay decimal strings throughout: nothing passes through a float. */
export interface Format {
  /** An amount with its own digits and no currency, as table cells show it. */
  amount(decimal: string): string;
  /** An amount with its currency, for cards and totals. */
  money(decimal: string, currency: string): string;
  number(value: number): string;
  percent(basisPoints: number): string;
  /** `22 Nov 2026`, `22/11/2026` in Arabic. */
  date(date: LocalDate): string;
  /** `November 2026`. */
  month(month: Month): string;
  /** `Nov`. */
  shortMonth(month: Month): string;
  instant(at: Instant): string;
  /** 1 to 12 as the month's name. */
  monthName(month: number): string;
}

export function useFormat(): Format {
  const { locale } = useLanguage();
  return useMemo(() => formatIn(locale), [locale]);
}

const made = new Map<string, Format>();

export function formatIn(locale: string): Format {
  const known = made.get(locale);
  if (known) return known;
  const format = makeFormat(locale);
  made.set(locale, format);
  return format;
}

function makeFormat(locale: string): Format {
  const arabic = locale.startsWith('ar');
  const calendar = `${locale}-u-ca-gregory`;
  const dates = new Intl.DateTimeFormat(
    calendar,
    arabic
      ? { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }
      : { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' },
  );
  const months = new Intl.DateTimeFormat(calendar, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortMonths = new Intl.DateTimeFormat(calendar, { month: 'short', timeZone: 'UTC' });
  const monthNames = new Intl.DateTimeFormat(calendar, { month: 'long', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(calendar, { dateStyle: 'medium', timeStyle: 'short' });
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const amounts = new Map<number, Intl.NumberFormat>();
  const currencies = new Map<string, Intl.NumberFormat>();

  const amountFormat = (digits: number) =>
    cached(amounts, digits, () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const asUtc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);
  return {
    amount: (decimal) => plain(amountFormat(digitsOf(decimal)).format(decimal as `${number}`)),
    money(decimal, currency) {
      const digits = digitsOf(decimal);
      const format = cached(
        currencies,
        `${currency}${digits}`,
        () =>
          new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay: 'code',
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          }),
      );
      return format.format(decimal as `${number}`);
    },
    number: (value) => numbers.format(value),
    percent: (basisPoints) => plain(percents.format(basisPoints / 10_000)),
    date: (date) => dates.format(asUtc(date)),
    month: (month) => months.format(asUtc(`${month}-01`)),
    shortMonth: (month) => shortMonths.format(asUtc(`${month}-01`)),
    instant: (at) => instants.format(new Date(at)),
    monthName: (month) => monthNames.format(new Date(Date.UTC(2026, month - 1, 1))),
  };
}

const digitsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;
/** Cells are `direction: ltr`; the marks that Arabic formats add around signs would only widen them. */
const plain = (text: string): string => text.replace(/[\u200e\u200f\u061c]/g, '');

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

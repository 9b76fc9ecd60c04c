import { type CountryCode, isCountry } from '../kernel/countries.ts';
import type { LocalDate } from '../kernel/dates.ts';
import type { Language, Text } from '../kernel/language.ts';
import type { Rounding } from '../kernel/money.ts';

/** The days of the week in ISO order: Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** The days worked from a date on. A half day is worked until noon; a day in neither list is rest. */
export interface WorkingWeek {
  readonly from: LocalDate;
  readonly full: readonly Weekday[];
  readonly half: readonly Weekday[];
}

/** How a new series numbers its documents: `INV-2031-00042`. `{year}` is the year of the date of issue. */
export interface Numbering {
  readonly prefix: string;
  readonly digits: number;
  readonly restarts: 'yearly' | 'never';
}

export interface TaxNumber {
  readonly name: Text;
  /** The canonical form, without separators or country prefix. */
  readonly pattern: RegExp;
  readonly example: string;
  /** Check digits, where the authority publishes or the trade knows them. */
  readonly check?: (canonical: string) => boolean;
}

/** The first values of a firm of a country. Every one of them can be changed by the firm. */
export interface CountryProfile {
  readonly language: Language;
  readonly workingWeeks: readonly [WorkingWeek, ...WorkingWeek[]];
  readonly fiscalYearStartMonth: number;
  readonly taxName: Text;
  readonly taxNumber?: TaxNumber;
  readonly numbering: { readonly invoice: Numbering; readonly creditNote: Numbering };
  readonly taxRounding: { readonly level: 'line' | 'document'; readonly mode: Rounding };
}

const BEGINNING = '0001-01-01';
const saturdayToWednesday = ['sat', 'sun', 'mon', 'tue', 'wed'] as const;
const sundayToThursday = ['sun', 'mon', 'tue', 'wed', 'thu'] as const;
const mondayToFriday = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const vat: Text = { en: 'VAT', ar: 'ضريبة القيمة المضافة' };

const series = (restarts: Numbering['restarts']): CountryProfile['numbering'] => {
  const middle = restarts === 'yearly' ? '{year}-' : '';
  return { invoice: { prefix: `INV-${middle}`, digits: 5, restarts }, creditNote: { prefix: `CN-${middle}`, digits: 5, restarts } };
};

/** The countries that we know by their law; `profileFor` gives the others what is usual there. */
export const countryProfiles = {
  SA: {
    language: 'ar',
    // Royal Order A/185 of 23 June 2013: the weekend is Friday and Saturday from 29 June 2013.
    workingWeeks: [
      { from: BEGINNING, full: saturdayToWednesday, half: [] },
      { from: '2013-06-29', full: sundayToThursday, half: [] },
    ],
    fiscalYearStartMonth: 1,
    taxName: vat,
    // ZATCA e-invoicing rule BR-KSA-40: 15 digits, the first and the last are 3. No check digit is published.
    taxNumber: { name: { en: 'VAT registration number', ar: 'الرقم الضريبي' }, pattern: /^3\d{13}3$/, example: '300000000000003' },
    // VAT Implementing Regulations, article 53: a sequential number that identifies the invoice.
    numbering: series('yearly'),
    // EN 16931 BR-CO-17, which ZATCA's rules keep: the tax of a category is its taxable amount times its rate, rounded once.
    taxRounding: { level: 'document', mode: 'half-up' },
  },
  AE: {
    language: 'ar',
    // Friday and Saturday since 1 September 2006; from 1 January 2022 Saturday and Sunday, with Friday worked until noon (federal government;
    // most private firms and the banks followed). Sharjah rests on Friday too: its firms change this.
    workingWeeks: [
      { from: BEGINNING, full: saturdayToWednesday, half: [] },
      { from: '2006-09-01', full: sundayToThursday, half: [] },
      { from: '2022-01-01', full: ['mon', 'tue', 'wed', 'thu'], half: ['fri'] },
    ],
    fiscalYearStartMonth: 1,
    taxName: vat,
    // Federal Tax Authority: 15 digits. Those issued so far begin with 100, but no rule says that they always will.
    taxNumber: { name: { en: 'Tax Registration Number (TRN)', ar: 'رقم التسجيل الضريبي' }, pattern: /^\d{15}$/, example: '100000000000003' },
    // Cabinet Decision 52 of 2017, article 59: a sequential number, or one that shows the invoice's place in the sequence.
    numbering: series('yearly'),
    // Public Clarification VATP006: rounding on a line item basis to the nearest fils.
    taxRounding: { level: 'line', mode: 'half-up' },
  },
  EG: {
    language: 'ar',
    workingWeeks: [{ from: BEGINNING, full: sundayToThursday, half: [] }],
    // Companies keep the calendar year; only the state's own year begins in July.
    fiscalYearStartMonth: 1,
    taxName: vat,
    taxNumber: { name: { en: 'Tax registration number', ar: 'رقم التسجيل الضريبي' }, pattern: /^\d{9}$/, example: '123456789' },
    // VAT Law 67 of 2016, article 12, and its regulations: invoices in serial order.
    numbering: series('yearly'),
    // The Tax Authority's e-invoice 1.0 states the tax of each line (`taxableItems`) and sums them into `taxTotals`.
    taxRounding: { level: 'line', mode: 'half-up' },
  },
  US: {
    language: 'en',
    workingWeeks: [{ from: BEGINNING, full: mondayToFriday, half: [] }],
    fiscalYearStartMonth: 1,
    taxName: { en: 'Sales tax', ar: 'ضريبة المبيعات' },
    taxNumber: { name: { en: 'Employer Identification Number (EIN)', ar: 'رقم تعريف صاحب العمل' }, pattern: /^\d{9}$/, example: '123456789' },
    numbering: series('never'),
    // Streamlined Sales and Use Tax Agreement, section 324: halves go up, on an item or an invoice basis as the seller elects.
    taxRounding: { level: 'document', mode: 'half-up' },
  },
  GB: {
    language: 'en',
    workingWeeks: [{ from: BEGINNING, full: mondayToFriday, half: [] }],
    // The financial year of corporation tax begins on 1 April.
    fiscalYearStartMonth: 4,
    taxName: vat,
    taxNumber: {
      name: { en: 'VAT registration number', ar: 'رقم التسجيل في ضريبة القيمة المضافة' },
      // 9 digits, or 12 for a branch of a divided registration; GD for government departments, HA for health authorities.
      pattern: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/,
      example: '339072747',
      check: hasBritishCheckDigits,
    },
    // VAT Regulations 1995, regulation 14: a sequential number based on one or more series.
    numbering: series('never'),
    // VAT Notice 700, 17.5: the tax of the invoice may be worked out on its total. We round to the nearest penny, never down.
    taxRounding: { level: 'document', mode: 'half-up' },
  },
} as const satisfies Partial<Record<CountryCode, CountryProfile>>;

const profiles: Readonly<Partial<Record<CountryCode, CountryProfile>>> = countryProfiles;

// Where books are kept in Arabic, and where Friday and Saturday are the weekend (CLDR 48).
const arabicSpeaking: ReadonlySet<string> = new Set('BH DJ DZ IQ JO KM KW LB LY MA MR OM PS QA SD SO SY TN YE'.split(' '));
const fridaySaturday: ReadonlySet<string> = new Set('BH DZ IQ JO KW LY OM PS QA SD SY YE'.split(' '));

/** What a new firm of a country starts from. */
export function profileFor(country: string): CountryProfile {
  const known = isCountry(country) ? profiles[country] : undefined;
  if (known) return known;
  return {
    language: arabicSpeaking.has(country) ? 'ar' : 'en',
    workingWeeks: [{ from: BEGINNING, full: fridaySaturday.has(country) ? sundayToThursday : mondayToFriday, half: [] }],
    fiscalYearStartMonth: 1,
    taxName: { en: 'Tax', ar: 'الضريبة' },
    numbering: series('yearly'),
    // EN 16931 BR-CO-17, the most widespread rule.
    taxRounding: { level: 'document', mode: 'half-up' },
  };
}

/** The working week in force on a date. Weeks are kept in order of `from`, and the first has no beginning. */
export function workingWeekOn(weeks: CountryProfile['workingWeeks'], date: LocalDate): WorkingWeek {
  return weeks.findLast((week) => week.from <= date) ?? weeks[0];
}

/**
 * A tax number as it is kept: without spaces, dashes or country prefix, in Western digits; or undefined if it cannot be one.
 * Where we do not know the country's form, whatever was typed is kept.
 */
export function readTaxNumber(country: string, text: string): string | undefined {
  const rule = profileFor(country).taxNumber;
  if (!rule) return text.trim() || undefined;
  const bare = westernDigits(text)
    .toUpperCase()
    .replace(/[\s.\-/]/g, '');
  // Northern Ireland trades under XI with the same numbers.
  const canonical = country === 'GB' ? bare.replace(/^(GB|XI)/, '') : bare;
  if (!rule.pattern.test(canonical)) return undefined;
  return rule.check && !rule.check(canonical) ? undefined : canonical;
}

const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/[\u200e\u200f\u061c]/g, '');

/** Modulus 97 over weights 8 to 2, or the same plus 55 for numbers issued since 2010. */
function hasBritishCheckDigits(canonical: string): boolean {
  if (!/^\d/.test(canonical)) return true;
  let total = Number(canonical.slice(7, 9));
  for (let i = 0; i < 7; i++) total += Number(canonical[i]) * (8 - i);
  return total % 97 === 0 || (total + 55) % 97 === 0;
}

import type { LocalDate } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';

export type TaxKind = 'standard' | 'reduced' | 'zero' | 'exempt' | 'out-of-scope' | 'reverse-charge';

/** UNCL 5305, as e-invoices name it: standard or reduced, zero, exempt, outside the scope, reverse charge. */
export type TaxCategory = 'S' | 'Z' | 'E' | 'O' | 'AE';

/** A rate in force from a date to a date, both included; without `to` it is in force still. */
export interface TaxRate {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Hundredths of a percent. Decimals are allowed, as some American rates need them: 8.875% is 887.5. */
  readonly rateBasisPoints: number;
}

/** What a line of a document is taxed by. The firm chooses the code; the date of supply chooses the rate. */
export interface TaxCode {
  readonly code: string;
  readonly name: Text;
  readonly kind: TaxKind;
  readonly category: TaxCategory;
  /** In order of date, without overlaps. */
  readonly rates: readonly TaxRate[];
  /** Reverse charge: the seller charges nothing, and the buyer accounts for the tax at the rate of this code. */
  readonly selfAssessedAs?: string;
  /** The law leaves the rate to the place of sale: the firm sets its own. */
  readonly ownRate?: true;
}

/** The rate of a code on a date of supply, in basis points; undefined where the code was not in force. */
export function rateOn(code: TaxCode, date: LocalDate): number | undefined {
  return code.rates.find((rate) => rate.from <= date && (rate.to === undefined || date <= rate.to))?.rateBasisPoints;
}

const BEGINNING = '0001-01-01';
const zeroFrom = (from: LocalDate): readonly TaxRate[] => [{ from, rateBasisPoints: 0 }];

const names = {
  standard: { en: 'Standard rate', ar: 'النسبة الأساسية' },
  zero: { en: 'Zero-rated', ar: 'خاضع لنسبة الصفر' },
  exports: { en: 'Exports', ar: 'صادرات' },
  exempt: { en: 'Exempt', ar: 'معفى' },
  outOfScope: { en: 'Out of scope', ar: 'خارج نطاق الضريبة' },
  reverseCharge: { en: 'Reverse charge', ar: 'احتساب عكسي' },
} as const satisfies Record<string, Text>;

const exempt = (from: LocalDate): TaxCode => ({ code: 'E', name: names.exempt, kind: 'exempt', category: 'E', rates: zeroFrom(from) });
const zero = (from: LocalDate): TaxCode => ({ code: 'Z', name: names.zero, kind: 'zero', category: 'Z', rates: zeroFrom(from) });
const exports = (from: LocalDate): TaxCode => ({ code: 'X', name: names.exports, kind: 'zero', category: 'Z', rates: zeroFrom(from) });
const reverseCharge = (from: LocalDate): TaxCode => ({
  code: 'RC',
  name: names.reverseCharge,
  kind: 'reverse-charge',
  category: 'AE',
  rates: zeroFrom(from),
  selfAssessedAs: 'S',
});
// A firm keeps books before a tax exists, and sells what no tax touches: this code has no beginning.
const outOfScope: TaxCode = { code: 'O', name: names.outOfScope, kind: 'out-of-scope', category: 'O', rates: zeroFrom(BEGINNING) };

// VAT Law, Royal Decree M/113 of 2 Dhu al-Qa'dah 1438: 5% from 1 January 2018; Royal Order A/638 of 2020: 15% from 1 July 2020.
const saudi: readonly TaxCode[] = [
  {
    code: 'S',
    name: names.standard,
    kind: 'standard',
    category: 'S',
    rates: [
      { from: '2018-01-01', to: '2020-06-30', rateBasisPoints: 500 },
      { from: '2020-07-01', rateBasisPoints: 1500 },
    ],
  },
  zero('2018-01-01'),
  exports('2018-01-01'),
  exempt('2018-01-01'),
  outOfScope,
  reverseCharge('2018-01-01'),
];

// Federal Decree-Law 8 of 2017, article 3: 5% from 1 January 2018.
const emirati: readonly TaxCode[] = [
  { code: 'S', name: names.standard, kind: 'standard', category: 'S', rates: [{ from: '2018-01-01', rateBasisPoints: 500 }] },
  zero('2018-01-01'),
  exports('2018-01-01'),
  exempt('2018-01-01'),
  outOfScope,
  reverseCharge('2018-01-01'),
];

// Law 67 of 2016, article 3: in force on 8 September 2016, 13% for the state's year 2016/17, 14% from 2017/18; 5% on machinery and equipment used
// to produce goods or render a service.
const egyptian: readonly TaxCode[] = [
  {
    code: 'S',
    name: { en: 'General rate', ar: 'السعر العام للضريبة' },
    kind: 'standard',
    category: 'S',
    rates: [
      { from: '2016-09-08', to: '2017-06-30', rateBasisPoints: 1300 },
      { from: '2017-07-01', rateBasisPoints: 1400 },
    ],
  },
  {
    code: 'M',
    name: { en: 'Machinery and equipment', ar: 'آلات ومعدات الإنتاج' },
    kind: 'reduced',
    category: 'S',
    rates: [{ from: '2016-09-08', rateBasisPoints: 500 }],
  },
  exports('2016-09-08'),
  exempt('2016-09-08'),
  outOfScope,
  reverseCharge('2016-09-08'),
];

// Value Added Tax Act 1994, sections 2 and 29A and schedules 7A to 9. The standard rate: 17.5% (Finance Act 1991), 15% for thirteen months (SI 2008/3020,
// Finance Act 2009 section 9), 17.5%, and 20% (Finance (No. 2) Act 2010 section 3).
const british: readonly TaxCode[] = [
  {
    code: 'S',
    name: names.standard,
    kind: 'standard',
    category: 'S',
    rates: [
      { from: '1991-04-01', to: '2008-11-30', rateBasisPoints: 1750 },
      { from: '2008-12-01', to: '2009-12-31', rateBasisPoints: 1500 },
      { from: '2010-01-01', to: '2011-01-03', rateBasisPoints: 1750 },
      { from: '2011-01-04', rateBasisPoints: 2000 },
    ],
  },
  {
    code: 'R',
    name: { en: 'Reduced rate', ar: 'النسبة المخفضة' },
    kind: 'reduced',
    category: 'S',
    // Domestic fuel alone at 8% from April 1994; schedule 7A widened the 5% of September 1997.
    rates: [
      { from: '1994-04-01', to: '1997-08-31', rateBasisPoints: 800 },
      { from: '1997-09-01', rateBasisPoints: 500 },
    ],
  },
  {
    code: 'H',
    name: { en: 'Hospitality, holiday accommodation and attractions', ar: 'الضيافة والإقامة والمعالم السياحية' },
    kind: 'reduced',
    category: 'S',
    // Schedule 7A groups 14 to 16: SI 2020/728; extended by Finance Act 2021 sections 92 and 93. It ended with March 2022.
    rates: [
      { from: '2020-07-15', to: '2021-09-30', rateBasisPoints: 500 },
      { from: '2021-10-01', to: '2022-03-31', rateBasisPoints: 1250 },
    ],
  },
  zero('1973-04-01'),
  exempt('1973-04-01'),
  outOfScope,
  reverseCharge('1973-04-01'),
];

// There is no federal VAT. States, counties and cities each tax retail sales: a firm copies `ST0` and sets the sum of its places' rates.
const american: readonly TaxCode[] = [
  { code: 'NT', name: { en: 'No tax', ar: 'بدون ضريبة' }, kind: 'out-of-scope', category: 'O', rates: zeroFrom(BEGINNING) },
  { code: 'ST0', name: { en: 'Sales tax', ar: 'ضريبة المبيعات' }, kind: 'standard', category: 'S', rates: zeroFrom(BEGINNING), ownRate: true },
  {
    code: 'EX',
    name: { en: 'Exempt sale (certificate held)', ar: 'مبيعات معفاة بموجب شهادة' },
    kind: 'exempt',
    category: 'E',
    rates: zeroFrom(BEGINNING),
  },
];

const generic: readonly TaxCode[] = [
  { code: 'S', name: names.standard, kind: 'standard', category: 'S', rates: zeroFrom(BEGINNING), ownRate: true },
  zero(BEGINNING),
  exempt(BEGINNING),
  outOfScope,
];

const byCountry: ReadonlyMap<string, readonly TaxCode[]> = new Map([
  ['SA', saudi],
  ['AE', emirati],
  ['EG', egyptian],
  ['US', american],
  ['GB', british],
]);

/** The tax codes that a new firm of a country starts with; the first is what a new line proposes. */
export const taxCodesFor = (country: string): readonly TaxCode[] => byCountry.get(country) ?? generic;

import type { CountryCode } from '../kernel/countries.ts';
import { countries, isCountry } from '../kernel/countries.ts';
import type { CurrencyCode } from '../kernel/currencies.ts';
import type { Text } from '../kernel/language.ts';

/** What a plan allows. `null` is no limit. */
export interface PlanLimits {
  readonly members: number;
  readonly entriesPerMonth: number | null;
  /** Client firms that a provider may work in. */
  readonly firms: number;
}

/** A plan as it is sold: the pricing page shows it, sign-up checks it, the verbs keep its limits. */
export interface Plan {
  readonly name: Text;
  readonly tagline: Text;
  /** A trial ends by itself after so many days. */
  readonly trialDays?: number;
  /** Whether a business may choose it; a provider may choose any. */
  readonly forBusinesses: boolean;
  /** A month, in each currency in which we sell, as the decimal string of the wire. */
  readonly pricePerMonth: Readonly<Record<PlanCurrency, string>>;
  readonly limits: PlanLimits;
  readonly features: readonly Text[];
}

/** Prices are set per currency, not converted: a price is a decision, not a rate. Elsewhere we sell in dollars. */
export const planCurrencies = [
  'SAR',
  'AED',
  'EGP',
  'KWD',
  'QAR',
  'BHD',
  'OMR',
  'JOD',
  'USD',
  'GBP',
  'EUR',
] as const satisfies readonly CurrencyCode[];
export type PlanCurrency = (typeof planCurrencies)[number];

const free = {
  SAR: '0.00',
  AED: '0.00',
  EGP: '0.00',
  KWD: '0.000',
  QAR: '0.00',
  BHD: '0.000',
  OMR: '0.000',
  JOD: '0.000',
  USD: '0.00',
  GBP: '0.00',
  EUR: '0.00',
} as const;

export const plans = {
  trial: {
    name: { en: 'Trial', ar: 'التجربة' },
    tagline: { en: 'Everything, for 30 days, without a card.', ar: 'كل شيء لمدة 30 يومًا، من غير بطاقة.' },
    trialDays: 30,
    forBusinesses: true,
    pricePerMonth: free,
    limits: { members: 25, entriesPerMonth: null, firms: 10 },
    features: [
      { en: 'All that Standard and Provider offer', ar: 'كل ما في الباقتين القياسية والمكاتب' },
      { en: 'Your books stay yours: export them at any time', ar: 'دفاترك ملكك: صدّرها متى شئت' },
    ],
  },
  starter: {
    name: { en: 'Starter', ar: 'البداية' },
    tagline: { en: 'For a firm whose owner keeps the books.', ar: 'لمنشأة يمسك صاحبها دفاترها.' },
    forBusinesses: true,
    pricePerMonth: {
      SAR: '69.00',
      AED: '69.00',
      EGP: '450.00',
      KWD: '5.500',
      QAR: '69.00',
      BHD: '7.000',
      OMR: '7.000',
      JOD: '13.000',
      USD: '19.00',
      GBP: '15.00',
      EUR: '17.00',
    },
    limits: { members: 3, entriesPerMonth: 500, firms: 0 },
    features: [
      { en: 'Books, invoices and statements in Arabic and English', ar: 'دفاتر وفواتير وقوائم مالية بالعربية والإنجليزية' },
      { en: '3 members, 500 entries a month', ar: '3 أعضاء و500 قيد في الشهر' },
      { en: 'Import from a spreadsheet or a plain-text journal', ar: 'استيراد من جدول أو من دفتر يومية نصي' },
    ],
  },
  standard: {
    name: { en: 'Standard', ar: 'القياسية' },
    tagline: { en: 'For a firm with a bookkeeper and people who ask.', ar: 'لمنشأة لها محاسب وفريق يحتاج إلى إجابات.' },
    forBusinesses: true,
    pricePerMonth: {
      SAR: '189.00',
      AED: '189.00',
      EGP: '1250.00',
      KWD: '15.000',
      QAR: '189.00',
      BHD: '19.000',
      OMR: '19.000',
      JOD: '35.000',
      USD: '49.00',
      GBP: '39.00',
      EUR: '45.00',
    },
    limits: { members: 15, entriesPerMonth: 5000, firms: 0 },
    features: [
      { en: 'All of Starter', ar: 'كل ما في باقة البداية' },
      { en: '15 members with roles, 5,000 entries a month', ar: '15 عضوًا بصلاحيات، و5,000 قيد في الشهر' },
      { en: 'Closing, locking and proof that nothing was altered', ar: 'الإقفال والقفل وإثبات أن شيئًا لم يُمَس' },
      { en: 'An auditor’s seat that reads and cannot write', ar: 'مقعد لمراجع الحسابات، يقرأ ولا يكتب' },
    ],
  },
  provider: {
    name: { en: 'Provider', ar: 'المكاتب' },
    tagline: { en: 'For an office that keeps the books of many firms.', ar: 'لمكتب يمسك دفاتر منشآت كثيرة.' },
    forBusinesses: false,
    pricePerMonth: {
      SAR: '749.00',
      AED: '749.00',
      EGP: '4900.00',
      KWD: '61.000',
      QAR: '749.00',
      BHD: '75.000',
      OMR: '77.000',
      JOD: '141.000',
      USD: '199.00',
      GBP: '159.00',
      EUR: '185.00',
    },
    limits: { members: 100, entriesPerMonth: null, firms: 100 },
    features: [
      { en: 'All of Standard, for your own firm', ar: 'كل ما في الباقة القياسية لمكتبك' },
      { en: 'Up to 100 client firms, each walled off from the others', ar: 'حتى 100 منشأة عميلة، كل منها معزولة عن غيرها' },
      { en: '100 members, entries without limit', ar: '100 عضو، وقيود بلا حد' },
    ],
  },
} as const satisfies Readonly<Record<string, Plan>>;

export type PlanName = keyof typeof plans;
export const planNames = Object.keys(plans) as readonly PlanName[];
export const isPlan = (name: string): name is PlanName => Object.hasOwn(plans, name);
export const planOf = (name: PlanName): Plan => plans[name];

/** The currency in which a firm of a country is billed. */
export function planCurrencyFor(country: string): PlanCurrency {
  const own = isCountry(country) ? countries[country satisfies CountryCode].currency : 'USD';
  return planCurrencies.find((currency) => currency === own) ?? 'USD';
}

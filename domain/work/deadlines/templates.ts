import { addDays, addMonths, type LocalDate, lastDayOf, monthAfter, monthOf } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';

/** When a statutory date first comes: a day of some months, or so long after the fiscal year ends. */
type First =
  | { readonly day: number; readonly months?: readonly number[] }
  | { readonly afterYearEnd: { readonly months: number; readonly day?: number } | { readonly days: number } };

/** A deadline that the law of a country sets. The firm confirms it with its adviser: laws change, and firms differ. */
export interface DeadlineTemplate {
  readonly code: string;
  readonly country: string;
  readonly title: Text;
  readonly category: Text;
  /** The law and the authority that say so. */
  readonly source: Text;
  readonly first: First;
  readonly every: 1 | 3 | 12;
}

const tax: Text = { en: 'Tax', ar: 'ضرائب' };
const payroll: Text = { en: 'Payroll', ar: 'رواتب وتأمينات' };
const company: Text = { en: 'Company law', ar: 'أنظمة الشركات' };
const quarters = [1, 4, 7, 10] as const;

/** Statutory deadlines by country, each with its source, to be confirmed by whoever sets it. */
export const deadlineTemplates: readonly DeadlineTemplate[] = [
  {
    code: 'sa-vat-monthly',
    country: 'SA',
    title: { en: 'VAT return and payment (monthly)', ar: 'إقرار ضريبة القيمة المضافة وسدادها (شهري)' },
    category: tax,
    source: {
      en: 'ZATCA, VAT Implementing Regulations, articles 58 to 62',
      ar: 'هيئة الزكاة والضريبة والجمارك، اللائحة التنفيذية لنظام ضريبة القيمة المضافة، المواد 58 إلى 62',
    },
    first: { day: 31 },
    every: 1,
  },
  {
    code: 'sa-vat-quarterly',
    country: 'SA',
    title: { en: 'VAT return and payment (quarterly)', ar: 'إقرار ضريبة القيمة المضافة وسدادها (ربع سنوي)' },
    category: tax,
    source: {
      en: 'ZATCA, VAT Implementing Regulations, articles 58 to 62',
      ar: 'هيئة الزكاة والضريبة والجمارك، اللائحة التنفيذية لنظام ضريبة القيمة المضافة، المواد 58 إلى 62',
    },
    first: { day: 31, months: quarters },
    every: 3,
  },
  {
    code: 'sa-zakat',
    country: 'SA',
    title: { en: 'Zakat or income tax return', ar: 'إقرار الزكاة أو ضريبة الدخل' },
    category: tax,
    source: { en: 'ZATCA: within 120 days after the fiscal year ends', ar: 'هيئة الزكاة والضريبة والجمارك: خلال 120 يومًا من نهاية السنة المالية' },
    first: { afterYearEnd: { days: 120 } },
    every: 12,
  },
  {
    code: 'sa-gosi',
    country: 'SA',
    title: { en: 'GOSI contributions', ar: 'اشتراكات التأمينات الاجتماعية' },
    category: payroll,
    source: { en: 'GOSI: by the 15th of the following month', ar: 'المؤسسة العامة للتأمينات الاجتماعية: حتى اليوم 15 من الشهر التالي' },
    first: { day: 15 },
    every: 1,
  },
  {
    code: 'sa-wht',
    country: 'SA',
    title: { en: 'Withholding tax', ar: 'ضريبة الاستقطاع' },
    category: tax,
    source: {
      en: 'ZATCA, Income Tax Law, article 68: within the first ten days of the following month',
      ar: 'هيئة الزكاة والضريبة والجمارك، نظام ضريبة الدخل، المادة 68: خلال الأيام العشرة الأولى من الشهر التالي',
    },
    first: { day: 10 },
    every: 1,
  },
  {
    code: 'ae-vat',
    country: 'AE',
    title: { en: 'VAT return and payment', ar: 'إقرار ضريبة القيمة المضافة وسدادها' },
    category: tax,
    source: {
      en: 'FTA, VAT Executive Regulations, article 64: 28 days after the tax period',
      ar: 'الهيئة الاتحادية للضرائب، اللائحة التنفيذية لضريبة القيمة المضافة، المادة 64: 28 يومًا بعد الفترة الضريبية',
    },
    first: { day: 28, months: quarters },
    every: 3,
  },
  {
    code: 'ae-corporate-tax',
    country: 'AE',
    title: { en: 'Corporate tax return and payment', ar: 'إقرار ضريبة الشركات وسدادها' },
    category: tax,
    source: {
      en: 'FTA, Federal Decree-Law 47 of 2022, article 53: nine months after the tax period',
      ar: 'الهيئة الاتحادية للضرائب، المرسوم بقانون اتحادي 47 لسنة 2022، المادة 53: تسعة أشهر بعد الفترة الضريبية',
    },
    first: { afterYearEnd: { months: 9 } },
    every: 12,
  },
  {
    code: 'eg-vat',
    country: 'EG',
    title: { en: 'VAT return and payment', ar: 'إقرار ضريبة القيمة المضافة وسدادها' },
    category: tax,
    source: {
      en: 'Egyptian Tax Authority, Law 67 of 2016, article 14: within the following month',
      ar: 'مصلحة الضرائب المصرية، القانون 67 لسنة 2016، المادة 14: خلال الشهر التالي',
    },
    first: { day: 31 },
    every: 1,
  },
  {
    code: 'eg-payroll-tax',
    country: 'EG',
    title: { en: 'Payroll tax', ar: 'ضريبة المرتبات' },
    category: payroll,
    source: {
      en: 'Egyptian Tax Authority, Law 91 of 2005, article 14: within 15 days of the following month',
      ar: 'مصلحة الضرائب المصرية، القانون 91 لسنة 2005، المادة 14: خلال 15 يومًا من الشهر التالي',
    },
    first: { day: 15 },
    every: 1,
  },
  {
    code: 'eg-corporate-tax',
    country: 'EG',
    title: { en: 'Corporate income tax return', ar: 'إقرار ضريبة أرباح الأشخاص الاعتبارية' },
    category: tax,
    source: {
      en: 'Egyptian Tax Authority, Unified Tax Procedures Law 206 of 2020: four months after the year ends',
      ar: 'مصلحة الضرائب المصرية، قانون الإجراءات الضريبية الموحد 206 لسنة 2020: أربعة أشهر من نهاية السنة',
    },
    first: { afterYearEnd: { months: 4 } },
    every: 12,
  },
  {
    code: 'gb-vat',
    country: 'GB',
    title: { en: 'VAT return and payment', ar: 'إقرار ضريبة القيمة المضافة وسدادها' },
    category: tax,
    source: { en: 'HMRC: one month and seven days after the period', ar: 'هيئة الإيرادات البريطانية: شهر وسبعة أيام بعد الفترة' },
    first: { day: 7, months: [2, 5, 8, 11] },
    every: 3,
  },
  {
    code: 'gb-paye',
    country: 'GB',
    title: { en: 'PAYE and National Insurance (electronic)', ar: 'ضريبة الرواتب والتأمين الوطني (سداد إلكتروني)' },
    category: payroll,
    source: { en: 'HMRC: by the 22nd of the following tax month', ar: 'هيئة الإيرادات البريطانية: حتى اليوم 22 من الشهر الضريبي التالي' },
    first: { day: 22 },
    every: 1,
  },
  {
    code: 'gb-accounts',
    country: 'GB',
    title: { en: 'Annual accounts at Companies House', ar: 'الحسابات السنوية لدى سجل الشركات' },
    category: company,
    source: {
      en: 'Companies Act 2006, section 442: nine months after the year ends (private companies)',
      ar: 'قانون الشركات 2006، المادة 442: تسعة أشهر من نهاية السنة (الشركات الخاصة)',
    },
    first: { afterYearEnd: { months: 9 } },
    every: 12,
  },
  {
    code: 'us-941',
    country: 'US',
    title: { en: 'Form 941', ar: 'نموذج 941' },
    category: payroll,
    source: { en: 'IRS: the last day of the month after the quarter', ar: 'مصلحة الضرائب الأمريكية: آخر يوم من الشهر التالي لربع السنة' },
    first: { day: 31, months: quarters },
    every: 3,
  },
  {
    code: 'us-1099-nec',
    country: 'US',
    title: { en: 'Forms 1099-NEC and W-2', ar: 'نماذج 1099-NEC و W-2' },
    category: tax,
    source: { en: 'IRS: 31 January', ar: 'مصلحة الضرائب الأمريكية: 31 يناير' },
    first: { day: 31, months: [1] },
    every: 12,
  },
  {
    code: 'us-1120',
    country: 'US',
    title: { en: 'Form 1120', ar: 'نموذج 1120' },
    category: tax,
    source: {
      en: 'IRS: the 15th day of the fourth month after the year ends',
      ar: 'مصلحة الضرائب الأمريكية: اليوم 15 من الشهر الرابع بعد نهاية السنة',
    },
    first: { afterYearEnd: { months: 4, day: 15 } },
    every: 12,
  },
];

/** A template as a firm would set it today: its first date to come, and the rule by which it goes on. */
export function templateFor(
  { first, every }: DeadlineTemplate,
  today: LocalDate,
  fiscalYearStart: number,
): { readonly firstOn: LocalDate; readonly rule: string } {
  const months = every === 1 ? 'FREQ=MONTHLY' : every === 3 ? 'FREQ=MONTHLY;INTERVAL=3' : 'FREQ=YEARLY';
  const firstOn = 'afterYearEnd' in first ? afterYearEnd(first.afterYearEnd, today, fiscalYearStart) : onDay(first, today);
  const day = 'afterYearEnd' in first ? dayAfterYearEnd(first.afterYearEnd, firstOn) : first.day;
  return { firstOn, rule: every === 12 ? `${months};BYMONTH=${Number(firstOn.slice(5, 7))};BYMONTHDAY=${day}` : `${months};BYMONTHDAY=${day}` };
}

const A_YEAR_OF_MONTHS = 13;

function onDay({ day, months }: { readonly day: number; readonly months?: readonly number[] }, today: LocalDate): LocalDate {
  for (let ahead = 0; ahead < A_YEAR_OF_MONTHS; ahead++) {
    const month = monthAfter(monthOf(today), ahead);
    const date = dateIn(month, day);
    if ((!months || months.includes(Number(month.slice(5)))) && date >= today) return date;
  }
  return today;
}

type AfterYearEnd = Extract<First, { readonly afterYearEnd: unknown }>['afterYearEnd'];

function afterYearEnd(rule: AfterYearEnd, today: LocalDate, fiscalYearStart: number): LocalDate {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear - 2; year <= thisYear + 2; year++) {
    const date = afterEndOf(rule, addDays(`${year}-${String(fiscalYearStart).padStart(2, '0')}-01`, -1));
    if (date >= today) return date;
  }
  return today;
}

/** Days are counted over a February of 29: what comes a day early is never late. */
function afterEndOf(rule: AfterYearEnd, end: LocalDate): LocalDate {
  if ('days' in rule) {
    const [counted = end] = [2023, 2024]
      .map((year) => {
        const date = addDays(`${year}${end.slice(4)}`, rule.days);
        return `${Number(end.slice(0, 4)) + Number(date.slice(0, 4)) - year}${date.slice(4)}`;
      })
      .sort();
    return counted;
  }
  const month = monthOf(addMonths(`${monthOf(end)}-01`, rule.months));
  return rule.day === undefined ? lastDayOf(month) : dateIn(month, rule.day);
}

const dayAfterYearEnd = (rule: AfterYearEnd, firstOn: LocalDate): number =>
  'months' in rule && rule.day === undefined ? 31 : Number(firstOn.slice(8, 10));

function dateIn(month: string, day: number): LocalDate {
  const last = lastDayOf(month);
  const date = `${month}-${String(day).padStart(2, '0')}`;
  return date < last ? date : last;
}

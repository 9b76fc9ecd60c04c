import { type Role, roleNames } from '../../firms/permissions.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/language.ts';
import type { Schedule, Trigger } from '../retention/schedule.ts';

/** What records are of a kind: how long they are kept and by which rule, and who may see them. */
export interface RecordClass {
  readonly code: string;
  readonly name: Text;
  readonly schedule: Schedule;
  /** The law or decision that the schedule comes from. */
  readonly source: Text;
  /** Each view of one of its records is an event, and only the readers know that it exists. */
  readonly confidential: boolean;
  readonly readers: readonly Role[];
  readonly isShipped: boolean;
  readonly archived: boolean;
  readonly version: number;
}

interface Rule {
  readonly months: number;
  readonly source: Text;
}
interface ShippedClass {
  readonly code: string;
  readonly name: Text;
  readonly trigger: Trigger;
  readonly readers: readonly Role[];
  readonly confidential: boolean;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly elsewhere: Rule;
}

const years = (count: number, en: string, ar: string): Rule => ({ months: count * 12, source: { en, ar } });
const custom = (count: number): Rule => years(count, 'Common practice; no law of the country is named', 'عرف مهني دون نص قانوني محدد');

const shipped: readonly ShippedClass[] = [
  {
    code: 'accounting',
    name: { en: 'Accounting records', ar: 'السجلات المحاسبية' },
    trigger: 'fiscal-year-end',
    readers: roleNames,
    confidential: false,
    rules: {
      SA: years(10, 'Law of Commercial Books (M/61), ten years; ZATCA', 'نظام الدفاتر التجارية (م/61): عشر سنوات؛ هيئة الزكاة والضريبة والجمارك'),
      AE: years(
        7,
        'Corporate Tax, Federal Decree-Law 47 of 2022, article 56: seven years',
        'ضريبة الشركات، المرسوم بقانون اتحادي 47 لسنة 2022، المادة 56: سبع سنوات',
      ),
      EG: years(5, 'Commercial Code 17 of 1999: five years', 'قانون التجارة رقم 17 لسنة 1999: خمس سنوات'),
      GB: years(6, 'HMRC, Finance Act 1998, schedule 18: six years', 'هيئة الإيرادات البريطانية، قانون المالية 1998، الملحق 18: ست سنوات'),
      US: years(7, 'IRS guidance on keeping records: seven years', 'إرشادات مصلحة الضرائب الأمريكية لحفظ السجلات: سبع سنوات'),
    },
    elsewhere: custom(10),
  },
  {
    code: 'tax',
    name: { en: 'Tax records', ar: 'السجلات الضريبية' },
    trigger: 'fiscal-year-end',
    readers: ['owner', 'accountant', 'auditor'],
    confidential: false,
    rules: {
      SA: years(
        10,
        'ZATCA: ten years with the books; VAT Regulations article 66 asks for six',
        'هيئة الزكاة والضريبة والجمارك: عشر سنوات مع الدفاتر؛ وتشترط لائحة القيمة المضافة (66) ستًا',
      ),
      AE: years(
        5,
        'Tax Procedures Law, Federal Decree-Law 28 of 2022: five years',
        'قانون الإجراءات الضريبية، المرسوم بقانون اتحادي 28 لسنة 2022: خمس سنوات',
      ),
      EG: years(5, 'Unified Tax Procedures Law 206 of 2020: five years', 'قانون الإجراءات الضريبية الموحد 206 لسنة 2020: خمس سنوات'),
      GB: years(6, 'HMRC, VAT and company tax records: six years', 'هيئة الإيرادات البريطانية: ست سنوات'),
      US: years(7, 'IRS guidance on keeping records: seven years', 'إرشادات مصلحة الضرائب الأمريكية لحفظ السجلات: سبع سنوات'),
    },
    elsewhere: custom(10),
  },
  {
    code: 'contracts',
    name: { en: 'Contracts', ar: 'العقود' },
    trigger: 'contract-end',
    readers: ['owner', 'accountant', 'auditor'],
    confidential: false,
    rules: {
      EG: years(15, 'Civil Code article 374: claims lapse after fifteen years', 'القانون المدني، المادة 374: تقادم خمس عشرة سنة'),
      GB: years(6, 'Limitation Act 1980, section 5: six years', 'قانون التقادم 1980، المادة 5: ست سنوات'),
    },
    elsewhere: custom(10),
  },
  {
    code: 'hr',
    name: { en: 'Staff files', ar: 'ملفات الموظفين' },
    trigger: 'contract-end',
    readers: ['owner', 'accountant'],
    confidential: true,
    rules: {
      AE: years(
        2,
        'Labour, Federal Decree-Law 33 of 2021, article 13: two years after the end of service',
        'تنظيم علاقات العمل، المرسوم بقانون اتحادي 33 لسنة 2021، المادة 13: سنتان بعد انتهاء الخدمة',
      ),
      GB: years(6, 'Limitation Act 1980, section 5: six years', 'قانون التقادم 1980، المادة 5: ست سنوات'),
    },
    elsewhere: custom(5),
  },
  {
    code: 'it-cases',
    name: { en: 'IT cases', ar: 'معاملات تقنية المعلومات' },
    trigger: 'event',
    readers: roleNames,
    confidential: false,
    rules: {},
    elsewhere: custom(3),
  },
  {
    code: 'correspondence',
    name: { en: 'Correspondence', ar: 'المراسلات' },
    trigger: 'event',
    readers: roleNames,
    confidential: false,
    rules: {
      SA: years(10, 'Law of Commercial Books (M/61): correspondence is kept ten years', 'نظام الدفاتر التجارية (م/61): تُحفظ المراسلات عشر سنوات'),
    },
    elsewhere: custom(5),
  },
  {
    code: 'general',
    name: { en: 'General', ar: 'عام' },
    trigger: 'event',
    readers: roleNames,
    confidential: false,
    rules: {},
    elsewhere: custom(2),
  },
];

export const UNFILED_CLASS = 'general';

/** The classes that a firm of a country starts with. */
export function shippedClasses(country: string): readonly RecordClass[] {
  return shipped.map(({ code, name, trigger, readers, confidential, rules, elsewhere }) => {
    const { months, source } = rules[country] ?? elsewhere;
    return { code, name, schedule: { trigger, months }, source, confidential, readers, isShipped: true, archived: false, version: 1 };
  });
}

/** Who else knows of a record that somebody marked as confidential in a class that is not. */
const MARKED_READERS: readonly Role[] = ['owner', 'accountant'];

/** Whether somebody of a role may know that a record of the class exists. */
export function maySee(
  role: Role,
  record: { readonly confidential: boolean },
  of: Pick<RecordClass, 'readers' | 'confidential'> | undefined,
): boolean {
  if (!of?.readers.includes(role)) return false;
  return !record.confidential || of.confidential || MARKED_READERS.includes(role);
}

export interface ClassChange {
  readonly name?: Text | undefined;
  readonly schedule?: Schedule | undefined;
  readonly source?: Text | undefined;
  readonly confidential?: boolean | undefined;
  readonly readers?: readonly Role[] | undefined;
  readonly archived?: boolean | undefined;
}

/** Changes a class. Keeping longer is always allowed; keeping shorter only while nothing is filed under a class of the firm's own. */
export function changeClass(before: RecordClass, change: ClassChange, hasRecords: boolean): Outcome<RecordClass> {
  const { schedule = before.schedule } = change;
  if (!keepsAsLong(schedule, before.schedule) && (before.isShipped || hasRecords))
    return refuseAt('/schedule', 'class.shorter', { class: before.code, months: before.schedule.months, trigger: before.schedule.trigger });
  if (change.readers && !change.readers.includes('owner')) return refuseAt('/readers', 'class.without_owner');
  // What was promised to be known to a few does not become known to all by an edit of its class.
  if (before.confidential && change.confidential === false && hasRecords) return refuse('class.stays_confidential', { class: before.code });
  return {
    ...before,
    ...(change.name && { name: change.name }),
    schedule,
    ...(change.source && { source: change.source }),
    ...(change.confidential !== undefined && { confidential: change.confidential }),
    ...(change.readers && { readers: roleNames.filter((role) => change.readers?.includes(role)) }),
    ...(change.archived !== undefined && { archived: change.archived }),
    version: before.version + 1,
  };
}

/** Whether one schedule ends no sooner than another, whatever the dates of a record. A year ends no sooner than a day in it; a contract's end is not comparable. */
function keepsAsLong(after: Schedule, before: Schedule): boolean {
  const comparable = after.trigger === before.trigger || (before.trigger === 'event' && after.trigger === 'fiscal-year-end');
  return comparable && after.months >= before.months;
}

import { type Weekday, weekdays } from '../../firms/country-profiles.ts';
import { dayNumber, dayOf, type LocalDate } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';
import { weekdayOf } from '../calendars/open-hours.ts';
import { type Frequency, type MonthEnd, type Rule, type RuleDay, writeRule } from './rule.ts';

/** A rule as a person says it, in both languages: “every month on the last day”. What has no plain words is shown as it is written. */
export function ruleWords(rule: Rule, firstOn: LocalDate, monthEnd: MonthEnd): Text {
  const step = every(rule.frequency, rule.interval);
  const on = onWhat(rule, firstOn, monthEnd);
  const whole = on
    ? { en: `${step.en}${on.en}`, ar: `${step.ar}${on.ar}` }
    : { en: `by the rule ${writeRule(rule)}`, ar: `وفق القاعدة ${writeRule(rule)}` };
  const end = endOf(rule);
  return { en: `${whole.en}${end.en}`, ar: `${whole.ar}${end.ar}` };
}

/** What happens but once. */
export const onceWords: Text = { en: 'once', ar: 'مرة واحدة' };

const steps: Readonly<Record<Frequency, { readonly en: string; readonly ar: readonly [one: string, two: string, few: string, many: string] }>> = {
  DAILY: { en: 'day', ar: ['يوم', 'يومين', 'أيام', 'يومًا'] },
  WEEKLY: { en: 'week', ar: ['أسبوع', 'أسبوعين', 'أسابيع', 'أسبوعًا'] },
  MONTHLY: { en: 'month', ar: ['شهر', 'شهرين', 'أشهر', 'شهرًا'] },
  YEARLY: { en: 'year', ar: ['سنة', 'سنتين', 'سنوات', 'سنة'] },
};
const FEW = 10;

function every(frequency: Frequency, interval: number): Text {
  const { en, ar } = steps[frequency];
  const [one, two, few, many] = ar;
  if (interval === 1) return { en: `every ${en}`, ar: `كل ${one}` };
  return { en: `every ${interval} ${en}s`, ar: interval === 2 ? `كل ${two}` : `كل ${interval} ${interval <= FEW ? few : many}` };
}

const NOTHING: Text = { en: '', ar: '' };

function onWhat(rule: Rule, firstOn: LocalDate, monthEnd: MonthEnd): Text | undefined {
  const { frequency, byDay, byMonthDay, byMonth, bySetPosition } = rule;
  switch (frequency) {
    case 'DAILY':
      return byDay.length + byMonthDay.length + byMonth.length + bySetPosition.length === 0 ? NOTHING : undefined;
    case 'WEEKLY': {
      if (byMonth.length + bySetPosition.length > 0) return undefined;
      const days = byDay.length > 0 ? byDay.map(({ day }) => day) : [weekdayOfDate(firstOn)];
      return {
        en: ` on ${list(
          days.map((day) => dayNames[day].en),
          'and',
        )}`,
        ar: ` ${days.map((day) => `يوم ${dayNames[day].ar}`).join(' و')}`,
      };
    }
    case 'MONTHLY': {
      if (byMonth.length > 0) return undefined;
      return dayInMonth(rule, firstOn, monthEnd);
    }
    case 'YEARLY': {
      const months = byMonth.length > 0 ? byMonth : byMonthDay.length + byDay.length === 0 ? [Number(firstOn.slice(5, 7))] : [];
      if (months.length === 0 || byDay.length > 0 || bySetPosition.length > 0) return undefined;
      const day = byMonthDay.length === 0 ? dayOf(firstOn) : byMonthDay[0];
      if (byMonthDay.length > 1 || day === undefined) return undefined;
      const inMonths = {
        en: list(
          months.map((month) => monthNames[month - 1]?.en ?? ''),
          'and',
        ),
        ar: months.map((month) => monthNames[month - 1]?.ar ?? '').join(' و'),
      };
      if (day === -1 || (day === 31 && monthEnd === 'last-day'))
        return { en: ` on the last day of ${inMonths.en}`, ar: ` في آخر يوم من ${inMonths.ar}` };
      return day > 0 ? { en: ` on ${day} ${inMonths.en}`, ar: ` في ${day} ${inMonths.ar}` } : undefined;
    }
    default:
      return frequency satisfies never;
  }
}

function dayInMonth({ byDay, byMonthDay, bySetPosition }: Rule, firstOn: LocalDate, monthEnd: MonthEnd): Text | undefined {
  if (byDay.length === 0 && bySetPosition.length === 0) {
    const days = byMonthDay.length > 0 ? byMonthDay : [dayOf(firstOn)];
    const [day] = days;
    if (days.length === 1 && (day === -1 || (day === 31 && monthEnd === 'last-day'))) return { en: ' on the last day', ar: ' في آخر يوم' };
    if (days.some((one) => one < 0)) return undefined;
    return { en: ` on day ${list(days.map(String), 'and')}`, ar: ` في اليوم ${days.join(' و')}` };
  }
  const [only] = byDay;
  if (byMonthDay.length > 0 || byDay.length !== 1 || !only) return undefined;
  const nth = only.nth ?? (bySetPosition.length === 1 ? bySetPosition[0] : undefined);
  const place = nth === undefined ? undefined : places[nth];
  return place && nthDay(place, only);
}

const places: Readonly<Record<number, Text>> = {
  1: { en: 'first', ar: 'أول' },
  2: { en: 'second', ar: 'ثاني' },
  3: { en: 'third', ar: 'ثالث' },
  4: { en: 'fourth', ar: 'رابع' },
  [-1]: { en: 'last', ar: 'آخر' },
};
const nthDay = (place: Text, { day }: RuleDay): Text => ({
  en: ` on the ${place.en} ${dayNames[day].en}`,
  ar: ` في ${place.ar} يوم ${bareDay(day)}`,
});
const bareDay = (day: Weekday): string => dayNames[day].ar.replace(/^ال/, '');

function endOf({ count, until }: Rule): Text {
  if (until !== undefined) return { en: `, until ${until}`, ar: `، حتى ${until}` };
  if (count === undefined) return NOTHING;
  const times = count === 1 ? 'مرة واحدة' : count === 2 ? 'مرتين' : count <= FEW ? `${count} مرات` : `${count} مرة`;
  return { en: count === 1 ? ', once' : `, ${count} times`, ar: `، ${times}` };
}

const list = (words: readonly string[], and: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

/** The day of the week of a date. */
const weekdayOfDate = (date: LocalDate): Weekday => weekdays[weekdayOf(dayNumber(date))] ?? 'mon';

export const dayNames: Readonly<Record<Weekday, Text>> = {
  mon: { en: 'Monday', ar: 'الاثنين' },
  tue: { en: 'Tuesday', ar: 'الثلاثاء' },
  wed: { en: 'Wednesday', ar: 'الأربعاء' },
  thu: { en: 'Thursday', ar: 'الخميس' },
  fri: { en: 'Friday', ar: 'الجمعة' },
  sat: { en: 'Saturday', ar: 'السبت' },
  sun: { en: 'Sunday', ar: 'الأحد' },
};
export const monthNames: readonly Text[] = [
  { en: 'January', ar: 'يناير' },
  { en: 'February', ar: 'فبراير' },
  { en: 'March', ar: 'مارس' },
  { en: 'April', ar: 'أبريل' },
  { en: 'May', ar: 'مايو' },
  { en: 'June', ar: 'يونيو' },
  { en: 'July', ar: 'يوليو' },
  { en: 'August', ar: 'أغسطس' },
  { en: 'September', ar: 'سبتمبر' },
  { en: 'October', ar: 'أكتوبر' },
  { en: 'November', ar: 'نوفمبر' },
  { en: 'December', ar: 'ديسمبر' },
];

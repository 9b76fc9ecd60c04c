import { type Weekday, weekdays } from '../../firms/country-profiles.ts';
import { dayOf, isLocalDate, type LocalDate } from '../../kernel/dates.ts';
import { type Outcome, refuseAt } from '../../kernel/decision.ts';
import { everComes, unsupportedIn } from './rule-comes.ts';

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** A weekday, or the nth of them: `-1` is the last. */
export interface RuleDay {
  readonly nth?: number;
  readonly day: Weekday;
}

/** A recurrence rule of RFC 5545 over dates: what of it concerns days, and no times. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  readonly until?: LocalDate;
  readonly byDay: readonly RuleDay[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
  readonly weekStart?: Weekday;
}

/** What becomes of the 31st in a short month, and of 29 February in a common year: the month’s last day, or nothing. */
export const monthEnds = ['last-day', 'skip'] as const;
export type MonthEnd = (typeof monthEnds)[number];

/** Steps beyond these would let a rule be silent for longer than anybody looks ahead. */
const MOST_STEPS: Readonly<Record<Frequency, number>> = { DAILY: 3660, WEEKLY: 520, MONTHLY: 120, YEARLY: 10 };
const MOST_COUNT = 9999;
const dayCodes: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** From this day on a month may be too short for it. */
const SHORTEST_MONTH = 28;

/** Reads a rule as it is written (`FREQ=MONTHLY;BYMONTHDAY=31`). What it says of hours, week numbers or days of the year is refused, never ignored. */
export function readRule(text: string): Outcome<Rule> {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [, name, value] = /^([A-Z]+)=([A-Z0-9+,-]+)$/.exec(part) ?? [];
    if (!name || !value || parts.has(name)) return malformed(part);
    parts.set(name, value);
  }
  const frequency = frequencies.find((one) => one === parts.get('FREQ'));
  if (!frequency) return parts.has('FREQ') ? unsupported(`FREQ=${parts.get('FREQ')}`) : malformed('FREQ');
  const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST'];
  for (const [name, value] of parts) if (!known.includes(name)) return unsupported(`${name}=${value}`);

  const interval = wholeIn(parts.get('INTERVAL') ?? '1', 1, MOST_STEPS[frequency]);
  if (interval === undefined) return unsupported(`INTERVAL=${parts.get('INTERVAL')}`);
  const count = parts.has('COUNT') ? wholeIn(parts.get('COUNT') ?? '', 1, MOST_COUNT) : undefined;
  if (parts.has('COUNT') && (count === undefined || parts.has('UNTIL'))) return malformed(`COUNT=${parts.get('COUNT')}`);
  const until = parts.has('UNTIL') ? dateOf(parts.get('UNTIL') ?? '') : undefined;
  if (parts.has('UNTIL') && until === undefined) return malformed(`UNTIL=${parts.get('UNTIL')}`);

  const byDay = listOf(parts.get('BYDAY'), ruleDay);
  const byMonthDay = listOf(parts.get('BYMONTHDAY'), (one) => signedIn(one, 31));
  const byMonth = listOf(parts.get('BYMONTH'), (one) => wholeIn(one, 1, 12));
  const bySetPosition = listOf(parts.get('BYSETPOS'), (one) => signedIn(one, 366));
  if (!byDay || !byMonthDay || !byMonth || !bySetPosition) return malformed(text);
  const weekStart = parts.has('WKST') ? weekdayOfCode(parts.get('WKST') ?? '') : undefined;
  if (parts.has('WKST') && !weekStart) return malformed(`WKST=${parts.get('WKST')}`);
  if (bySetPosition.length > 0 && byDay.length + byMonthDay.length === 0) return unsupported(`BYSETPOS=${parts.get('BYSETPOS')}`);
  const rule: Rule = {
    frequency,
    interval,
    ...(count !== undefined && { count }),
    ...(until !== undefined && { until }),
    byDay,
    byMonthDay,
    byMonth,
    bySetPosition,
    ...(weekStart && { weekStart }),
  };
  const part = unsupportedIn(rule);
  return part === undefined ? rule : unsupported(`${part}=${parts.get(part)}`);
}

/** The rule as RFC 5545 writes it. */
export function writeRule(rule: Rule): string {
  const list = (name: string, values: readonly (string | number)[]) => (values.length > 0 ? [`${name}=${values.join(',')}`] : []);
  return [
    `FREQ=${rule.frequency}`,
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...(rule.count !== undefined ? [`COUNT=${rule.count}`] : []),
    ...(rule.until !== undefined ? [`UNTIL=${rule.until.replaceAll('-', '')}`] : []),
    ...list('BYMONTH', rule.byMonth),
    ...list('BYMONTHDAY', rule.byMonthDay),
    ...list(
      'BYDAY',
      rule.byDay.map(({ nth, day }) => `${nth ?? ''}${dayCodes[weekdays.indexOf(day)]}`),
    ),
    ...list('BYSETPOS', rule.bySetPosition),
    ...(rule.weekStart ? [`WKST=${dayCodes[weekdays.indexOf(rule.weekStart)]}`] : []),
  ].join(';');
}

/**
 * The rule by which dates are found. RFC 5545 leaves out what a month does not have; where the last day is meant instead, the 31st becomes
 * “the last of the 28th to the 31st”, which every calendar program reads alike.
 */
export function ruleInForce(rule: Rule, firstOn: LocalDate, monthEnd: MonthEnd): Outcome<Rule> {
  const meant = monthEnd === 'last-day' ? lastDayMeant(rule, firstOn) : rule;
  return 'refused' in meant || everComes(meant, firstOn) ? meant : refuseAt('/rule', 'deadline.no_dates');
}

function lastDayMeant(rule: Rule, firstOn: LocalDate): Outcome<Rule> {
  if (rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY') return rule;
  const { byMonthDay, byMonth, byDay, bySetPosition } = rule;
  const fromFirst = byMonthDay.length === 0 && byDay.length === 0;
  const days = fromFirst ? [dayOf(firstOn)] : byMonthDay;
  if (!days.some((day) => day > SHORTEST_MONTH)) return rule;
  if (days.length > 1 || byDay.length > 0 || bySetPosition.length > 0) return refuseAt('/rule', 'deadline.rule_last_day');
  const lastOf = {
    byMonthDay: Array.from({ length: (days[0] ?? SHORTEST_MONTH) - SHORTEST_MONTH + 1 }, (_, i) => SHORTEST_MONTH + i),
    bySetPosition: [-1],
  };
  if (rule.frequency === 'MONTHLY') return { ...rule, ...lastOf };
  const months = byMonth.length > 0 ? byMonth : fromFirst ? [Number(firstOn.slice(5, 7))] : [];
  if (months.length === 1) return { ...rule, ...lastOf, byMonth: months };
  // The last of a year’s days is one day: several months of a year are months of every year.
  if (months.length > 1 && rule.interval === 1) return { ...rule, ...lastOf, frequency: 'MONTHLY' };
  return refuseAt('/rule', 'deadline.rule_last_day');
}

const malformed = (part: string) => refuseAt('/rule', 'deadline.rule_malformed', { part: part.slice(0, 60) });
const unsupported = (part: string) => refuseAt('/rule', 'deadline.rule_unsupported', { part: part.slice(0, 60) });

function wholeIn(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
function signedIn(text: string, most: number): number | undefined {
  const [, sign, digits = ''] = /^([+-]?)(\d{1,3})$/.exec(text) ?? [];
  const number = wholeIn(digits, 1, most);
  return number === undefined ? undefined : sign === '-' ? -number : number;
}
function listOf<T>(text: string | undefined, read: (one: string) => T | undefined): readonly T[] | undefined {
  if (text === undefined) return [];
  const values: T[] = [];
  for (const one of text.split(',')) {
    const value = read(one);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}
const weekdayOfCode = (code: string): Weekday | undefined => weekdays[dayCodes.indexOf(code)];
function ruleDay(text: string): RuleDay | undefined {
  const [, sign = '', digits, code = ''] = /^([+-]?)([1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? [];
  const day = weekdayOfCode(code);
  if (!day || (sign !== '' && digits === undefined)) return undefined;
  return digits === undefined ? { day } : { nth: Number(digits) * (sign === '-' ? -1 : 1), day };
}
function dateOf(text: string): LocalDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return isLocalDate(date) ? date : undefined;
}

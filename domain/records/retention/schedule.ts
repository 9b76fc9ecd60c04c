import { addMonths, type LocalDate, lastDayOf, type Month, monthAfter, monthOf } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';

/** What a period of retention counts from. */
export const triggers = {
  event: { en: 'the date of the document', ar: 'تاريخ المستند' },
  'fiscal-year-end': { en: 'the end of its fiscal year', ar: 'نهاية سنته المالية' },
  'contract-end': { en: 'the end of the contract', ar: 'نهاية العقد' },
} as const satisfies Readonly<Record<string, Text>>;
export type Trigger = keyof typeof triggers;
export const triggerNames = Object.keys(triggers) as readonly Trigger[];

export interface Schedule {
  readonly trigger: Trigger;
  readonly months: number;
}

/** The dates of a record that a schedule may count from. */
export interface RetentionDates {
  readonly filedOn: LocalDate;
  readonly eventDate?: LocalDate;
  readonly period?: Month;
  readonly contractEndsOn?: LocalDate;
}

/** Why a record is kept until a day: the rule that gave the latest day there ever was. */
export interface Ground {
  readonly class: string;
  readonly className: Text;
  readonly schedule: Schedule;
  readonly source: Text;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** How long a record is kept. */
export interface Retention {
  /** The last day on which it must exist. It only moves later, whoever changes what. */
  readonly retainUntil?: LocalDate;
  readonly ground?: Ground;
  /** Its rule counts from something that has no date yet: until it has one, there is no end. */
  readonly awaits?: Trigger;
}

type Of = { readonly code: string; readonly name: Text; readonly schedule: Schedule; readonly source: Text };

/** Retention after a change of class, dates or schedule: the longest that any rule has given so far. */
export function retainedBy(before: Retention, of: Of, dates: RetentionDates, fiscalYearStart: number): Retention {
  const { schedule } = of;
  const from = startOf(schedule.trigger, dates, fiscalYearStart);
  const kept = { ...(before.retainUntil !== undefined && { retainUntil: before.retainUntil }), ...(before.ground && { ground: before.ground }) };
  if (from === undefined) return { ...kept, awaits: schedule.trigger };
  const until = addMonths(from, schedule.months);
  if (before.retainUntil !== undefined && before.retainUntil >= until) return kept;
  return { retainUntil: until, ground: { class: of.code, className: of.name, schedule, source: of.source, from, until } };
}

function startOf(trigger: Trigger, { filedOn, eventDate, period, contractEndsOn }: RetentionDates, fiscalYearStart: number): LocalDate | undefined {
  const event = eventDate ?? (period === undefined ? filedOn : lastDayOf(period));
  switch (trigger) {
    case 'event':
      return event;
    case 'fiscal-year-end':
      return fiscalYearEnd(event, fiscalYearStart);
    case 'contract-end':
      return contractEndsOn;
    default:
      return trigger satisfies never;
  }
}

/** The last day of the fiscal year in which a date lies. */
export function fiscalYearEnd(date: LocalDate, startMonth: number): LocalDate {
  const month = Number(date.slice(5, 7));
  return lastDayOf(monthAfter(monthOf(date), (startMonth + 11 - month) % 12));
}

/** Whether nothing but a hold stands against its disposal on a day. */
export const isOver = ({ retainUntil, awaits }: Retention, today: LocalDate): boolean =>
  awaits === undefined && retainUntil !== undefined && today > retainUntil;

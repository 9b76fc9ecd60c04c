import { profileFor } from '../../firms/country-profiles.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import { forEachOf } from '../../kernel/for-each-of.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { whyNotCalendar } from '../calendars/check-calendar.ts';
import { firstCalendar } from '../calendars/first-calendar.ts';
import { whyNotPolicy } from '../clocks/check-policy.ts';
import type { Priority } from '../clocks/policy.ts';
import type { Target, Targets } from '../kinds/case-kind.ts';
import { type CaseKindCode, caseKindCodes, kindOf } from '../kinds/case-kinds.ts';
import { priorityNames } from '../kinds/priority.ts';
import { type CaseForm, plainForm, whyNotForm } from './case-form.ts';
import { clockPolicy } from './clock-policy.ts';
import type { Queue } from './queue.ts';

/** When the desk is open, and what it promises by kind and priority. A change makes a new version; open cases are folded over the latest. */
export interface DeskSettings {
  readonly version: number;
  readonly calendar: Calendar;
  readonly targets: Readonly<Record<CaseKindCode, Targets>>;
  /** Warned when this much of a target is used up. */
  readonly warnAtPercent: number;
  /** The queues to which the firm sends cases of a kind, where they are not the kind’s own. */
  readonly routing?: Readonly<Partial<Record<CaseKindCode, string>>>;
  /** What the firm made of the forms of the kinds. */
  readonly forms?: Readonly<Partial<Record<CaseKindCode, CaseForm>>>;
}

const WARN_AT_PERCENT = 80;
const CALENDAR_NAME = { en: 'Working hours', ar: 'ساعات العمل' };

/** What a firm starts with: the working week of its country, and the targets of the kinds. */
export function firstSettings(country: string, timeZone: string): DeskSettings {
  const targets = forEachOf(caseKindCodes, (kind): Targets => kindOf(kind).targets);
  const calendar = firstCalendar({ id: 'desk', name: CALENDAR_NAME, timeZone }, profileFor(country).workingWeeks);
  return { version: 1, calendar, targets, warnAtPercent: WARN_AT_PERCENT };
}

type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined };
export interface SettingsChange {
  readonly calendar?: Changed<Omit<Calendar, 'id' | 'version' | 'alwaysOpen'> & { readonly alwaysOpen: boolean }> | undefined;
  readonly targets?: Changed<Record<CaseKindCode, Changed<Record<Priority, Changed<Target>>>>> | undefined;
  readonly warnAtPercent?: number | undefined;
  readonly routing?: Changed<Record<CaseKindCode, string>> | undefined;
  readonly forms?: Changed<Record<CaseKindCode, CaseForm>> | undefined;
}

export const formOf = (kind: CaseKindCode, { forms }: Pick<DeskSettings, 'forms'>): CaseForm => forms?.[kind] ?? plainForm;

/** Whether open cases have to be counted again: other queues and forms hold for what comes. */
export const movesClocks = ({ calendar, targets, warnAtPercent }: SettingsChange): boolean =>
  calendar !== undefined || targets !== undefined || warnAtPercent !== undefined;

/** Chooses other hours, targets, queues or forms. What is not named stays as it was. */
export function changeSettings(before: DeskSettings, change: SettingsChange, queues: readonly Queue[]): Outcome<DeskSettings> {
  const version = before.version + 1;
  const calendar = changedCalendar({ ...before.calendar, version }, change.calendar);
  const fault = whyNotCalendar(calendar);
  if (fault)
    return refuse(
      fault.refused,
      fault.values,
      fault.errors.map((error) => ({ ...error, pointer: `/calendar${error.pointer}` })),
    );
  const targets = forEachOf(caseKindCodes, (kind) => mergedTargets(before.targets[kind], change.targets?.[kind]));
  const routing = { ...before.routing, ...said(change.routing ?? {}) };
  for (const [kind, queue] of Object.entries(said(change.routing ?? {})))
    if (!queues.some(({ code, archived }) => code === queue && !archived)) return refuseAt(`/routing/${kind}`, 'queue.unknown', { queue });
  for (const kind of caseKindCodes) {
    const form = change.forms?.[kind];
    const [fault, ...more] = form ? whyNotForm(kind, formOf(kind, before), form) : [];
    if (fault)
      return refuse(
        fault.code,
        fault.values,
        [fault, ...more].map((each) => ({ ...each, pointer: `/forms/${kind}${each.pointer}` })),
      );
  }
  const forms = { ...before.forms, ...said(change.forms ?? {}) };
  const after: DeskSettings = { version, calendar, targets, warnAtPercent: change.warnAtPercent ?? before.warnAtPercent, routing, forms };
  for (const kind of caseKindCodes) {
    const wrong = whyNotPolicy(clockPolicy(kind, after));
    if (wrong)
      return refuse(
        wrong.refused,
        wrong.values,
        wrong.errors.map((error) => ({
          ...error,
          pointer: `/targets/${kind}${error.pointer.replace(/^\/clocks\/(\w+)\/targets\/(\w+)$/, '/$2/$1')}`,
        })),
      );
  }
  return after;
}

function changedCalendar(before: Calendar, change: SettingsChange['calendar'] = {}): Calendar {
  const { alwaysOpen: was, ...hours } = before;
  const { alwaysOpen = was === true, ...sent } = change;
  const named: Partial<Calendar> = said(sent);
  return alwaysOpen ? { ...hours, weeks: [], holidays: [], ...named, alwaysOpen: true } : { ...hours, ...named };
}

function mergedTargets(before: Targets, change: Changed<Record<Priority, Changed<Target>>> = {}): Targets {
  return forEachOf(priorityNames, (priority): Target => ({ ...before[priority], ...said(change[priority] ?? {}) }));
}

/** What was named, without what was not. */
const said = <T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

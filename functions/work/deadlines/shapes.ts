import * as z from 'zod';
import { datedSources } from '../../../domain/work/deadlines/dated-sources.ts';
import { linkKinds, occurrenceStates, shiftPolicies } from '../../../domain/work/deadlines/deadline.ts';
import { monthEnds } from '../../../domain/work/deadlines/rule.ts';
import { anId, bilingual, instant, line, localDate, person, words } from '../../platform/wire.ts';
import { caseKind, queueCode } from '../shapes.ts';

/** What deadlines and the calendar look like on the wire. */
const MOST_REMINDERS = 6;
const MOST_DAYS_BEFORE = 365;
const days = z.int().min(0).max(MOST_DAYS_BEFORE);
const ruleText = z.string().min(1).max(300).meta({ description: 'RFC 5545, evaluated on dates', example: 'FREQ=MONTHLY;BYMONTHDAY=31' });
/** Between the years in which calendar programs agree. */
export const scheduleDate = localDate.refine((date) => date >= '1970-01-01' && date <= '2199-12-31', { error: 'date.not_real' });
const link = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(linkKinds[0]), id: anId('contact') }),
  z.strictObject({ kind: z.literal(linkKinds[1]), id: anId('case') }),
  z.strictObject({ kind: z.literal(linkKinds[2]), id: anId('record') }),
  z.strictObject({ kind: z.literal(linkKinds[3]), id: anId('asset') }),
]);
const does = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('remind') }),
  z.strictObject({
    type: z.literal('open-case'),
    kind: caseKind,
    title: line.optional().meta({ description: 'the deadline’s own title unless it is said' }),
    queue: queueCode.optional(),
    daysBefore: days,
  }),
]);
const reminders = z
  .array(days)
  .max(MOST_REMINDERS)
  .meta({ description: 'days before the due date on which its owner is told, once each', example: [30, 7, 0] });

const sent = {
  title: line,
  category: line.nullable().optional(),
  notes: words.nullable().optional(),
  owner: anId('user').nullable().optional(),
  firstOn: scheduleDate,
  rule: ruleText.nullable().optional(),
  monthEnd: z
    .enum(monthEnds)
    .optional()
    .meta({ description: 'what becomes of the 31st in a short month, and of 29 February: `last-day` unless it is said' }),
  shift: z.enum(shiftPolicies).optional().meta({ description: 'what becomes of a date on which the firm rests; the scheduled date stays the key' }),
  reminders: reminders.optional(),
  does: does.optional(),
  link: link.nullable().optional(),
};
export const newDeadline = z.strictObject({ ...sent, template: line.optional() }).meta({ id: 'NewDeadline' });
export const deadlineChange = z.strictObject({ ...sent, title: line.optional(), firstOn: scheduleDate.optional() }).meta({ id: 'DeadlineChange' });

export const occurrence = z
  .strictObject({
    date: localDate.meta({ description: 'the scheduled date: the key of the occurrence' }),
    dueOn: localDate,
    state: z.enum(occurrenceStates),
    overdue: z.boolean(),
    reminded: z.array(z.int()),
    case: anId('case').nullable(),
    settled: z.strictObject({ by: person, at: instant, note: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Occurrence' });

const deadlineMembers = {
  id: anId('deadline'),
  title: line,
  category: line.nullable(),
  notes: words.nullable(),
  owner: person.nullable(),
  firstOn: localDate,
  rule: ruleText.nullable(),
  ruleWords: bilingual,
  monthEnd: z.enum(monthEnds),
  shift: z.enum(shiftPolicies),
  reminders,
  does,
  link: link.nullable(),
  template: line.nullable(),
  state: z.enum(['active', 'archived']),
  next: z.strictObject({ date: localDate, dueOn: localDate }).nullable(),
  overdue: z.boolean(),
  createdBy: person,
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
};
export const deadline = z.strictObject(deadlineMembers).meta({ id: 'Deadline' });
export const deadlineWithDates = z
  .strictObject({ ...deadlineMembers, occurrences: z.array(occurrence).meta({ description: 'the latest sixty, the last first' }) })
  .meta({ id: 'DeadlineWithDates' });

const MOST_PREVIEWED = 24;
export const previewed = z.strictObject({
  firstOn: scheduleDate,
  rule: ruleText.nullable().optional(),
  monthEnd: z.enum(monthEnds).optional(),
  shift: z.enum(shiftPolicies).optional(),
  from: scheduleDate.optional().meta({ description: 'dates on or after this one; the first date unless it is said' }),
  count: z.int().min(1).max(MOST_PREVIEWED).default(6),
});
export const preview = z
  .strictObject({ ruleWords: bilingual, dates: z.array(z.strictObject({ date: localDate, dueOn: localDate })), ends: z.boolean() })
  .meta({ id: 'DeadlinePreview' });

export const template = z
  .strictObject({
    code: z.string(),
    title: bilingual,
    category: bilingual,
    source: bilingual,
    firstOn: localDate,
    rule: ruleText,
    ruleWords: bilingual,
    toBeConfirmed: z.literal(true),
  })
  .meta({ id: 'DeadlineTemplate' });

const sourceNames = Object.keys(datedSources) as [keyof typeof datedSources, ...(keyof typeof datedSources)[]];
const dated = z.strictObject({
  on: localDate,
  source: z.enum(sourceNames),
  sourceName: bilingual,
  id: z.string(),
  date: localDate.nullable().meta({ description: 'of a deadline: the scheduled date' }),
  title: z.string(),
  done: z.boolean(),
  overdue: z.boolean().meta({ description: 'it has passed and still waits' }),
});
export const calendarPage = z
  .strictObject({
    from: localDate,
    to: localDate,
    weekStart: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
    restDays: z
      .array(z.strictObject({ on: localDate, holiday: bilingual.nullable() }))
      .meta({ description: 'days of the span on which the firm rests' }),
    data: z.array(dated),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'CalendarPage' });

export const feed = z
  .strictObject({ address: z.url().meta({ description: 'whoever has it reads the calendar as this person' }), createdAt: instant })
  .meta({ id: 'CalendarFeed' });

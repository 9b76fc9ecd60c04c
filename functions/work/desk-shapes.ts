import * as z from 'zod';
import { extraFieldTypes, MAX_CHOICES } from '../../domain/work/cases/case-form.ts';
import { anId, bilingual, line, localDate, names } from '../platform/wire.ts';
import { caseKind, caseState, priority, queueCode } from './shapes.ts';

/** What the desk itself looks like on the wire: its queues, hours, promises, forms and views. */
export const queue = z.strictObject({ code: queueCode, name: bilingual, archived: z.boolean(), version: z.int() }).meta({ id: 'Queue' });
export const newQueue = z.strictObject({ code: queueCode, name: bilingual });
export const queueChange = z.strictObject({ name: bilingual.optional(), archived: z.boolean().optional() });

const timeOfDay = z.string().max(5).meta({ example: '09:00' });
const hours = z.array(z.tuple([timeOfDay, timeOfDay])).max(12);
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const week = z.strictObject({ from: localDate, hours: z.partialRecord(weekday, hours) });
const holiday = z.union([
  z.strictObject({ date: localDate, name: bilingual, hours: hours.exactOptional() }),
  z.strictObject({ from: localDate, to: localDate, name: bilingual, hours: hours.exactOptional() }),
]);
const calendarMembers = { timeZone: z.string().max(60), weeks: z.array(week).max(50), holidays: z.array(holiday).max(1000) };
const target = {
  firstResponse: z.int(),
  nextUpdate: z.int().exactOptional().meta({ description: 'from each answer to the next, where the kind promises it' }),
  resolution: z.int(),
};
const fieldCode = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9_]{0,39}$/)
  .meta({ example: 'costCentre' });
const choice = z.strictObject({ value: fieldCode, label: bilingual, off: z.boolean().default(false) });
const extraField = z.strictObject({
  code: fieldCode,
  type: names(extraFieldTypes),
  label: bilingual,
  required: z.boolean().default(false),
  off: z.boolean().default(false),
  choices: z.array(choice).max(MAX_CHOICES).default([]),
});
const caseForm = z.strictObject({ off: z.array(fieldCode).max(50), fields: z.array(extraField).max(100) }).meta({
  id: 'CaseForm',
  description: 'optional fields of the kind that the firm does not ask for, and fields of its own; none is ever taken away',
});
export const workSettings = z
  .strictObject({
    version: z.int(),
    calendar: z.strictObject({ id: z.string(), version: z.int(), name: bilingual, ...calendarMembers, alwaysOpen: z.boolean() }),
    targets: z.record(caseKind, z.record(priority, z.strictObject(target))).meta({ description: 'in open minutes' }),
    warnAtPercent: z.int(),
    routing: z.record(caseKind, queueCode).meta({ description: 'where cases of a kind go by themselves' }),
    forms: z.record(caseKind, caseForm),
  })
  .meta({ id: 'WorkSettings' });
export const settingsChange = z
  .strictObject({
    calendar: z
      .strictObject({ name: bilingual, ...calendarMembers, alwaysOpen: z.boolean() })
      .partial()
      .optional(),
    targets: z.partialRecord(caseKind, z.partialRecord(priority, z.strictObject(target).partial())).optional(),
    warnAtPercent: z.int().min(1).max(99).optional(),
    routing: z.partialRecord(caseKind, queueCode).optional(),
    forms: z.partialRecord(caseKind, caseForm).optional(),
  })
  .meta({ id: 'WorkSettingsChange', description: 'What is not named stays as it is. Open cases are counted again.' });

export const caseKindAsked = z
  .strictObject({
    code: caseKind,
    name: bilingual,
    queue: queueCode,
    stateNames: z.record(caseState, bilingual),
    fields: z.array(
      z.strictObject({
        code: z.string(),
        type: z.enum(['text', 'long', 'number', 'date', 'instant', 'flag', 'choice', 'window']),
        label: bilingual,
        required: z.boolean(),
        shipped: z.boolean().meta({ description: 'of the kind, not of the firm' }),
        off: z.boolean().meta({ description: 'asked for no more; old cases may still say it' }),
        minimum: z.number().nullable(),
        maximum: z.number().nullable(),
        choices: z.array(z.strictObject({ value: z.string(), label: bilingual, off: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'CaseKind' });
export const queueCount = z
  .strictObject({
    queue: queueCode,
    states: z.record(caseState, z.int()),
    late: z.int().meta({ description: 'with a broken promise that still runs' }),
  })
  .meta({ id: 'QueueCount' });

const viewQuery = z.strictObject({
  queue: queueCode.optional(),
  state: z.enum(['active', ...caseState.options]).optional(),
  assignee: z.union([anId('user'), z.enum(['me', 'nobody'])]).optional(),
  kind: caseKind.optional(),
  priority: priority.optional(),
  tag: line.optional(),
  q: line.optional(),
  sort: z.enum(['due', 'newest']).optional(),
});
export const savedView = z
  .strictObject({ id: anId('savedView'), name: line, shared: z.boolean(), mine: z.boolean(), query: viewQuery, version: z.int() })
  .meta({ id: 'SavedView' });
export const newSavedView = z.strictObject({ name: line, shared: z.boolean().default(false), query: viewQuery });
export const savedViewChange = z.strictObject({ name: line.optional(), shared: z.boolean().optional(), query: viewQuery.optional() });

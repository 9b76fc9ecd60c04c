import * as z from 'zod';
import { relationNames, saidRelations } from '../../domain/work/cases/relations.ts';
import { clockNames } from '../../domain/work/clocks/policy.ts';
import { requestStateNames } from '../../domain/work/decisions/request.ts';
import type { CaseKindCode } from '../../domain/work/kinds/case-kinds.ts';
import { caseKindCodes, caseKinds } from '../../domain/work/kinds/case-kinds.ts';
import { levelNames, priorityNames } from '../../domain/work/kinds/priority.ts';
import { caseStateNames } from '../../domain/work/kinds/states.ts';
import { anId, bilingual, instant, line, localDate, names, person, words } from '../platform/wire.ts';

/** What cases look like on the wire. */
export const caseKind = names(caseKindCodes);
export const caseState = names(caseStateNames);
export const level = names(levelNames);
export const priority = names(priorityNames);
export const clockName = names(clockNames);
export const queueCode = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
  .meta({ example: 'it-support' });
const tag = z
  .string()
  .regex(/^[^\s#,\p{C}](?:[^#,\p{C}]{0,38}[^\s#,\p{C}])?$/u)
  .meta({ example: 'printer' });
const text = z.string().min(1).max(10_000);
const reason = words.min(1);

export const party = z
  .strictObject({ id: anId('user').nullable(), name: z.string(), email: z.string().nullable() })
  .meta({ id: 'Party', description: 'a member by id, or somebody outside the firm by address' });

const opening = {
  title: line,
  description: text.optional(),
  impact: level.optional().meta({ description: 'medium unless it is said' }),
  urgency: level.optional().meta({ description: 'medium unless it is said; with the impact it makes the priority' }),
  contact: anId('contact').optional(),
  queue: queueCode.optional().meta({ description: 'the queue of its kind unless it is said' }),
};
/** One shape per kind: the form of the kind is what its `fields` are held against. */
function newCaseOf<K extends CaseKindCode>(kind: K) {
  const form: z.ZodObject = caseKinds[kind].form;
  // What the firm asks for besides is held against its own form by the verb.
  const asked = form.loose();
  const fields = form.safeParse({}).success ? asked.prefault({}) : asked;
  return z.strictObject({
    kind: z.literal(kind),
    ...opening,
    fields: fields as z.ZodType<Record<string, unknown>, Record<string, unknown> | undefined>,
  });
}
const [firstKind, ...otherKinds] = caseKindCodes.map(newCaseOf);
if (!firstKind) throw new Error('there is a kind of case');
export const newCase = z.discriminatedUnion('kind', [firstKind, ...otherKinds]).meta({ id: 'NewCase' });

export const caseChange = z
  .strictObject({
    title: line.optional(),
    description: text.nullable().optional(),
    fields: z.record(z.string(), z.unknown()).optional().meta({ description: 'whole, in the form of the case’s kind' }),
    impact: level.optional(),
    urgency: level.optional(),
    priority: priority.optional().meta({ description: 'over what impact and urgency make of it' }),
    contact: anId('contact').nullable().optional(),
  })
  .meta({ id: 'CaseChange' });

const summaryMembers = {
  id: anId('case'),
  number: z.int(),
  kind: caseKind,
  title: line,
  state: caseState,
  impact: level,
  urgency: level,
  priority,
  queue: queueCode,
  requester: party,
  assignee: person.nullable(),
  contact: anId('contact').nullable(),
  tags: z.array(z.string()),
  mergedInto: anId('case').nullable(),
  openedAt: instant,
  updatedAt: instant,
  endedAt: instant.nullable(),
  version: z.int(),
};
export const caseSummary = z
  .strictObject({
    ...summaryMembers,
    dueAt: instant.nullable().meta({ description: 'by when somebody must act; past when it is late; null when no clock runs' }),
  })
  .meta({ id: 'CaseSummary' });

export const clock = z
  .strictObject({
    name: clockName,
    dueAt: instant.meta({ description: 'of a paused clock, as if it went on now' }),
    state: z.enum(['running', 'paused', 'met', 'breached', 'cancelled']),
    elapsedMinutes: z.int(),
    pausedMinutes: z.int(),
  })
  .meta({ id: 'Clock' });

const move = z.strictObject({
  to: caseState,
  name: bilingual,
  needsReason: z.boolean(),
  allowed: z.boolean(),
  code: z.string().nullable(),
  reason: z.string().nullable().meta({ description: 'why it is not allowed, in the caller’s language' }),
});
const checklistItem = z.strictObject({
  item: z.string(),
  text: bilingual,
  done: z.boolean(),
  by: person.nullable(),
  at: instant.nullable(),
  evidence: z.string().nullable(),
});
const caseMembers = {
  ...summaryMembers,
  stateName: bilingual,
  description: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  watchers: z.array(person),
  checklist: z.array(checklistItem),
  links: z.array(z.strictObject({ to: anId('case'), relation: names(relationNames) })),
  merged: z.array(anId('case')),
  approval: z
    .strictObject({ request: anId('decisionRequest'), state: z.enum(requestStateNames) })
    .nullable()
    .meta({ description: 'the latest request for a decision about it' }),
  needsApproval: z.boolean().meta({ description: 'its kind goes on only once somebody has approved it' }),
  clocks: z.array(clock),
  moves: z.array(move),
  rating: z.strictObject({ score: z.int(), comment: z.string().nullable(), at: instant }).nullable(),
  minutes: z.strictObject({ billable: z.int(), other: z.int() }),
  commentCount: z.int(),
};
export const oneCase = z.strictObject(caseMembers).meta({ id: 'Case' });

export const comment = z
  .strictObject({
    id: anId('comment'),
    at: instant,
    by: party,
    byMail: z.boolean(),
    stranger: z.boolean().meta({ description: 'by mail from somebody who has no part in the case: colleagues alone see it' }),
    text: z.string(),
    internal: z.boolean(),
    mentions: z.array(person),
    case: anId('case').meta({ description: 'where it was said: the case, or one that was merged into it' }),
  })
  .meta({ id: 'Comment' });
export const timeEntry = z
  .strictObject({ id: anId('time'), by: person, at: instant, date: localDate, minutes: z.int(), billable: z.boolean(), note: z.string().nullable() })
  .meta({ id: 'TimeEntry' });

const actor = z.strictObject({ kind: z.enum(['user', 'system']), id: anId('user').optional(), name: z.string() });
export const caseInFull = z
  .strictObject({
    ...caseMembers,
    contactName: z.strictObject({ name: z.string(), nameAr: z.string().nullable() }).nullable(),
    participants: z.array(z.strictObject({ ...party.shape, as: z.array(z.enum(['requester', 'assignee', 'watcher', 'correspondent'])) })),
    linked: z.array(z.strictObject({ id: anId('case'), number: z.int(), title: z.string(), state: caseState, relation: names(relationNames) })),
    comments: z.array(comment).meta({ description: 'the latest, oldest of them first' }),
    time: z.array(timeEntry),
    events: z
      .array(z.strictObject({ id: anId('event'), type: z.string(), at: instant, by: actor, data: z.record(z.string(), z.unknown()) }))
      .meta({ description: 'newest first' }),
  })
  .meta({ id: 'CaseInFull' });

export const commented = z.strictObject({ comment, case: oneCase }).meta({ id: 'Commented' });
export const newComment = z
  .strictObject({ text, internal: z.boolean().default(false) })
  .meta({ id: 'NewComment', description: 'An @ before the name, address or id of a member makes them watch.' });
export const newMove = z.strictObject({ to: caseState, reason: reason.optional() });
const assignment = {
  assignee: anId('user').nullable().optional().meta({ description: 'null gives it back to its queue' }),
  queue: queueCode.optional(),
  from: anId('user').nullable().optional().meta({ description: 'whom the caller believes to have it: refused where somebody else does' }),
};
const saysSomething = (sent: object): boolean => Object.values(sent).some((member) => member !== undefined);
export const newAssignment = z
  .strictObject(assignment)
  .refine(({ assignee, queue }) => saysSomething({ assignee, queue }), { error: 'field.required', path: ['assignee'] });
const tags = z.array(tag).max(20);
const tagging = { add: tags.optional(), remove: tags.optional() };
export const newTags = z.strictObject(tagging).refine(saysSomething, { error: 'field.required', path: ['add'] });
export const newTick = z.strictObject({ done: z.boolean().default(true), evidence: reason.optional() }).prefault({});
export const newLink = z.strictObject({ to: anId('case'), relation: names(saidRelations) });
export const newMerge = z.strictObject({ into: anId('case') });
export const newTime = z.strictObject({
  minutes: z.int().min(1).max(1440),
  billable: z.boolean().default(false),
  note: reason.optional(),
  date: localDate.optional(),
});
export const newRating = z.strictObject({ score: z.int().min(1).max(5), comment: reason.optional() });

export const MAX_BULK = 50;
const ids = z
  .array(anId('case'))
  .min(1)
  .max(MAX_BULK)
  .refine((list) => new Set(list).size === list.length, { error: 'field.invalid' });
export const bulk = z.discriminatedUnion('act', [
  z.strictObject({ ids, act: z.literal('assign'), ...assignment }),
  z.strictObject({ ids, act: z.literal('move'), ...newMove.shape }),
  z.strictObject({ ids, act: z.literal('tag'), ...tagging }),
]);
export const bulkOutcome = z
  .strictObject({
    results: z.array(
      z.strictObject({
        id: anId('case'),
        done: z.boolean(),
        version: z.int().nullable(),
        code: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
    done: z.int(),
    refused: z.int(),
  })
  .meta({ id: 'BulkOutcome' });

export const explanation = z
  .strictObject({
    clock: clock,
    targetMinutes: z.int(),
    lines: z.array(
      z.strictObject({
        from: instant,
        to: instant,
        what: z.enum(['open', 'closed', 'paused', 'holiday']),
        minutes: z.int(),
        total: z.int(),
        expected: z.boolean(),
        why: bilingual,
      }),
    ),
  })
  .meta({ id: 'ClockExplanation' });

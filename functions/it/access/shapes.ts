import * as z from 'zod';
import { REVIEW_MONTHS } from '../../../domain/it/access/access.ts';
import { anId, instant, localDate, person, words } from '../../platform/wire.ts';
import { called, changes, holder, sentHolder } from '../shapes.ts';

/** What systems, grants, reviews and leavers look like on the wire. */
const text = words.min(1);
const risk = z.enum(['low', 'medium', 'high']);
const level = z.string().min(1).max(60);
const levels = z
  .array(level)
  .min(1)
  .max(20)
  .refine((list) => new Set(list.map((one) => one.trim().toLowerCase())).size === list.length, { error: 'field.invalid' });
const reviewMonths = z.int().min(1).max(24);

export const newSystem = z
  .strictObject({
    name: called,
    owner: anId('user').optional().meta({ description: 'whoever adds it unless it is said' }),
    levels,
    risk: risk.default('medium'),
    separateDuties: z.boolean().default(true).meta({ description: 'whoever approves access does not put it in place' }),
    reviewMonths: reviewMonths.default(REVIEW_MONTHS),
  })
  .meta({ id: 'NewSystem' });
export const systemChange = z
  .strictObject({
    owner: anId('user').optional(),
    levels: levels.optional(),
    risk: risk.optional(),
    separateDuties: z.boolean().optional(),
    reviewMonths: reviewMonths.optional(),
    archived: z.boolean().optional(),
  })
  .refine(changes, { error: 'field.required', path: ['levels'] });
export const system = z
  .strictObject({
    id: anId('system'),
    name: z.string(),
    owner: person,
    levels: z.array(z.string()),
    risk,
    separateDuties: z.boolean(),
    reviewMonths: z.int(),
    reviewOn: localDate,
    reviewOverdue: z.boolean(),
    review: anId('accessReview').nullable(),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'System' });

export const grantState = z.enum(['requested', 'approved', 'granted', 'revoked']);
const step = z.strictObject({ by: person, at: instant, note: z.string().nullable() });
export const newGrant = z
  .strictObject({ system: anId('system'), person: sentHolder, level, until: localDate.optional(), reason: text.optional() })
  .meta({ id: 'NewAccessGrant' });
export const noted = z.strictObject({ note: text.optional() }).prefault({});
export const reasoned = z.strictObject({ reason: text });
export const grant = z
  .strictObject({
    id: anId('accessGrant'),
    system: anId('system'),
    systemName: z.string(),
    person: holder,
    level: z.string(),
    until: localDate.nullable(),
    state: grantState,
    expired: z.boolean().meta({ description: 'its last day has passed and it is not revoked yet' }),
    requested: step,
    approved: step.nullable(),
    granted: step.nullable(),
    revoked: step.nullable(),
    case: anId('case').nullable(),
    expiryCase: anId('case').nullable(),
    version: z.int(),
  })
  .meta({ id: 'AccessGrant' });

const reviewLine = z.strictObject({
  grant: anId('accessGrant'),
  person: holder,
  level: z.string(),
  until: localDate.nullable(),
  grantedAt: instant,
  decision: z.enum(['kept', 'revoked']).nullable(),
  by: person.nullable(),
  at: instant.nullable(),
  note: z.string().nullable(),
});
const reviewMembers = {
  id: anId('accessReview'),
  system: anId('system'),
  systemName: z.string(),
  owner: person,
  startedAt: instant,
  dueOn: localDate,
  overdue: z.boolean(),
  state: z.enum(['open', 'done']),
  lineCount: z.int(),
  openLines: z.int(),
  doneAt: instant.nullable(),
  version: z.int(),
};
export const reviewSummary = z.strictObject(reviewMembers).meta({ id: 'AccessReviewSummary' });
export const review = z.strictObject({ ...reviewMembers, lines: z.array(reviewLine) }).meta({ id: 'AccessReview' });
export const newReview = z.strictObject({ system: anId('system') });
export const reviewAnswer = z.strictObject({
  decision: z.enum(['kept', 'revoked']),
  note: text.meta({ description: 'what the answer rests on' }),
});

const leaverLine = z.strictObject({
  line: z.string(),
  kind: z.enum(['asset', 'hand-over', 'seat', 'access', 'delegation', 'approval', 'case']),
  ref: z.string(),
  within: z.string().nullable(),
  label: z.string(),
  foundAt: instant,
  closed: z.strictObject({ by: person, at: instant, evidence: z.string().nullable(), waiver: z.string().nullable() }).nullable(),
  proof: z.string().nullable().meta({ description: 'evidence that would close it now, as far as there is some' }),
});
const leaverMembers = {
  id: anId('case').meta({ description: 'the case of the clearance' }),
  number: z.int(),
  person: holder,
  lastDay: localDate,
  state: z.enum(['open', 'closed', 'cancelled']),
  lineCount: z.int(),
  openLines: z.int(),
  openedAt: instant,
  openedBy: person,
  closedAt: instant.nullable(),
  closedBy: person.nullable(),
  version: z.int(),
};
export const leaverSummary = z.strictObject(leaverMembers).meta({ id: 'LeaverSummary' });
export const leaver = z
  .strictObject({
    ...leaverMembers,
    lines: z.array(leaverLine),
    isMember: z.boolean().meta({ description: 'still a member of the firm: removing them is an act of its own' }),
  })
  .meta({ id: 'Leaver' });
export const newLeaver = z.strictObject({ person: sentHolder, lastDay: localDate }).meta({ id: 'NewLeaver' });
export const lineClosing = z
  .strictObject({ evidence: z.string().min(1).max(100).optional(), waiver: text.optional() })
  .refine(({ evidence, waiver }) => (evidence === undefined) !== (waiver === undefined), { error: 'field.required', path: ['evidence'] });

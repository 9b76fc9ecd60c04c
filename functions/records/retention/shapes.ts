import * as z from 'zod';
import { MAX_DISPOSED_TOGETHER } from '../../../domain/records/retention/dispose.ts';
import { anId, bilingual, instant, line, localDate, month, words } from '../../platform/wire.ts';
import { classCode, person, recordState, tag } from '../filing/shapes.ts';

/** What holds, disposals and explanations look like on the wire. */
const schedule = z.strictObject({ trigger: z.enum(['event', 'fiscal-year-end', 'contract-end']), months: z.int() });
export const retention = z
  .strictObject({
    record: anId('record'),
    state: recordState,
    retainUntil: localDate.nullable(),
    /** The rule that gave the latest day. */
    rule: z.strictObject({ class: classCode, className: bilingual, schedule, source: bilingual, from: localDate, until: localDate }).nullable(),
    awaits: z.enum(['event', 'fiscal-year-end', 'contract-end']).nullable(),
    versions: z.array(z.strictObject({ id: anId('recordVersion'), sha256: z.string(), at: instant, by: person })),
    holds: z.array(z.strictObject({ id: anId('hold'), matter: z.string(), reason: z.string(), placedAt: instant, placedBy: person })),
    disposable: z.boolean(),
    explanation: z.array(bilingual).meta({ description: 'the same in sentences' }),
  })
  .meta({ id: 'RecordRetention' });

export const MAX_HELD_BY_NAME = 200;
const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('records'), records: z.array(anId('record')).min(1).max(MAX_HELD_BY_NAME) }),
  z.strictObject({
    kind: z.literal('query'),
    class: classCode.optional(),
    contact: anId('contact').optional(),
    tag: tag.optional(),
    from: month.optional().meta({ description: 'the first month of the period' }),
    to: month.optional(),
  }),
]);
export const newHold = z.strictObject({ matter: line, reason: words.min(1), scope }).meta({ id: 'NewHold' });
const act = { by: person, at: instant };
export const hold = z
  .strictObject({
    id: anId('hold'),
    matter: z.string(),
    reason: z.string(),
    scope,
    state: z.enum(['active', 'released']),
    placed: z.strictObject(act),
    released: z.strictObject({ ...act, reason: z.string() }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'Hold' });
export const release = z.strictObject({ reason: words.min(1) });

export const newDisposal = z
  .strictObject({ records: z.array(anId('record')).min(1).max(MAX_DISPOSED_TOGETHER), reason: words.min(1) })
  .meta({ id: 'NewDisposal' });
export const disposalState = z.enum(['proposed', 'approved', 'done', 'rejected', 'withdrawn']);
const members = {
  id: anId('disposal'),
  state: disposalState,
  reason: z.string(),
  proposed: z.strictObject(act),
  decided: z.strictObject({ ...act, reason: z.string().nullable() }).nullable(),
  doneAt: instant.nullable(),
  version: z.int(),
};
export const disposal = z
  .strictObject({
    ...members,
    lines: z.array(
      z.strictObject({
        record: anId('record'),
        title: z.string().nullable(),
        class: classCode,
        retainUntil: localDate.nullable(),
        outcome: z.enum(['disposed', 'kept']).nullable(),
        code: z.string().nullable(),
        why: z.string().nullable().meta({ description: 'why it was kept after all, in the caller’s language' }),
      }),
    ),
    hidden: z.int().meta({ description: 'records of the list that the caller may not see' }),
    mayApprove: z.boolean(),
  })
  .meta({ id: 'Disposal' });
export const disposalSummary = z.strictObject({ ...members, records: z.int() }).meta({ id: 'DisposalSummary' });
export const dropping = z.strictObject({ reason: words.optional() });
export const certificate = z
  .strictObject({
    id: anId('disposal'),
    firm: z.string(),
    reason: z.string(),
    proposed: z.strictObject(act),
    approved: z.strictObject(act),
    doneAt: instant,
    records: z.array(
      z.strictObject({
        record: anId('record'),
        class: classCode,
        className: bilingual,
        filedOn: localDate,
        retainUntil: localDate.nullable(),
        disposedAt: instant,
        versions: z.array(z.strictObject({ id: anId('recordVersion'), type: z.string(), bytes: z.int(), sha256: z.string(), at: instant })),
      }),
    ),
    kept: z.array(z.strictObject({ record: anId('record'), code: z.string() })),
    hidden: z.int(),
  })
  .meta({ id: 'DisposalCertificate' });

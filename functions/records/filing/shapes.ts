import * as z from 'zod';
import { roleNames } from '../../../domain/firms/permissions.ts';
import { linkKindNames } from '../../../domain/records/filing/link-kinds.ts';
import { MAX_RECORD_LINKS, MAX_TAGS, recordStateNames } from '../../../domain/records/filing/record.ts';
import { triggerNames } from '../../../domain/records/retention/schedule.ts';
import { anId, bilingual, instant, line, localDate, month, names, words } from '../../platform/wire.ts';

/** What records look like on the wire. */
export const recordState = names(recordStateNames);
export const linkKind = names(linkKindNames);
export const classCode = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
  .meta({ example: 'accounting' });
export const tag = z
  .string()
  .regex(/^[^\s#,\p{C}](?:[^#,\p{C}]{0,38}[^\s#,\p{C}])?$/u)
  .meta({ example: 'rent' });
/** A day that a period of retention can count from: what is added to it must still be a date. */
const countedDate = localDate.refine((date) => date >= '1900-01-01' && date <= '2300-12-31', { error: 'date.not_real' });
export const linkedId = z
  .string()
  .max(60)
  .regex(/^[a-z]{3}_[0-9a-z]{26}$/);
export const link = z.strictObject({ kind: linkKind, id: linkedId });
export const person = z.strictObject({
  id: anId('user').nullable().meta({ description: 'null for what the product files by itself' }),
  name: z.string(),
});

export const declared = {
  name: line.meta({ example: 'rent-2026-01.pdf' }),
  type: z.string().min(1).max(120).meta({ example: 'application/pdf' }),
  bytes: z.int().min(0),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .transform((digest) => digest.toLowerCase())
    .meta({ description: 'SHA-256 of the file, hexadecimal: what arrives is held against it' }),
  text: z.string().max(50_000).optional().meta({ description: 'what is written in a picture, where the caller knows it' }),
};
export const newVersion = z.strictObject(declared).meta({ id: 'NewRecordVersion' });
const tags = z.array(tag).max(MAX_TAGS);
export const newRecord = z
  .strictObject({
    ...declared,
    title: line.optional().meta({ description: 'the name of the file unless it is said' }),
    class: classCode.optional().meta({ description: 'general unless it is said' }),
    contact: anId('contact').optional(),
    period: month.optional(),
    tags: tags.optional(),
    eventDate: countedDate.optional().meta({ description: 'the date of the document' }),
    contractEndsOn: countedDate.optional(),
    confidential: z.boolean().optional(),
    links: z.array(link).max(MAX_RECORD_LINKS).optional(),
  })
  .meta({ id: 'NewRecord' });
export const fileOfCase = z
  .strictObject({
    case: anId('case'),
    file: anId('attachment'),
    title: line.optional().meta({ description: 'the name of the file unless it is said' }),
    class: classCode.optional().meta({ description: 'general unless it is said' }),
    tags: tags.optional(),
    confidential: z.boolean().optional().meta({ description: 'as the file is for colleagues alone, unless it is said' }),
  })
  .meta({ id: 'FileOfCase' });
export const recordChange = z
  .strictObject({
    title: line.optional(),
    class: classCode.optional(),
    contact: anId('contact').nullable().optional(),
    period: month.nullable().optional(),
    tags: tags.optional(),
    eventDate: countedDate.nullable().optional(),
    contractEndsOn: countedDate.nullable().optional(),
    confidential: z.boolean().optional(),
  })
  .meta({ id: 'RecordChange' });

export const upload = z
  .strictObject({
    id: anId('record'),
    versionId: anId('recordVersion'),
    upload: z.strictObject({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    complete: z.string().meta({ description: 'the address to post to once the bytes are there' }),
  })
  .meta({ id: 'RecordUpload' });

const version = z.strictObject({
  id: anId('recordVersion'),
  number: z.int(),
  name: z.string().nullable(),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  by: person,
  at: instant,
  text: z.enum(['waiting', 'read', 'unread']).meta({ description: 'whether what is written in it has been read' }),
});

const common = {
  id: anId('record'),
  title: z.string().nullable().meta({ description: 'null once it was disposed of' }),
  class: classCode,
  state: recordState,
  confidential: z.boolean(),
  contact: anId('contact').nullable(),
  period: month.nullable(),
  tags: z.array(z.string()),
  eventDate: localDate.nullable(),
  retainUntil: localDate.nullable().meta({ description: 'the last day on which it must exist; it only moves later' }),
  filedAt: instant,
  filedBy: person,
  version: z.int(),
};
export const recordSummary = z
  .strictObject({
    ...common,
    file: z.strictObject({ version: anId('recordVersion'), name: z.string().nullable(), type: z.string(), bytes: z.int() }),
    versions: z.int(),
  })
  .meta({ id: 'RecordSummary' });
export const record = z
  .strictObject({
    ...common,
    className: bilingual,
    contractEndsOn: localDate.nullable(),
    awaits: names(triggerNames).nullable().meta({ description: 'the date that its retention counts from and that is missing' }),
    links: z.array(link),
    versions: z.array(version),
    holds: z.array(z.strictObject({ id: anId('hold'), matter: z.string() })),
    duplicates: z
      .array(z.strictObject({ record: anId('record'), version: anId('recordVersion'), title: z.string().nullable() }))
      .meta({ description: 'other records with the same bytes' }),
    disposal: anId('disposal').nullable(),
  })
  .meta({ id: 'Record' });

export const extractedText = z
  .strictObject({
    state: z.enum(['waiting', 'read', 'unread']),
    text: z.string().nullable(),
    pages: z.int().nullable(),
    cut: z.boolean().meta({ description: 'there is more in the file than was read' }),
    why: z.enum(['too-large', 'took-too-long', 'broken', 'no-reader']).nullable(),
  })
  .meta({ id: 'RecordText' });

export const groupBy = z.enum(['class', 'contact', 'period', 'tag', 'state']);
export const recordGroup = z.strictObject({ by: groupBy, value: z.string(), name: bilingual.nullable(), count: z.int() }).meta({ id: 'RecordGroup' });

const schedule = z.strictObject({ trigger: names(triggerNames), months: z.int().min(1).max(1200) });
const role = names(roleNames);
export const recordClass = z
  .strictObject({
    code: classCode,
    name: bilingual,
    schedule,
    length: bilingual,
    source: bilingual,
    confidential: z.boolean(),
    readers: z.array(role),
    shipped: z.boolean(),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'RecordClass' });
const source = z.strictObject({ en: words.min(1), ar: words.min(1) });
export const newClass = z
  .strictObject({
    code: classCode,
    name: bilingual,
    schedule,
    source,
    confidential: z.boolean().optional(),
    readers: z.array(role).min(1).max(4).optional(),
  })
  .meta({ id: 'NewRecordClass' });
export const classChange = z
  .strictObject({
    name: bilingual.optional(),
    schedule: schedule.optional(),
    source: source.optional(),
    confidential: z.boolean().optional(),
    readers: z.array(role).min(1).max(4).optional(),
    archived: z.boolean().optional(),
  })
  .meta({ id: 'RecordClassChange' });

const looksIn = z.enum(['name', 'text', 'sender', 'any']);
const rule = {
  name: line,
  looksIn,
  contains: line,
  class: classCode.nullable(),
  contact: anId('contact').nullable(),
  tags,
};
export const filingRule = z.strictObject({ id: anId('filingRule'), ...rule, version: z.int() }).meta({ id: 'FilingRule' });
export const newRule = z
  .strictObject({ ...rule, looksIn: looksIn.optional(), class: classCode.optional(), contact: anId('contact').optional(), tags: tags.optional() })
  .meta({ id: 'NewFilingRule' });
export const ruleChange = z
  .strictObject({
    name: line.optional(),
    looksIn: looksIn.optional(),
    contains: line.optional(),
    class: classCode.nullable().optional(),
    contact: anId('contact').nullable().optional(),
    tags: tags.optional(),
  })
  .meta({ id: 'FilingRuleChange' });
export const unfiled = z.strictObject({ name: line, text: z.string().max(50_000).optional(), sender: line.optional() });
export const suggestions = z.strictObject({
  suggestions: z.array(
    z.strictObject({
      field: z.enum(['class', 'contact', 'tag', 'period', 'eventDate']),
      value: z.string(),
      label: z.string().nullable().meta({ description: 'the name of the contact or class, in the caller’s language' }),
      reason: bilingual,
      rule: anId('filingRule').nullable(),
    }),
  ),
});

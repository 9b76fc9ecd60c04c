import type { Instant, LocalDate, Month } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id, UserId } from '../../kernel/ids.ts';
import { type Hold, holdsOn } from '../retention/hold.ts';
import { isOver, type Retention, type RetentionDates, retainedBy } from '../retention/schedule.ts';
import type { DeclaredFile } from './file-types.ts';
import { linkText, type RecordLink } from './link-kinds.ts';
import type { RecordClass } from './record-classes.ts';

/** Who did something, and when. The system files by itself what a closed case leaves behind. */
export interface ByPerson {
  readonly by: { readonly id: UserId | null; readonly name: string };
  readonly at: Instant;
}

/** A file of a record, as it came. It is never changed: a better one is another version. */
export interface RecordVersion extends DeclaredFile, ByPerson {
  readonly id: Id<'recordVersion'>;
}

/** What people say of a record. */
export interface RecordDetails {
  readonly title: string;
  readonly contact?: Id<'contact'>;
  readonly period?: Month;
  readonly tags: readonly string[];
  readonly eventDate?: LocalDate;
  readonly contractEndsOn?: LocalDate;
  readonly confidential: boolean;
}

/** Something that is kept: it outlives the work that made it. */
export interface FiledRecord extends RecordDetails, Retention {
  readonly id: Id<'record'>;
  readonly class: string;
  readonly links: readonly RecordLink[];
  readonly versions: readonly RecordVersion[];
  readonly state: 'kept' | 'due';
  readonly filed: ByPerson;
  readonly filedOn: LocalDate;
  /** Holds that covered it when it was edited: they go on doing so. */
  readonly heldBy: readonly string[];
  readonly version: number;
}

/** What is left of a record after its disposal: that it was there, what it was by digest, and who ended it. */
export interface Stub extends Omit<Retention, 'awaits'> {
  readonly id: Id<'record'>;
  readonly state: 'disposed';
  readonly class: string;
  readonly confidential: boolean;
  readonly filed: ByPerson;
  readonly filedOn: LocalDate;
  readonly versions: readonly Omit<RecordVersion, 'name'>[];
  readonly disposal: Id<'disposal'>;
  readonly proposed: ByPerson;
  readonly approved: ByPerson;
  readonly disposedAt: Instant;
  readonly version: number;
}
export type KeptRecord = FiledRecord | Stub;

export const recordStates = {
  kept: { en: 'Kept', ar: 'محفوظ' },
  due: { en: 'Due for disposal', ar: 'حان إتلافه' },
  disposed: { en: 'Disposed', ar: 'أُتلف' },
} as const;
export type RecordState = keyof typeof recordStates;
export const recordStateNames = Object.keys(recordStates) as readonly RecordState[];

/** Bounds of one record: it is one item of the table, and its places fit one transaction. */
export const MAX_VERSIONS = 50;
export const MAX_TAGS = 12;
export const MAX_RECORD_LINKS = 20;

/** What a decision about retention needs to know of the firm. */
export interface RetentionFacts {
  readonly today: LocalDate;
  readonly fiscalYearStart: number;
}

interface NewRecord extends RecordDetails {
  readonly id: Id<'record'>;
  readonly links: readonly RecordLink[];
}

/** Files a record under a class with its first version. */
export function fileRecord(sent: NewRecord, of: RecordClass, first: RecordVersion, facts: RetentionFacts): FiledRecord {
  const { by, at } = first;
  return withRetention(
    {
      ...sent,
      confidential: sent.confidential || of.confidential,
      class: of.code,
      versions: [first],
      filed: { by, at },
      filedOn: facts.today,
      heldBy: [],
      version: 1,
      state: 'kept',
    },
    of,
    facts,
  );
}

export interface RecordChange {
  readonly title?: string | undefined;
  readonly class?: string | undefined;
  readonly contact?: Id<'contact'> | null | undefined;
  readonly period?: Month | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly eventDate?: LocalDate | null | undefined;
  readonly contractEndsOn?: LocalDate | null | undefined;
  readonly confidential?: boolean | undefined;
}

/** Edits what a record says, or moves it to another class. Nothing of this makes it go sooner, nor takes it from under a hold. */
export function editRecord(
  before: KeptRecord,
  change: RecordChange,
  of: RecordClass,
  holds: readonly Hold[],
  facts: RetentionFacts,
): Outcome<FiledRecord> {
  if (before.state === 'disposed') return refuse('record.disposed');
  if (of.archived && of.code !== before.class) return refuseAt('/class', 'class.archived', { class: of.code });
  if (of.confidential && change.confidential === false) return refuseAt('/confidential', 'class.stays_confidential', { class: of.code });
  const { contact, period, eventDate, contractEndsOn, ...rest } = before;
  const after: FiledRecord = {
    ...rest,
    class: of.code,
    ...(change.title !== undefined && { title: change.title }),
    ...(change.tags && { tags: distinct(change.tags) }),
    confidential: of.confidential || (change.confidential ?? before.confidential),
    ...given('contact', change.contact, contact),
    ...given('period', change.period, period),
    ...given('eventDate', change.eventDate, eventDate),
    ...given('contractEndsOn', change.contractEndsOn, contractEndsOn),
    heldBy: distinct([...before.heldBy, ...holdsOn(before, holds).map(({ id }) => id)]),
    version: before.version + 1,
  };
  return withRetention(after, of, facts);
}

const given = <K extends string, T>(name: K, change: T | null | undefined, before: T | undefined): { readonly [P in K]?: T } => {
  const value = change === undefined ? before : change;
  return (value === null || value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: T };
};
export const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** The record with the retention that its class and dates give it now: never a shorter one than it had. */
export function withRetention(record: FiledRecord, of: RecordClass, facts: RetentionFacts): FiledRecord {
  const { retainUntil, ground, awaits: _, ...rest } = record;
  const before: Retention = { ...(retainUntil !== undefined && { retainUntil }), ...(ground && { ground }) };
  const retention = retainedBy(before, of, datesOf(record), facts.fiscalYearStart);
  return { ...rest, ...retention, state: isOver(retention, facts.today) ? 'due' : 'kept' };
}

const datesOf = ({ filedOn, eventDate, period, contractEndsOn }: FiledRecord): RetentionDates => ({
  filedOn,
  ...(eventDate !== undefined && { eventDate }),
  ...(period !== undefined && { period }),
  ...(contractEndsOn !== undefined && { contractEndsOn }),
});

/** Adds a version: the ones before it stay. */
export function addVersion(before: KeptRecord, version: RecordVersion): Outcome<FiledRecord> {
  if (before.state === 'disposed') return refuse('record.disposed');
  if (before.versions.length >= MAX_VERSIONS) return refuse('record.full', { maximum: MAX_VERSIONS });
  return { ...before, versions: [...before.versions, version], version: before.version + 1 };
}

export function linkRecord(before: KeptRecord, link: RecordLink): Outcome<FiledRecord> {
  if (before.state === 'disposed') return refuse('record.disposed');
  if (before.links.some((known) => linkText(known) === linkText(link))) return before;
  if (before.links.length >= MAX_RECORD_LINKS) return refuse('record.full', { maximum: MAX_RECORD_LINKS });
  return { ...before, links: [...before.links, link], version: before.version + 1 };
}

export function unlinkRecord(before: KeptRecord, link: RecordLink): Outcome<FiledRecord> {
  if (before.state === 'disposed') return refuse('record.disposed');
  const links = before.links.filter((known) => linkText(known) !== linkText(link));
  return links.length === before.links.length ? refuse('request.not_found') : { ...before, links, version: before.version + 1 };
}

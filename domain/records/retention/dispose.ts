import type { LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, type Refusal, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { ByPerson, FiledRecord, KeptRecord, Stub } from '../filing/record.ts';
import { type Hold, holdsOn } from './hold.ts';
import { isOver } from './schedule.ts';

/** What became of one record of a disposal. */
export interface DisposalLine {
  readonly record: Id<'record'>;
  readonly outcome?: 'disposed' | 'kept';
  /** Why it was kept after all. */
  readonly code?: string;
}

/** Records whose time is over, put forward by one person and ended by another. */
export interface Disposal {
  readonly id: Id<'disposal'>;
  readonly state: 'proposed' | 'approved' | 'done' | 'rejected' | 'withdrawn';
  readonly reason: string;
  readonly lines: readonly DisposalLine[];
  readonly proposed: ByPerson;
  readonly decided?: ByPerson & { readonly reason?: string };
  readonly doneAt?: string;
  readonly version: number;
}
export const disposalStates = {
  proposed: { en: 'Waiting for a second person', ar: 'بانتظار شخص ثانٍ' },
  approved: { en: 'Being carried out', ar: 'قيد التنفيذ' },
  done: { en: 'Carried out', ar: 'نُفّذ' },
  rejected: { en: 'Rejected', ar: 'مرفوض' },
  withdrawn: { en: 'Withdrawn', ar: 'مسحوب' },
} as const satisfies Readonly<Record<Disposal['state'], { readonly en: string; readonly ar: string }>>;

/** Records of one disposal. */
export const MAX_DISPOSED_TOGETHER = 40;

/** What stands against the disposal of a record on a day, the first of: it is gone, a hold, no end yet, not over yet. */
export function whyKept(record: KeptRecord, holds: readonly Hold[], today: LocalDate): Refusal | undefined {
  if (record.state === 'disposed') return refuse('record.disposed');
  const on = holdsOn(record, holds);
  if (on.length > 0) return refuse('record.held', { matters: on.map(({ matter }) => matter).join(', ') });
  if (record.awaits !== undefined || record.retainUntil === undefined) return refuse('record.no_end');
  if (!isOver(record, today)) return refuse('record.kept', { until: record.retainUntil });
  return undefined;
}

/** Puts records forward. All of them must be over and free, or nothing is put forward. */
export function proposeDisposal(
  sent: { readonly id: Id<'disposal'>; readonly reason: string; readonly records: readonly FiledRecord[] | readonly KeptRecord[] },
  facts: { readonly by: ByPerson; readonly holds: readonly Hold[]; readonly today: LocalDate },
): Outcome<Disposal> {
  const against = blockedBy(sent.records, facts.holds, facts.today);
  if (against) return against;
  return {
    id: sent.id,
    state: 'proposed',
    reason: sent.reason,
    lines: sent.records.map(({ id }) => ({ record: id })),
    proposed: facts.by,
    version: 1,
  };
}

/** A second person says yes. Whoever put it forward is never that person, whatever their role. */
export function approveDisposal(
  before: Disposal,
  facts: { readonly by: ByPerson; readonly records: readonly KeptRecord[]; readonly holds: readonly Hold[]; readonly today: LocalDate },
): Outcome<Disposal> {
  if (before.state !== 'proposed') return refuse('disposal.decided', { state: before.state });
  if (before.proposed.by.id === facts.by.by.id) return refuse('disposal.same_person');
  const against = blockedBy(facts.records, facts.holds, facts.today);
  if (against) return against;
  return { ...before, state: 'approved', decided: facts.by, version: before.version + 1 };
}

function blockedBy(records: readonly KeptRecord[], holds: readonly Hold[], today: LocalDate): Refusal | undefined {
  const errors = records.flatMap((record, i) => {
    const why = whyKept(record, holds, today);
    return why ? [{ pointer: `/records/${i}`, code: why.refused, ...(why.values && { values: why.values }) }] : [];
  });
  return errors.length > 0 ? refuse('disposal.blocked', { count: errors.length }, errors) : undefined;
}

/** Ends a disposal without disposing of anything: the proposer takes it back, or anybody else says no. */
export function dropDisposal(before: Disposal, to: 'rejected' | 'withdrawn', by: ByPerson, reason: string | undefined): Outcome<Disposal> {
  if (before.state !== 'proposed') return refuse('disposal.decided', { state: before.state });
  if (to === 'withdrawn' && before.proposed.by.id !== by.by.id) return refuse('disposal.not_yours');
  if (to === 'rejected' && !reason) return refuseAt('/reason', 'disposal.reason_required');
  return { ...before, state: to, decided: { ...by, ...(reason !== undefined && { reason }) }, version: before.version + 1 };
}

/** What is left of a record: its digests, its class, its dates, and who. What it said is gone. */
export function disposeRecord(
  record: KeptRecord,
  disposal: Disposal,
  holds: readonly Hold[],
  facts: { readonly today: LocalDate; readonly at: string },
): Outcome<Stub> {
  const against = whyKept(record, holds, facts.today);
  if (against) return against;
  if (record.state === 'disposed' || !disposal.decided) return refuse('disposal.decided', { state: disposal.state });
  const { id, class: of, confidential, filed, filedOn, versions, retainUntil, ground } = record;
  const { by, at } = disposal.decided;
  return {
    id,
    state: 'disposed',
    class: of,
    confidential,
    filed,
    filedOn,
    versions: versions.map(({ name: _, ...version }) => version),
    ...(retainUntil !== undefined && { retainUntil }),
    ...(ground && { ground }),
    disposal: disposal.id,
    proposed: disposal.proposed,
    approved: { by, at },
    disposedAt: facts.at,
    version: record.version + 1,
  };
}

/** The disposal with what became of one of its records; done when none is left. */
export function settleLine(disposal: Disposal, record: string, outcome: Outcome<Stub>, at: string): Disposal {
  const lines = disposal.lines.map((line) =>
    line.record !== record
      ? line
      : isRefusal(outcome)
        ? { ...line, outcome: 'kept' as const, code: outcome.refused }
        : { ...line, outcome: 'disposed' as const },
  );
  const isDone = lines.every(({ outcome: settled }) => settled !== undefined);
  return { ...disposal, lines, ...(isDone && { state: 'done' as const, doneAt: at }), version: disposal.version + 1 };
}

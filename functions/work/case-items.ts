import { localTimeOf } from '../../domain/work/calendars/zone.ts';
import type { Case } from '../../domain/work/cases/case.ts';
import { clocksOf, isLate, nextFiring, promisedBy } from '../../domain/work/cases/case-clocks.ts';
import type { Comment } from '../../domain/work/cases/comment-on-case.ts';
import type { DeskSettings } from '../../domain/work/cases/desk-settings.ts';
import type { TimeEntry } from '../../domain/work/cases/log-time.ts';
import type { Queue } from '../../domain/work/cases/queue.ts';
import type { Clock } from '../../domain/work/clocks/clock.ts';
import { kindOf } from '../../domain/work/kinds/case-kinds.ts';
import { type Dated, datedWrites } from '../platform/dated/dated.ts';
import type { FirmItem } from '../platform/table/firm-table.ts';
import { heldIn, plain, stored } from '../platform/table/own-item.ts';
import type { Item, Write } from '../platform/table/port.ts';
import { rowWrites } from '../platform/table/row-writes.ts';
import { caseRecordWrite } from '../records/filing/case-record-item.ts';
import { caseNumberKey, NEVER_DUE, workKeys } from './keys.ts';
import { factsWrites } from './reports/case-facts-item.ts';

export const CASE_CLOCK = 'case.clock';

/** A case as it was read, with the instant under which it stands in its lists. */
export interface StoredCase {
  readonly case: Case;
  readonly promised: string;
  /** When one of its clocks next fires, as the due index has it. */
  readonly dueAt: string | undefined;
  /** Whether a promise of it is broken that still runs, as the counts of its queue have it. */
  readonly late?: boolean | undefined;
  /** The day on which the calendar shows it. */
  readonly dueOn?: string | undefined;
}

/** How a case lies in the table, and back. */
export function storedCaseOf(item: Item): StoredCase {
  const { promised, late, dueOn, ...rest } = item;
  return {
    case: stored<Case>(rest),
    promised: String(promised),
    late: late === true,
    dueAt: typeof item.duesk === 'string' ? item.duesk.slice(0, item.duesk.indexOf('#')) : undefined,
    dueOn: dueOn === undefined ? undefined : String(dueOn),
  };
}

/**
 * What a case writes from one state to the next: itself, due when one of its clocks next fires, and its places in the lists of its queue and of whoever
 * has it, as far as they have changed.
 */
export function caseWrites(before: StoredCase | undefined, after: Case, settings: DeskSettings, now: string): Write[] {
  const clocks = clocksOf(after, settings, now);
  const promised = promisedBy(clocks) ?? NEVER_DUE;
  const firing = nextFiring(clocks, now);
  const late = isLate(clocks);
  const dueOn = dueDayOf(clocks, settings.calendar.timeZone);
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = workKeys.casesByDue({ queue: after.queue, state: after.state, due: promised, case: after.id });
  const item: FirmItem = {
    ...workKeys.case({ case: after.id }),
    ...plain(rest),
    v: version,
    promised,
    ...(late && { late }),
    ...(dueOn !== undefined && { dueOn }),
    gsi1pk,
    gsi1sk,
    ...(firing !== undefined && { due: { at: firing, handler: CASE_CLOCK } }),
  };
  return [
    { kind: 'put', item },
    ...(before ? [] : foundWrites(after)),
    ...tallyWrites(before && { ...before.case, late: before.late === true }, { ...after, late }),
    ...rowWrites(before ? placesOf(before) : [], placesOf({ case: after, promised })),
    ...factsWrites(before?.case, after, clocks),
    ...datedWrites(before && dayOf(before.case, before.dueOn), dayOf(after, dueOn)),
    // What is closed leaves a record of how it went; one that is reopened and closed again, another version of it.
    ...(before && before.case.state !== 'closed' && after.state === 'closed' && !after.mergedInto
      ? [caseRecordWrite(after, kindOf(after.kind).recordClass, now)]
      : []),
  ];
}

/** Under its number, and by whom it was asked for: these never change. */
const foundWrites = ({ id, number, requester }: Case): readonly Write[] => [
  { kind: 'put', item: { ...caseNumberKey(number), v: 1, case: id }, when: { exists: false } },
  ...(requester.id === undefined ? [] : [{ kind: 'put' as const, item: { ...workKeys.casesAskedBy({ user: requester.id, case: id }), v: 1 } }]),
];

type Counted = Pick<Case, 'queue' | 'state'> & { readonly late: boolean };

/** The counts of the queues, as far as the case counts elsewhere now. */
function tallyWrites(before: Counted | undefined, after: Counted): readonly Write[] {
  const count = ({ queue, state, late }: Counted, by: 1 | -1): Write => ({
    kind: 'update',
    key: workKeys.caseTally({ queue, state }),
    add: { cases: by, ...(late && { late: by }) },
  });
  if (!before) return [count(after, 1)];
  if (before.queue !== after.queue || before.state !== after.state) return [count(before, -1), count(after, 1)];
  if (before.late === after.late) return [];
  return [{ kind: 'update', key: workKeys.caseTally(after), add: { late: after.late ? 1 : -1 } }];
}

/** The day by which a case is promised to be resolved, in the zone of the firm’s hours, while nobody has resolved it. */
function dueDayOf(clocks: readonly Clock[], timeZone: string): string | undefined {
  const promise = clocks.find(({ name, stoppedAt }) => name === 'resolution' && stoppedAt === undefined);
  return promise && localTimeOf(timeZone, promise.dueAt).date;
}
const dayOf = ({ id, number, title }: Case, on: string | undefined): Dated | undefined =>
  on === undefined ? undefined : { on, source: 'case-due', id, title: `#${number} ${title}` };

/** The rows under which a case is found. */
function placesOf({ case: { id, queue, state, assignee }, promised }: Pick<StoredCase, 'case' | 'promised'>): readonly Item[] {
  const inQueue = { ...workKeys.casesOfQueue({ queue, state, case: id }), v: 1 };
  if (!assignee) return [inQueue];
  const { pk: gsi1pk, sk: gsi1sk } = workKeys.casesOfPersonByDue({ user: assignee.id, state, due: promised, case: id });
  return [inQueue, { ...workKeys.casesOfPerson({ user: assignee.id, state, case: id }), v: 1, gsi1pk, gsi1sk }];
}

export const commentItem = (caseId: string, { id, ...rest }: Comment): FirmItem => ({
  ...workKeys.comment({ case: caseId, comment: id }),
  v: 1,
  id,
  ...plain(rest),
});
export const commentOf = (item: Item): Comment => heldIn<Comment>(item);
export const timeItem = (caseId: string, { id, ...rest }: TimeEntry): FirmItem => ({
  ...workKeys.time({ case: caseId, time: id }),
  v: 1,
  id,
  ...plain(rest),
});
export const timeOf = (item: Item): TimeEntry => heldIn<TimeEntry>(item);

export const queueItem = ({ version, ...queue }: Queue): FirmItem => ({ ...workKeys.queue({ queue: queue.code }), v: version, ...plain(queue) });
export const queueOf = (item: Item): Queue => stored<Queue>(item);

import type { Case } from '../../domain/work/cases/case.ts';
import { clocksOf, nextFiring, promisedBy } from '../../domain/work/cases/case-clocks.ts';
import type { Comment } from '../../domain/work/cases/comment-on-case.ts';
import type { DeskSettings } from '../../domain/work/cases/desk-settings.ts';
import type { TimeEntry } from '../../domain/work/cases/log-time.ts';
import type { Queue } from '../../domain/work/cases/queue.ts';
import type { FirmItem } from '../platform/table/firm-table.ts';
import type { Item, Key, Value, Write } from '../platform/table/port.ts';
import { caseNumberKey, NEVER_DUE, workKeys } from './keys.ts';

export const CASE_CLOCK = 'case.clock';

/** A case as it was read, with the instant under which it stands in its lists. */
export interface StoredCase {
  readonly case: Case;
  readonly promised: string;
  /** When one of its clocks next fires, as the due index has it. */
  readonly dueAt: string | undefined;
}

/** How a case lies in the table, and back. Items are ours: what is read was written here. */
export function storedCaseOf(item: Item): StoredCase {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, duepk: _duepk, duesk, v, promised, ...rest } = item;
  return {
    case: { ...(rest as unknown as Omit<Case, 'version'>), version: Number(v) },
    promised: String(promised),
    dueAt: typeof duesk === 'string' ? duesk.slice(0, duesk.indexOf('#')) : undefined,
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
  const { version, ...rest } = after;
  const { pk: gsi1pk, sk: gsi1sk } = workKeys.casesByDue({ queue: after.queue, state: after.state, due: promised, case: after.id });
  const item: FirmItem = {
    ...workKeys.case({ case: after.id }),
    ...plain(rest),
    v: version,
    promised,
    gsi1pk,
    gsi1sk,
    ...(firing !== undefined && { due: { at: firing, handler: CASE_CLOCK } }),
  };
  return [
    { kind: 'put', item },
    ...(before ? [] : [{ kind: 'put' as const, item: { ...caseNumberKey(after.number), v: 1, case: after.id }, when: { exists: false } as const }]),
    ...placeWrites(before ? placesOf(before) : [], placesOf({ case: after, promised })),
  ];
}

/** The rows under which a case is found. */
function placesOf({ case: { id, queue, state, assignee }, promised }: Omit<StoredCase, 'dueAt'>): readonly Item[] {
  const inQueue = { ...workKeys.casesOfQueue({ queue, state, case: id }), v: 1 };
  if (!assignee) return [inQueue];
  const { pk: gsi1pk, sk: gsi1sk } = workKeys.casesOfPersonByDue({ user: assignee.id, state, due: promised, case: id });
  return [inQueue, { ...workKeys.casesOfPerson({ user: assignee.id, state, case: id }), v: 1, gsi1pk, gsi1sk }];
}

function placeWrites(before: readonly Item[], after: readonly Item[]): Write[] {
  const kept = new Map(after.map((item) => [keyOf(item), item]));
  const had = new Map(before.map((item) => [keyOf(item), item]));
  return [
    ...before.filter((item) => !kept.has(keyOf(item))).map(({ pk, sk }): Write => ({ kind: 'delete', key: { pk, sk } })),
    ...after.filter((item) => had.get(keyOf(item))?.gsi1sk !== item.gsi1sk || !had.has(keyOf(item))).map((item): Write => ({ kind: 'put', item })),
  ];
}
const keyOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

export const commentItem = (caseId: string, { id, ...rest }: Comment): FirmItem => ({
  ...workKeys.comment({ case: caseId, comment: id }),
  v: 1,
  id,
  ...plain(rest),
});
export const commentOf = (item: Item): Comment => own<Comment>(item);
export const timeItem = (caseId: string, { id, ...rest }: TimeEntry): FirmItem => ({
  ...workKeys.time({ case: caseId, time: id }),
  v: 1,
  id,
  ...plain(rest),
});
export const timeOf = (item: Item): TimeEntry => own<TimeEntry>(item);

export const queueItem = ({ version, ...queue }: Queue): FirmItem => ({ ...workKeys.queue({ queue: queue.code }), v: version, ...plain(queue) });
export function queueOf(item: Item): Queue {
  const { pk: _pk, sk: _sk, v, ...rest } = item;
  return { ...(rest as unknown as Omit<Queue, 'version'>), version: Number(v) };
}

function own<T>(item: Item): T {
  const { pk: _pk, sk: _sk, v: _v, ...rest } = item;
  return rest as unknown as T;
}

/** As JSON has it, without members that are `undefined`. */
const plain = (value: object): Record<string, Value> => JSON.parse(JSON.stringify(value));

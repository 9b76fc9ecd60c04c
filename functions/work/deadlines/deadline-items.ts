import type { LocalDate } from '../../../domain/kernel/dates.ts';
import type { Deadline, Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import { nextRing } from '../../../domain/work/deadlines/occurrences.ts';
import { type Dated, datedWrites } from '../../platform/dated/dated.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import type { Item, Key, Value, Write } from '../../platform/table/port.ts';
import { deadlinesKeys, NOTHING_WAITS } from './keys.ts';

export const DEADLINE_CONTINUE = 'deadline.continue';
export const DEADLINE_RING = 'deadline.ring';

/** A deadline as it lies in the table: with the count of its writes, and the instant at which its series goes on. */
export interface StoredDeadline {
  readonly deadline: Deadline;
  readonly writes: number;
  readonly continuesAt: string | undefined;
}

/** Items are ours: what is read was written here. */
export function storedDeadlineOf(item: Item): StoredDeadline {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, duepk: _duepk, duesk: _duesk, v, continuesAt, ...rest } = item;
  return { deadline: rest as unknown as Deadline, writes: Number(v), continuesAt: continuesAt === undefined ? undefined : String(continuesAt) };
}

export function deadlineItem(deadline: Deadline, writes: number, continuesAt: string | undefined): FirmItem {
  const { pk: gsi1pk, sk: gsi1sk } = deadlinesKeys.deadlinesByDue({
    state: deadline.state,
    due: deadline.next?.dueOn ?? NOTHING_WAITS,
    deadline: deadline.id,
  });
  const goesOn = deadline.state === 'active' && continuesAt !== undefined;
  return {
    ...deadlinesKeys.deadline({ deadline: deadline.id }),
    ...plain(deadline),
    v: writes,
    gsi1pk,
    gsi1sk,
    ...(goesOn && { continuesAt, due: { at: continuesAt, handler: DEADLINE_CONTINUE } }),
  };
}

export function occurrenceOf(item: Item): Occurrence {
  const { pk: _pk, sk: _sk, duepk: _duepk, duesk: _duesk, v, ...rest } = item;
  return { ...(rest as unknown as Omit<Occurrence, 'version'>), version: Number(v) };
}

export const occurrenceKey = (deadline: string, date: LocalDate): Key => deadlinesKeys.occurrence({ deadline, date });

/** An occurrence beside the deadline that it is of, from one state to the next; without a next it goes. Its day on the calendar goes with it. */
export function occurrenceWrites(
  before: readonly [Occurrence, Deadline] | undefined,
  after: readonly [Occurrence, Deadline] | undefined,
  timeZone: string,
  now: string,
): Write[] {
  const dated = datedWrites(before && dayOf(...before), after && dayOf(...after));
  if (!after) return before ? [{ kind: 'delete', key: occurrenceKey(before[0].deadline, before[0].date) }, ...dated] : [];
  const [{ version, ...rest }, deadline] = after;
  const at = nextRing(after[0], deadline, timeZone, now);
  const item: FirmItem = {
    ...occurrenceKey(rest.deadline, rest.date),
    ...plain(rest),
    v: version,
    ...(at !== undefined && { due: { at, handler: DEADLINE_RING } }),
  };
  return [{ kind: 'put', item }, ...dated];
}

const dayOf = ({ dueOn, date, state }: Occurrence, { id, title }: Deadline): Dated => ({
  on: dueOn,
  source: 'deadline',
  id,
  part: date,
  title,
  ...(state !== 'pending' && { done: true }),
});

/** As JSON has it, without members that are `undefined`. */
const plain = (value: object): Record<string, Value> => JSON.parse(JSON.stringify(value));

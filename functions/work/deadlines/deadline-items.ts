import type { LocalDate } from '../../../domain/kernel/dates.ts';
import type { Deadline, Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import { nextRing } from '../../../domain/work/deadlines/occurrences.ts';
import { type Dated, datedWrites } from '../../platform/dated/dated.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { heldIn, plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Key, Write } from '../../platform/table/port.ts';
import { deadlinesKeys, NOTHING_WAITS } from './keys.ts';

export const DEADLINE_CONTINUE = 'deadline.continue';
export const DEADLINE_RING = 'deadline.ring';

/** A deadline as it lies in the table: with the count of its writes, and the instant at which its series goes on. */
export interface StoredDeadline {
  readonly deadline: Deadline;
  readonly writes: number;
  readonly continuesAt: string | undefined;
}

export function storedDeadlineOf(item: Item): StoredDeadline {
  const { continuesAt, ...rest } = item;
  return { deadline: heldIn<Deadline>(rest), writes: Number(item.v), continuesAt: continuesAt === undefined ? undefined : String(continuesAt) };
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

export const occurrenceOf = (item: Item): Occurrence => stored<Occurrence>(item);

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

import { setImmediate as letOthersThrough } from 'node:timers/promises';
import type { DueItem } from '../ports.ts';
import { FirmTable, IDENTITY_SCOPE } from '../table/firm-table.ts';
import { DUE_SCOPE } from '../table/leading-keys.ts';
import type { Item, Table } from '../table/port.ts';
import { dueItemOf } from './due-item.ts';
import { hostKeys } from './keys.ts';
import type { DuePorts } from './queue.ts';

const WATERMARK = hostKeys.watermark();

const HOUR_MS = 3_600_000;
/** Where a table that was never swept begins: a host sweeps as soon as it starts, and nothing was due before there was a host. */
const FIRST_LOOK_BACK_HOURS = 48;
/** One sweep looks at this many hours at most and goes on from there the next minute: a year's outage is caught up in one. */
const MAX_HOURS = 10_000;
/** On one machine the sweep shares its thread with those who wait for answers: after so many hours it lets them through. */
const HOURS_AT_A_STRETCH = 200;
const PAGE = 200;
/** Handed over in one sweep: what is left is handed over the next minute, oldest first. */
const MAX_HANDED = 5_000;

/**
 * Hands over whatever is due by now, hour by hour from where the last sweep stood. The watermark passes an hour only when that hour is over
 * and nothing in it waits any more, so an outage delays and loses nothing; what was handed over and not yet done is handed over again,
 * which its handler must bear anyway.
 */
export async function sweep({ ports, queue }: DuePorts): Promise<{ readonly handed: number }> {
  const now = ports.clock.now();
  const identity = new FirmTable(await ports.table([IDENTITY_SCOPE]), IDENTITY_SCOPE);
  const due = await ports.table([DUE_SCOPE]);
  const stored = await identity.get(WATERMARK);
  // A commit may still be on its way into the hour that has just ended: the last two are looked at every time.
  const settled = hourOf(Date.parse(now) - HOUR_MS);
  const from =
    typeof stored?.through === 'string' && stored.through < settled
      ? stored.through
      : stored
        ? settled
        : hourOf(Date.parse(now) - FIRST_LOOK_BACK_HOURS * HOUR_MS);

  let handed = 0;
  let clear: string = from;
  let unbroken = true;
  for (let hour = from, count = 0; hour <= hourOf(Date.parse(now)) && count < MAX_HOURS && handed < MAX_HANDED; hour = hourAfter(hour), count++) {
    const found = await handOver(due, hour, now, MAX_HANDED - handed, (items) => queue.send(items));
    handed += found;
    unbroken &&= found === 0;
    if (count % HOURS_AT_A_STRETCH === HOURS_AT_A_STRETCH - 1) await letOthersThrough();
    if (unbroken && hour < settled) clear = hourAfter(hour);
  }
  if (clear !== stored?.through) await identity.transact([{ kind: 'put', item: { ...WATERMARK, through: clear } }]);
  return { handed };
}

/** The due index, asked by the hour: what is due in it by now? */
async function handOver(due: Table, hour: string, now: string, most: number, send: (items: readonly DueItem[]) => Promise<void>): Promise<number> {
  let handed = 0;
  for (let cursor: string | undefined; handed < most; ) {
    const page = await due.query({
      index: 'due',
      pk: `DUE#${hour}`,
      to: `${now}~`,
      limit: Math.min(PAGE, most - handed),
      ...(cursor !== undefined && { cursor }),
    });
    await send(page.items.map(rowToDue));
    handed += page.items.length;
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return handed;
}

/** The instant of the earliest item due in a span, or undefined: what a test clock stops at on its way. */
export async function nextDue({ ports }: Pick<DuePorts, 'ports'>, after: string, until: string): Promise<string | undefined> {
  const due = await ports.table([DUE_SCOPE]);
  for (let hour = after.slice(0, 13), count = 0; hour <= until.slice(0, 13); hour = hourAfter(hour), count++) {
    if (count % HOURS_AT_A_STRETCH === HOURS_AT_A_STRETCH - 1) await letOthersThrough();
    const { items } = await due.query({ index: 'due', pk: `DUE#${hour}`, from: `${after}~`, to: `${until}~`, limit: 1 });
    const first = items[0] && rowToDue(items[0]).at;
    if (first !== undefined) return first;
  }
  return undefined;
}

function rowToDue(row: Item): DueItem {
  const item = dueItemOf(row);
  if (!item) throw new Error('a row of the due index says neither when nor what');
  return item;
}

const hourOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 13);
const hourAfter = (hour: string): string => hourOf(Date.parse(`${hour}:00:00.000Z`) + HOUR_MS);

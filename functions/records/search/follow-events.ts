import { setImmediate as aTurn, setTimeout as sleep } from 'node:timers/promises';
import { readHead } from '../../accounting/book-store.ts';
import { viewOf } from '../../platform/due/work.ts';
import { EVENTS_MOVED, eventHeadKey, readEventHead } from '../../platform/event-chain.ts';
import type { DueHandler, Ports } from '../../platform/ports.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { TransactionCancelled } from '../../platform/table/port.ts';
import { dropSome } from './drop-index.ts';
import { indexChunk } from './index-chunk.ts';
import { readState } from './index-state.ts';

/** Commits that come together are read together. */
const GATHER_MS = 40;
/** A firm that moves by more than this between two looks is busy with more important things; it is left alone for a while, but not for ever. */
const BUSY_MOVES = 20;
const LOOK_EVERY_MS = 250;
const PATIENCE_LOOKS = 40;
/** Steps of one run; what is left is another run's, behind whatever else is due. While the firm stays busy they are few. */
const STEPS_PER_RUN = 8;
const STEPS_WHILE_BUSY = 2;

const running = new WeakMap<Ports, Set<string>>();

/** Woken by a commit of the firm: brings the search up to where its events and entries are. Twice at once, the second leaves it to the first. */
export const followEvents: DueHandler = async (due, _item, ports) => {
  const { table } = await viewOf(due, ports);
  const busy = running.get(ports) ?? new Set();
  running.set(ports, busy);
  if (busy.has(table.firm)) return;
  busy.add(table.firm);
  try {
    await follow(table, ports);
  } catch (error) {
    // Another process was quicker, or the index is being built anew: looked at again from where it stands then.
    if (!(error instanceof TransactionCancelled)) throw error;
    await again(table, ports);
  } finally {
    busy.delete(table.firm);
  }
};

async function follow(table: FirmTable, ports: Ports): Promise<void> {
  await sleep(GATHER_MS);
  const steps = (await isCalm(table)) ? STEPS_PER_RUN : STEPS_WHILE_BUSY;
  const viewer = { table, ports, caller: undefined };
  let state = await readState(table);
  for (let step = 0; step < steps; step++) {
    const done = await indexChunk(viewer, state);
    state = done.state;
    if (!done.more) {
      if (await dropSome(table, state)) return again(table, ports);
      await settle(table, ports, state.written.event);
      return;
    }
    await aTurn();
  }
  await again(table, ports);
}

/** Waits while the firm posts or imports at speed, for some seconds at the most; false if it still does. */
async function isCalm(table: FirmTable): Promise<boolean> {
  let last = await placeOf(table);
  if (last.event - (await readState(table)).written.event <= BUSY_MOVES && !last.leased) return true;
  for (let look = 0; look < PATIENCE_LOOKS; look++) {
    await sleep(LOOK_EVERY_MS);
    const now = await placeOf(table);
    const moves = now.event - last.event + now.entry - last.entry;
    last = now;
    if (moves <= BUSY_MOVES && !now.leased) return true;
  }
  return false;
}

async function placeOf(table: FirmTable): Promise<{ readonly event: number; readonly entry: number; readonly leased: boolean }> {
  const [events, book] = await Promise.all([readEventHead(table), readHead(table)]);
  return { event: events.seq, entry: book.seq, leased: book.lease !== undefined || book.importing !== undefined };
}

/** Nothing is due any more, unless something has happened since: then it is due now. */
async function settle(table: FirmTable, ports: Ports, through: number): Promise<void> {
  try {
    await table.transact([{ kind: 'update', key: eventHeadKey, remove: ['duepk', 'duesk'], when: { equals: ['seq', through] } }]);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    return again(table, ports);
  }
  // A commit in the very moment in which this run was still known as under way would have woken nobody.
  await aTurn();
  if ((await readEventHead(table)).seq !== through) await again(table, ports);
}

/** Due now, under another instant than the run that ends. */
async function again(table: FirmTable, ports: Ports): Promise<void> {
  await aTurn();
  const key = eventHeadKey;
  await table.transact([{ kind: 'update', key, set: { due: { at: ports.clock.now(), handler: EVENTS_MOVED } } }]);
}

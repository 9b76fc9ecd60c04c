import { hash } from 'node:crypto';
import { assert } from '../../domain/kernel/decision.ts';
import type { Actor, Event, Happening } from '../../domain/kernel/event.ts';
import type { Mint } from '../../domain/kernel/ids.ts';
import { platformKeys } from './keys.ts';
import type { FirmItem, FirmTable } from './table/firm-table.ts';
import type { Value, Write } from './table/port.ts';

/** Where a firm's chain of events stands. */
export interface EventHead {
  readonly seq: number;
  readonly hash: string;
}
export const NO_EVENTS: EventHead = { seq: 0, hash: '' };

const SEQ_DIGITS = 12;
export const padSeq = (seq: number): string => String(seq).padStart(SEQ_DIGITS, '0');

export const eventHeadKey = platformKeys.eventHead();
export const eventKey = (seq: number) => platformKeys.event({ seq: padSeq(seq) });
/** The partition of the index under which the events of one thing lie. */
export const eventsOf = (kind: string, id: string): string => platformKeys.eventsOf({ kind, id, seq: '' }).pk;

export async function readEventHead(table: FirmTable): Promise<EventHead> {
  const item = await table.get(eventHeadKey);
  return item ? { seq: Number(item.seq), hash: String(item.hash) } : NO_EVENTS;
}

/** Wakes whoever follows the firm's events: the search. */
export const EVENTS_MOVED = 'events.moved';
const WAKE_EVERY_MS = 10_000;

/**
 * The head moves, and is due: whoever follows the events takes it out of the due index once they have caught up. Commits of the same ten seconds are due
 * at one instant, so that a burst of them costs the index one row and wakes once.
 */
export function eventHeadWrite(from: EventHead, to: EventHead, now: string): Write {
  const at = new Date(Math.floor(Date.parse(now) / WAKE_EVERY_MS) * WAKE_EVERY_MS).toISOString();
  const item: FirmItem = { ...eventHeadKey, seq: to.seq, hash: to.hash, due: { at, handler: EVENTS_MOVED } };
  return { kind: 'put', item, when: from.seq === 0 ? { exists: false } : { equals: ['seq', from.seq] } };
}

/** Numbers and chains what happened: `hash = sha256(previous hash, canonical event)`. */
export function eventItems(
  head: EventHead,
  happenings: readonly Happening[],
  facts: { readonly at: string; readonly by: Actor; readonly firm: string; readonly mint: Mint },
): { readonly head: EventHead; readonly writes: readonly Write[] } {
  const writes: Write[] = [];
  let { seq, hash: previous } = head;
  for (const happening of happenings) {
    seq += 1;
    const id = facts.mint('event');
    const { type } = happening;
    // What is hashed is what is kept.
    const [by, entity, data] = [canonical(facts.by), canonical(happening.entity), canonical(happening.data ?? {})];
    previous = digest([previous, id, seq, facts.firm, facts.at, by, type, entity, data]);
    writes.push({
      kind: 'put',
      item: {
        ...eventKey(seq),
        id,
        seq,
        at: facts.at,
        by,
        type,
        entity,
        data,
        hash: previous,
        gsi1pk: eventsOf(happening.entity.kind, happening.entity.id),
        gsi1sk: padSeq(seq),
      },
      when: { exists: false },
    });
  }
  return { head: happenings.length === 0 ? head : { seq, hash: previous }, writes };
}

/** The hash that an event must have after the one before it; an offline check of the feed uses the same. */
export function eventHash(previous: string, event: Omit<Event, 'hash'>): string {
  const { id, seq, firm, at, by, type, entity, data } = event;
  return digest([previous, id, seq, firm, at, canonical(by), type, canonical(entity), canonical(data ?? {})]);
}

const digest = (members: readonly Value[]): string => hash('sha256', JSON.stringify(members), 'hex');

/** Members in order, and none that is not there: the same content gives the same hash wherever it was stored. */
function canonical(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(canonical);
  assert(typeof value === 'object', 'an event tells of values that a table holds');
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length > 1) members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, canonical(member)]));
}

import { hash } from 'node:crypto';
import type { Actor, Event, Happening } from '../../domain/kernel/event.ts';
import type { FirmId, Mint } from '../../domain/kernel/ids.ts';
import { platformKeys } from './keys.ts';
import type { FirmTable } from './table/firm-table.ts';
import type { Write } from './table/port.ts';

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

export function eventHeadWrite(from: EventHead, to: EventHead): Write {
  return {
    kind: 'put',
    item: { ...eventHeadKey, seq: to.seq, hash: to.hash },
    when: from.seq === 0 ? { exists: false } : { equals: ['seq', from.seq] },
  };
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
    const event = {
      id: facts.mint('event'),
      seq,
      firm: facts.firm as FirmId,
      at: facts.at,
      by: facts.by,
      type: happening.type,
      entity: happening.entity,
      data: happening.data ?? {},
    };
    previous = eventHash(previous, event);
    const { firm: _firm, ...kept } = event;
    writes.push({
      kind: 'put',
      item: {
        ...eventKey(seq),
        ...JSON.parse(JSON.stringify(kept)),
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
  return hash('sha256', JSON.stringify([previous, id, seq, firm, at, canonical(by), type, canonical(entity), canonical(data ?? {})]), 'hex');
}

/** JSON with members in order, so that the same content gives the same hash wherever it was stored. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, canonical(member)]),
  );
}

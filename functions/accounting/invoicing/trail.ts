import type { Actor } from '../../../domain/kernel/event.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { eventsOf } from '../../platform/event-chain.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';

const EVENTS_SHOWN = 50;

/** What happened to one thing, newest first: who and when, not what it held. */
export async function trailOf(table: FirmTable, kind: string, id: string) {
  const { items } = await table.query({ index: 'gsi1', pk: eventsOf(kind, id), descending: true, limit: EVENTS_SHOWN });
  return items.map((item) => ({
    id: item.id as Id<'event'>,
    type: String(item.type),
    at: String(item.at),
    by: { ...(item.by as unknown as Actor) },
  }));
}

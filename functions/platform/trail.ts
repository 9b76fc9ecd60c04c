import type { Actor } from '../../domain/kernel/event.ts';
import type { Id } from '../../domain/kernel/ids.ts';
import { eventsOf } from './event-chain.ts';
import type { FirmTable } from './table/firm-table.ts';

/** What happened to one thing, newest first, with what each event said. */
export async function eventsAbout(table: FirmTable, kind: string, id: string, limit: number) {
  const { items } = await table.query({ index: 'gsi1', pk: eventsOf(kind, id), descending: true, limit });
  return items.map((item) => ({
    id: item.id as Id<'event'>,
    type: String(item.type),
    at: String(item.at),
    by: { ...(item.by as unknown as Actor) },
    data: { ...(item.data as Record<string, unknown> | undefined) },
  }));
}

import * as z from 'zod';
import type { Verb } from '../platform/call.ts';
import { eventsOf, padSeq } from '../platform/event-chain.ts';
import { platformKeys } from '../platform/keys.ts';
import type { Item, Query } from '../platform/table/port.ts';
import { Event, type integrationsRoutes } from './routes.ts';

const StoredEvent = z.object(Event.shape);

/** The audit trail of a firm: who did what, when, to which thing. Proof, and what webhooks and the activity on pages are made of. */
export const listEvents: Verb<typeof integrationsRoutes.listEvents> = async ({ table, query, cursor }) => {
  const { items, cursor: next } = await table.query({
    ...partitionOf(query),
    descending: query.order === 'desc',
    limit: query.limit,
    ...(cursor.from !== undefined && { cursor: cursor.from }),
  });
  return { status: 200, body: { data: items.map(shown), has_more: next !== undefined, next_cursor: cursor.next(next) } };
};

function partitionOf({ after, entity }: { readonly after?: number | undefined; readonly entity?: string | undefined }): Query {
  const range = after === undefined ? {} : { from: padSeq(after + 1) };
  if (entity === undefined) return { pk: platformKeys.event({ seq: '' }).pk, ...range };
  const colon = entity.indexOf(':');
  return { index: 'gsi1', pk: eventsOf(entity.slice(0, colon), entity.slice(colon + 1)), ...range };
}

const shown = (item: Item): z.infer<typeof StoredEvent> => StoredEvent.parse(item);

import type { FirmTable } from '../../platform/table/firm-table.ts';
import { eventsAbout } from '../../platform/trail.ts';

const EVENTS_SHOWN = 50;

/** What happened to one document: who and when, not what it held. */
export const trailOf = async (table: FirmTable, kind: string, id: string) =>
  (await eventsAbout(table, kind, id, EVENTS_SHOWN)).map(({ data: _, ...event }) => event);

import { type CaseState, caseStateNames } from '../../domain/work/kinds/states.ts';
import type { Verb } from '../platform/call.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { workKeys } from './keys.ts';
import { readQueues } from './queue-store.ts';
import type { workRoutes } from './routes.ts';

/** How many cases stand in each queue, by state, and how many of them are late. Counted where cases are written, so that it costs a row per queue and state. */
export const countQueues: Verb<typeof workRoutes.countQueues> = async ({ table }) => {
  const [queues, items] = await Promise.all([readQueues(table), queryAll(table, { pk: workKeys.caseTally({ queue: '', state: '' }).pk })]);
  const byPlace = new Map(items.map((item) => [item.sk, item]));
  const data = queues.map(({ code }) => {
    const rows = caseStateNames.map((state) => ({ state, item: byPlace.get(workKeys.caseTally({ queue: code, state }).sk) }));
    return {
      queue: code,
      states: Object.fromEntries(rows.map(({ state, item }) => [state, Number(item?.cases ?? 0)])) as Record<CaseState, number>,
      late: rows.reduce((sum, { item }) => sum + Number(item?.late ?? 0), 0),
    };
  });
  return { status: 200, body: { data, has_more: false, next_cursor: null } };
};

import { forEachOf } from '../../domain/kernel/for-each-of.ts';
import { caseStateNames } from '../../domain/work/kinds/states.ts';
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
    const rows = forEachOf(caseStateNames, (state) => byPlace.get(workKeys.caseTally({ queue: code, state }).sk));
    return {
      queue: code,
      states: forEachOf(caseStateNames, (state) => Number(rows[state]?.cases ?? 0)),
      late: caseStateNames.reduce((sum, state) => sum + Number(rows[state]?.late ?? 0), 0),
    };
  });
  return { status: 200, body: { data, has_more: false, next_cursor: null } };
};

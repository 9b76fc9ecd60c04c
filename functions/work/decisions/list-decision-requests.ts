import { principalsOf } from '../../../domain/work/decisions/delegation.ts';
import { type DecisionRequest, requestStateNames } from '../../../domain/work/decisions/request.ts';
import type { Verb } from '../../platform/call.ts';
import { inBatches, rowsFrom } from '../../platform/lists/rows-from.ts';
import { pageBody, takePage } from '../../platform/lists/take-page.ts';
import type { Item, Query } from '../../platform/table/port.ts';
import { mergedRows } from '../merged-rows.ts';
import { decisionsKeys } from './keys.ts';
import { loadPeople, type People } from './place.ts';
import { requestOf } from './request-items.ts';
import type { decisionsRoutes } from './routes.ts';
import { wireRequestSummary } from './wire-request.ts';

type ListCall = Parameters<Verb<typeof decisionsRoutes.listDecisionRequests>>[0];

/** Requests, newest first: all of them, those in a state, those about a case, or those that wait for somebody, also where they stand in for another. */
export const listDecisionRequests: Verb<typeof decisionsRoutes.listDecisionRequests> = async (call) => {
  const { limit, state } = call.query;
  const people = await loadPeople(call.table);
  const wanted = (request: DecisionRequest): boolean => state === undefined || request.state === state;
  const page = await takePage(whole(call, rowsOf(call, people), limit), limit, wanted);
  const data = page.data.map((request) => wireRequestSummary(call, request, people));
  return { status: 200, body: pageBody(call, data, page.next) };
};

/** The rows of the narrowest partitions that hold what was asked for. */
function rowsOf(call: ListCall, people: People): AsyncIterable<Item> {
  const { table, cursor, query, today } = call;
  const read = (one: Query) => rowsFrom(table, { ...one, descending: true }, cursor.from);
  const { case: about, 'waiting-for': waiting, state } = query;
  if (about !== undefined) return read({ pk: decisionsKeys.requestsAbout({ kind: 'case', subject: about, request: '' }).pk });
  if (waiting !== undefined) {
    const user = waiting === 'me' ? call.caller.user.id : waiting;
    const whose = [user, ...new Set(principalsOf(user, people.delegations, today).map(({ person }) => person.id))];
    return mergedRows(
      whose.map((one) => read({ pk: decisionsKeys.waitingFor({ user: one, request: '' }).pk })),
      'sk',
      true,
    );
  }
  const states = state === undefined ? requestStateNames : [state];
  return mergedRows(
    states.map((one) => read({ index: 'gsi1', pk: decisionsKeys.requestsByState({ state: one, request: '' }).pk })),
    'gsi1sk',
    true,
  );
}

/** The rows with their requests, each once: two of those in whose names somebody decides may be asked by one request. */
async function* whole(
  { table, query }: ListCall,
  rows: AsyncIterable<Item>,
  limit: number,
): AsyncGenerator<{ readonly at: string; readonly value: DecisionRequest | undefined }> {
  const byPointer = query.case !== undefined || query['waiting-for'] !== undefined;
  let last: string | undefined;
  // One more than a page: it tells whether there is another.
  for await (const batch of inBatches(rows, limit + 1)) {
    const items = byPointer ? await table.batchGet(batch.map(({ request }) => decisionsKeys.request({ request: String(request) }))) : batch;
    for (const [i, row] of batch.entries()) {
      const item = items[i];
      const at = byPointer ? row.sk : String(row.gsi1sk);
      if (at === last) continue;
      last = at;
      yield { at, value: item && requestOf(item) };
    }
  }
}

import { fold } from '../../domain/kernel/fold.ts';
import { activeStates, type CaseState, caseStateNames } from '../../domain/work/kinds/states.ts';
import type { FirmCall, Verb } from '../platform/call.ts';
import { inBatches, rowsFrom } from '../platform/lists/rows-from.ts';
import { pageBody, takePage } from '../platform/lists/take-page.ts';
import type { Item, Query } from '../platform/table/port.ts';
import { type StoredCase, storedCaseOf } from './case-items.ts';
import { caseNumberKey, workKeys } from './keys.ts';
import { mergedRows } from './merged-rows.ts';
import { readQueues } from './queue-store.ts';
import type { workRoutes } from './routes.ts';
import { wireSummary } from './wire-case.ts';

type ListCall = Parameters<Verb<typeof workRoutes.listCases>>[0];

/**
 * Cases in the order in which somebody must act, or newest first. Each queue and each person has a partition by state in either order; several of
 * them are read as one, so that a list costs what it shows and not what waits behind it.
 */
export const listCases: Verb<typeof workRoutes.listCases> = async (call) => {
  const { q, limit } = call.query;
  const asked = q === undefined ? '' : fold(q).replace(/^#(?=\d+$)/, '');
  const wanted = wantedBy(call, asked);
  if (/^\d{1,10}$/.test(asked)) {
    const found = await byNumber(call, Number(asked));
    return { status: 200, body: { data: found && wanted(found) ? [wireSummary(found)] : [], has_more: false, next_cursor: null } };
  }
  const page = await takePage(whole(call, await rowsOf(call), limit), limit, wanted);
  return { status: 200, body: pageBody(call, page.data.map(wireSummary), page.next) };
};

function statesOf({ query: { state } }: ListCall): readonly CaseState[] {
  if (state === undefined) return caseStateNames;
  return state === 'active' ? activeStates : [state];
}

const personIn = ({ query: { assignee }, caller }: ListCall): string | undefined =>
  assignee === 'me' ? caller.user.id : assignee === 'nobody' ? undefined : assignee;

function wantedBy(call: ListCall, asked: string): (stored: StoredCase) => boolean {
  const { queue, kind, priority, tag, assignee, requester } = call.query;
  const asker = requester === 'me' ? call.caller.user.id : requester;
  const states = new Set<string>(statesOf(call));
  const person = personIn(call);
  const byText = asked !== '' && !/^\d{1,10}$/.test(asked);
  return ({ case: one }) =>
    states.has(one.state) &&
    (queue === undefined || one.queue === queue) &&
    (kind === undefined || one.kind === kind) &&
    (priority === undefined || one.priority === priority) &&
    (asker === undefined || one.requester.id === asker) &&
    (tag === undefined || one.tags.includes(tag)) &&
    (assignee === undefined || one.assignee?.id === person) &&
    (!byText || fold(one.title).includes(asked));
}

/** The rows of the narrowest partitions that hold all that was asked for. */
async function rowsOf(call: ListCall): Promise<AsyncIterable<Item>> {
  const { table, cursor } = call;
  const { sort, queue, state, requester } = call.query;
  const person = personIn(call);
  const states = statesOf(call);
  const read = (query: Query) => rowsFrom(table, query, cursor.from);
  const due = (pk: string) => read({ index: 'gsi1', pk });
  const newest = (pk: string) => read({ pk, descending: true });
  if (person !== undefined) {
    const ofPerson = states.map((one) =>
      sort === 'due'
        ? due(workKeys.casesOfPersonByDue({ user: person, state: one, due: '', case: '' }).pk)
        : newest(workKeys.casesOfPerson({ user: person, state: one, case: '' }).pk),
    );
    return mergedRows(ofPerson, sort === 'due' ? 'gsi1sk' : 'sk', sort === 'newest');
  }
  if (requester !== undefined && sort === 'newest')
    return newest(workKeys.casesAskedBy({ user: requester === 'me' ? call.caller.user.id : requester, case: '' }).pk);
  if (queue === undefined && state === undefined && sort === 'newest') return newest(workKeys.caseNumber({ number: '' }).pk);
  const queues = queue === undefined ? (await readQueues(table)).map(({ code }) => code) : [queue];
  const ofQueues = queues.flatMap((code) =>
    states.map((one) =>
      sort === 'due'
        ? due(workKeys.casesByDue({ queue: code, state: one, due: '', case: '' }).pk)
        : newest(workKeys.casesOfQueue({ queue: code, state: one, case: '' }).pk),
    ),
  );
  return mergedRows(ofQueues, sort === 'due' ? 'gsi1sk' : 'sk', sort === 'newest');
}

/** The rows with their cases: a case that lies in the index comes whole, others are looked up together. */
async function* whole(
  { table, query: { sort } }: ListCall,
  rows: AsyncIterable<Item>,
  limit: number,
): AsyncGenerator<{ readonly at: string; readonly value: StoredCase | undefined }> {
  // One more than a page: it tells whether there is another.
  for await (const batch of inBatches(rows, limit + 1)) {
    const missing = batch.filter(({ sk }) => sk !== 'CASE');
    const found = await table.batchGet(missing.map((row) => workKeys.case({ case: caseIdOf(row) })));
    const byRow = new Map(missing.map((row, i) => [row, found[i]]));
    for (const row of batch) {
      const item = byRow.has(row) ? byRow.get(row) : row;
      yield { at: sort === 'due' ? String(row.gsi1sk) : row.sk, value: item && storedCaseOf(item) };
    }
  }
}

const caseIdOf = ({ sk, case: id }: Item): string => (typeof id === 'string' ? id : sk);

async function byNumber({ table }: FirmCall, number: number): Promise<StoredCase | undefined> {
  const row = await table.get(caseNumberKey(number));
  const item = row && (await table.get(workKeys.case({ case: String(row.case) })));
  return item && storedCaseOf(item);
}

import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { stateOf, stateWrite } from './index-state.ts';
import { searchKeys } from './keys.ts';
import type { searchRoutes } from './routes.ts';

/** Begins a new generation of the index at the firm's first event. The one that answers goes on answering until the new one has caught up. */
export const rebuildSearch: Verb<typeof searchRoutes.rebuildSearch> = async (call) => {
  const seen = new Reading(call.table);
  const state = stateOf(await seen.get(searchKeys.state()));
  const generation = Math.max(state.written.generation, ...state.dropped) + 1;
  const answering = state.answering ?? { generation: state.written.generation, event: state.written.event };
  // One that was still being built is given up.
  const dropped = state.answering ? [...state.dropped, state.written.generation] : state.dropped;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [stateWrite(state, { written: { generation, event: 0, entry: 0, taken: {} }, answering, dropped })],
      happenings: [{ type: 'search.rebuilt', entity: { kind: 'search', id: 'search' }, data: { generation } }],
      answer: { status: 202 as const, body: { generation } },
    }),
  });
};

import { may } from '../../domain/firms/permissions.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { changeView, type SavedView, saveView, whyNotChange } from '../../domain/work/cases/saved-view.ts';
import type { FirmCall, Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import type { Reader } from '../platform/reading.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { stored } from '../platform/table/own-item.ts';
import type { Item } from '../platform/table/port.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { workKeys } from './keys.ts';
import type { workRoutes } from './routes.ts';

const SHARED = 'firm';
const shelfOf = ({ shared, by }: Pick<SavedView, 'shared' | 'by'>): string => (shared ? SHARED : by);
const keyOf = (view: Pick<SavedView, 'shared' | 'by' | 'id'>) => workKeys.savedView({ shelf: shelfOf(view), view: view.id });

const itemOf = ({ version, ...view }: SavedView): Item => ({ ...keyOf(view), v: version, ...view });
const viewOf = (item: Item): SavedView => stored<SavedView>(item);
const wireView = (view: SavedView, { user }: FirmCall['caller']) => ({
  id: view.id,
  name: view.name,
  shared: view.shared,
  mine: view.by === user.id,
  query: { ...view.query },
  version: view.version,
});
const onShelf = async (table: FirmTable, shelf: string): Promise<readonly SavedView[]> =>
  (await queryAll(table, { pk: workKeys.savedView({ shelf, view: '' }).pk })).map(viewOf);

/** One that the caller can see: their own, or a shared one. Anybody else’s own is not there. */
async function readView(from: Reader, call: FirmCall, id: string): Promise<SavedView | undefined> {
  for (const shelf of [call.caller.user.id, SHARED]) {
    const item = await from.get(workKeys.savedView({ shelf, view: id }));
    if (item) return viewOf(item);
  }
  return undefined;
}
const happened = (type: `saved_view.${string}`, { id, version, shared }: SavedView) => ({
  type,
  entity: { kind: 'saved-view', id, version },
  data: { shared },
});

/** The caller’s own views, then those that the firm shares. */
export const listSavedViews: Verb<typeof workRoutes.listSavedViews> = async (call) => {
  const [own, shared] = await Promise.all([onShelf(call.table, call.caller.user.id), onShelf(call.table, SHARED)]);
  return { status: 200, body: { data: [...own, ...shared].map((view) => wireView(view, call.caller)), has_more: false, next_cursor: null } };
};

/** Saves a view. */
export const addSavedView: Verb<typeof workRoutes.addSavedView> = async (call) => {
  const { name, shared, query } = call.body;
  const by = call.caller.user.id;
  const there = await onShelf(call.table, shelfOf({ shared, by }));
  return commit(call, {
    decide: () => {
      const view = saveView({ id: call.mint('savedView'), name, by, shared, query: said(query), version: 1 }, there);
      if (isRefusal(view)) return view;
      return {
        writes: [{ kind: 'put', item: itemOf(view), when: { exists: false } }],
        happenings: [happened('saved_view.added', view)],
        answer: { status: 201 as const, body: wireView(view, call.caller), version: view.version },
      };
    },
  });
};

/** Renames a view, gives it another query, shares it or takes it back. */
export const changeSavedView: Verb<typeof workRoutes.changeSavedView> = async (call) => {
  const seen = new Reading(call.table);
  const before = await readView(seen, call, call.params.viewId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { query, ...change } = call.body;
  const shelf = shelfOf({ shared: change.shared ?? before.shared, by: before.by });
  const there = shelf === shelfOf(before) ? [] : await onShelf(call.table, shelf);
  return commit(call, {
    seen,
    decide: () => {
      const against = whyNotChange(before, call.caller.user.id, may(call.role, 'desk.manage'));
      if (against) return against;
      const view = saveView(changeView(before, { ...change, ...(query && { query: said(query) }) }), there);
      if (isRefusal(view)) return view;
      const moved = shelf !== shelfOf(before);
      return {
        writes: [{ kind: 'put', item: itemOf(view) }, ...(moved ? [{ kind: 'delete' as const, key: keyOf(before) }] : [])],
        happenings: [happened('saved_view.changed', view)],
        answer: { status: 200 as const, body: wireView(view, call.caller), version: view.version },
      };
    },
  });
};

/** Deletes a view. The cases in it are untouched. */
export const deleteSavedView: Verb<typeof workRoutes.deleteSavedView> = async (call) => {
  const seen = new Reading(call.table);
  const before = await readView(seen, call, call.params.viewId);
  if (!before) return refuse('request.not_found');
  return commit(call, {
    seen,
    decide: () => {
      const against = whyNotChange(before, call.caller.user.id, may(call.role, 'desk.manage'));
      if (against) return against;
      return {
        writes: [{ kind: 'delete', key: keyOf(before) }],
        happenings: [happened('saved_view.deleted', before)],
        answer: { status: 204 as const, body: null },
      };
    },
  });
};

const said = (query: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

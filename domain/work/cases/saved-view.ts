import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { Id, UserId } from '../../kernel/ids.ts';

/** A list of cases that somebody comes back to: its name and what it asks for. */
export interface SavedView {
  readonly id: Id<'savedView'>;
  readonly name: string;
  /** Whoever saved it: theirs alone, or shown to everybody in the firm. */
  readonly by: UserId;
  readonly shared: boolean;
  readonly query: Readonly<Record<string, string>>;
  readonly version: number;
}

/** Of one person, and of the firm. */
export const MAX_VIEWS = 50;

/** Saves a view among those that are there already: the person’s own, or the shared ones. */
export function saveView(view: SavedView, there: readonly SavedView[]): Outcome<SavedView> {
  return there.length >= MAX_VIEWS ? refuse('view.too_many', { maximum: MAX_VIEWS }) : view;
}

/** A shared view is seen by everybody and changed by whoever shared it, or by whoever sets up the desk. */
export function whyNotChange(view: SavedView, by: UserId, managesDesk: boolean) {
  return view.by === by || managesDesk ? undefined : refuse('view.not_yours');
}

export interface ViewChange {
  readonly name?: string | undefined;
  readonly shared?: boolean | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
}

export const changeView = (before: SavedView, { name = before.name, shared = before.shared, query = before.query }: ViewChange): SavedView => ({
  ...before,
  name,
  shared,
  query,
  version: before.version + 1,
});

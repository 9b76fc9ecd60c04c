import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import { type Act, type Case, isSame, MAX_WATCHERS, next, withPeople } from './case.ts';

/** Watches a case: mails about it come. Undefined where nothing changes. */
export function watchCase(before: Case, by: Person, at: Instant): Outcome<Act | undefined> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  const watchers = withPeople(before.watchers, [by]);
  if (watchers === before.watchers) return undefined;
  if (watchers.length > MAX_WATCHERS) return refuse('case.full');
  return { type: 'case.watched', case: next(before, at, { watchers }), data: { watcher: by.id } };
}

/** Stops watching. */
export function unwatchCase(before: Case, by: Person, at: Instant): Outcome<Act | undefined> {
  const watchers = before.watchers.filter((one) => !isSame(one, by));
  if (watchers.length === before.watchers.length) return undefined;
  return { type: 'case.unwatched', case: next(before, at, { watchers }), data: { watcher: by.id } };
}

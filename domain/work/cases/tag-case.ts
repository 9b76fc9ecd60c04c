import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/decision.ts';
import { type Act, type Case, MAX_TAGS, next } from './case.ts';

export interface Tagging {
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

/** Adds and removes tags. Undefined where the case has just these already. */
export function tagCase(before: Case, { add = [], remove = [] }: Tagging, at: Instant): Outcome<Act | undefined> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  const tags = [...new Set([...before.tags, ...add])].filter((tag) => !remove.includes(tag));
  if (tags.length > MAX_TAGS) return refuse('case.full');
  if (JSON.stringify(tags) === JSON.stringify(before.tags)) return undefined;
  return { type: 'case.tagged', case: next(before, at, { tags }), data: { from: before.tags, to: tags } };
}

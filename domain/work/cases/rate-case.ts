import { type Outcome, refuse } from '../../kernel/decision.ts';
import { type Act, type Case, isSame, next, type Party, type Rating } from './case.ts';

/** What whoever asked thought of it, once, after it was closed. */
export function rateCase(before: Case, rating: Rating, by: Party): Outcome<Act> {
  if (!isSame(by, before.requester)) return refuse('rating.not_requester');
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  if (before.state !== 'closed') return refuse('rating.not_closed');
  if (before.rating) return refuse('rating.given');
  return { type: 'case.rated', case: next(before, rating.at, { rating }), data: { score: rating.score } };
}

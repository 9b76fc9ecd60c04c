import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/decision.ts';
import { fold } from '../../kernel/fold.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';
import { kindOf } from '../kinds/case-kinds.ts';
import { type Act, type Case, isMember, isSame, MAX_CLOCK_EVENTS, MAX_COMMENTS, MAX_WATCHERS, next, type Party, withPeople } from './case.ts';
import { promisesUpdates } from './clock-policy.ts';

export interface Comment {
  readonly id: Id<'comment'>;
  readonly at: Instant;
  readonly by: Party;
  /** It came by mail, ... */
  readonly byMail?: true;
  /** ... from somebody who has no part in the case: colleagues alone see it. */
  readonly stranger?: true;
  readonly text: string;
  /** Among colleagues: whoever only asked never sees it. */
  readonly internal: boolean;
  readonly mentions: readonly Person[];
}

export interface Mentionable extends Person {
  readonly email: string;
}

/**
 * Comments on a case. Whoever is mentioned watches it. A word in public from a member who did not ask is an answer: the first one is the first response,
 * and where the kind promises the next update each begins that promise anew.
 */
export function commentOnCase(before: Case, comment: Comment): Outcome<Act> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  if (before.comments.public + before.comments.internal >= MAX_COMMENTS) return refuse('case.full');
  const watchers = withPeople(before.watchers, comment.mentions);
  if (watchers.length > MAX_WATCHERS) return refuse('case.full');
  const fromDesk = !comment.internal && isMember(comment.by) && !isSame(comment.by, before.requester);
  const isFirst = fromDesk && !before.clockLog.some(({ type }) => type === 'answered');
  const answers = isFirst || (fromDesk && promisesUpdates(kindOf(before.kind).targets));
  if (answers && before.clockLog.length >= MAX_CLOCK_EVENTS) return refuse('case.full');
  const counted = comment.internal ? 'internal' : 'public';
  return {
    type: 'case.commented',
    // The words stay with the comment: those who read the chain of events may not be those who may read it.
    data: {
      comment: comment.id,
      internal: comment.internal,
      ...(comment.mentions.length > 0 && { mentions: comment.mentions.map(({ id }) => id) }),
      ...(isFirst && { firstResponse: true }),
    },
    case: next(before, comment.at, {
      watchers,
      comments: { ...before.comments, [counted]: before.comments[counted] + 1 },
      ...(answers && { clockLog: [...before.clockLog, { type: 'answered' as const, at: comment.at }] }),
    }),
  };
}

/** Who is meant by an `@`: by id, by address, or by the name as it is written, in either script. */
export function mentionsIn(text: string, people: readonly Mentionable[]): readonly Person[] {
  const folded = fold(text);
  const meant = people.filter(({ id, email, name }) => [id, email, name].some((word) => isSaid(folded, `@${fold(word)}`)));
  return meant.map(({ id, name }) => ({ id, name }));
}

/** Whole words only: `@Mona` does not mean Mo. */
function isSaid(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}_]/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

import { type Act, type Case, isSame, type Party, withPeople } from '../cases/case.ts';
import type { Comment } from '../cases/comment-on-case.ts';
import type { CaseLetter } from './letters.ts';

/** Somebody who is told of an act, by which letter. */
export interface Told {
  readonly letter: CaseLetter;
  readonly to: Party;
  /** It went among colleagues: an answer to it stays there, and whoever may not read it gets nothing. */
  readonly internal: boolean;
}

/** Mails of one act: a transaction holds no more beside the case. Watchers beyond it see the case on its page. */
export const MAX_TOLD = 20;

/**
 * Who is told of what happened to a case. Nobody is told of their own act. A word in public goes to whoever asked, has it or watches it; one among
 * colleagues goes to those who are mentioned and to whoever has the case, and never to anybody outside.
 */
export function whoIsTold(after: Case, { type, data = {} }: Pick<Act, 'type' | 'data'>, by: Party, comment: Comment | undefined): readonly Told[] {
  return toldOf(after, type, data, comment)
    .filter(({ to }) => !isSame(to, by))
    .slice(0, MAX_TOLD);
}

function toldOf(after: Case, type: Act['type'], data: Readonly<Record<string, unknown>>, comment: Comment | undefined): readonly Told[] {
  switch (type) {
    case 'case.commented':
      return comment ? toldOfComment(after, comment) : [];
    case 'case.assigned':
      return after.assignee && data.to !== data.from ? [{ letter: 'assigned', to: after.assignee, internal: true }] : [];
    case 'case.moved':
      return data.to === 'resolved' ? outsideAndRequester(after).map((to) => ({ letter: 'resolved', to, internal: false })) : [];
    default:
      return [];
  }
}

function toldOfComment(after: Case, { internal, mentions }: Comment): readonly Told[] {
  const mentioned = mentions.map((to): Told => ({ letter: 'mentioned', to, internal }));
  const working = withPeople(after.assignee ? [after.assignee] : [], internal ? [] : after.watchers);
  const rest: readonly Party[] = internal ? working : [...outsideAndRequester(after), ...working];
  const once = rest.filter((to, i) => !mentions.some((one) => isSame(one, to)) && rest.findIndex((other) => isSame(other, to)) === i);
  return [...mentioned, ...once.map((to): Told => ({ letter: 'replied', to, internal }))];
}

const outsideAndRequester = ({ requester, correspondents = [] }: Case): readonly Party[] => [requester, ...correspondents];

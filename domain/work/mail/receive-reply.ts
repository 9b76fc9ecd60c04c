import { may, type Role } from '../../firms/permissions.ts';
import type { Instant, LocalDate } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Act, type Case, isMember, isSame, type Party } from '../cases/case.ts';
import { type Comment, commentOnCase } from '../cases/comment-on-case.ts';
import { moveCase } from '../cases/move-case.ts';
import { rateCase } from '../cases/rate-case.ts';
import { isActive } from '../kinds/states.ts';

export interface Replying {
  readonly comment: Id<'comment'>;
  readonly by: Party;
  /** The role of a member; somebody outside has none. */
  readonly role: Role | undefined;
  readonly text: string;
  /** The mail that is answered went among colleagues. */
  readonly internal: boolean;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly dayOf: (at: Instant) => LocalDate;
}

export interface Reply {
  readonly acts: readonly [Act, ...Act[]];
  /** Absent where the mail was a rating and nothing else. */
  readonly comment?: Comment;
}

/**
 * A mail onto a case. It is a comment and nothing else: “approved” in a mail decides nothing, because anybody can write any sender into a mail. From whoever
 * asked it also resumes a case that waits and reopens one that was answered, as far as the kind lets a requester do so. `new` where the case takes no more,
 * or can no longer be reopened: what was written then needs a case of its own.
 */
export function receiveReply(before: Case, replying: Replying): Reply | 'new' {
  const { comment: id, by, role, text, internal, at, today, dayOf } = replying;
  const score = internal || isActive(before.state) ? 0 : figureIn(text);
  const rated = score > 0 ? ratingOf(before, score, replying) : undefined;
  if (rated) return { acts: rated };
  const takesPart = hasPart(before, by, role);
  const comment: Comment = {
    id,
    at,
    by,
    text,
    // Somebody who has no part in the case may have been sent a copy, or worse: colleagues read it first.
    internal: internal || !takesPart,
    ...(!takesPart && { stranger: true as const }),
    byMail: true,
    mentions: [],
  };
  const commented = commentOnCase(before, comment);
  if (isRefusal(commented)) return 'new';
  const isRequester = isSame(by, before.requester);
  const goesOn = isRequester && !internal && score === 0 && (before.state === 'waiting' || !isActive(before.state));
  if (!goesOn) return { acts: [commented], comment };
  const moved = moveCase(commented.case, { to: 'open' }, { by, role: undefined, at, today, dayOf });
  if (!isRefusal(moved)) return { acts: [commented, { ...moved, data: { ...moved.data, byMail: true } }], comment };
  return isActive(before.state) ? { acts: [commented], comment } : 'new';
}

/** One figure alone, in answer to what was resolved, is what that mail asked for: how it went. It closes the case, and reopens nothing. */
function ratingOf(before: Case, score: number, { by, at, today, dayOf }: Replying): readonly [Act, ...Act[]] | undefined {
  // A question that hangs on the case ends with it: that takes more than a mail.
  if (before.state === 'resolved' && before.approval) return undefined;
  const closed = before.state === 'resolved' ? moveCase(before, { to: 'closed' }, { by, role: undefined, at, today, dayOf }) : undefined;
  if (isRefusal(closed)) return undefined;
  const rated = rateCase(closed?.case ?? before, { score, at }, by);
  if (isRefusal(rated)) return undefined;
  return closed ? [closed, rated] : [rated];
}

/** A figure from 1 to 5 in either script and nothing else; 0 for every other text. */
function figureIn(text: string): number {
  const said = text.trim();
  return said.length === 1 ? Math.max('12345'.indexOf(said), '١٢٣٤٥'.indexOf(said)) + 1 : 0;
}

/** Whoever asked or is kept informed; and every colleague who may comment on cases. */
export function hasPart({ requester, correspondents = [] }: Case, by: Party, role: Role | undefined): boolean {
  if (isMember(by) && role !== undefined && may(role, 'case.open')) return true;
  return [requester, ...correspondents].some((one) => isSame(one, by));
}

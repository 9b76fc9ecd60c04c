import { sayRefusal } from '../../domain/refusal-words.ts';
import type { Case, Party } from '../../domain/work/cases/case.ts';
import { clocksOf } from '../../domain/work/cases/case-clocks.ts';
import type { Comment } from '../../domain/work/cases/comment-on-case.ts';
import type { DeskSettings } from '../../domain/work/cases/desk-settings.ts';
import { seesInternal } from '../../domain/work/cases/internal-comments.ts';
import type { TimeEntry } from '../../domain/work/cases/log-time.ts';
import { waysOf } from '../../domain/work/cases/move-case.ts';
import { clockFigures } from '../../domain/work/clocks/clock.ts';
import { kindOf } from '../../domain/work/kinds/case-kinds.ts';
import { caseStates } from '../../domain/work/kinds/states.ts';
import type { FirmCall } from '../platform/call.ts';
import { todayIn } from '../platform/http/today.ts';
import { wirePerson } from '../platform/person.ts';
import type { StoredCase } from './case-items.ts';
import { NEVER_DUE } from './keys.ts';

/** A case as its caller sees it now: what it says, where its clocks stand, where it may go next and why not elsewhere. */
export function wireCase(call: FirmCall, one: Case, settings: DeskSettings) {
  const kind = kindOf(one.kind);
  const { comments, contact, ...rest } = summaryOf(one);
  return {
    ...rest,
    stateName: { ...(kind.stateNames?.[one.state] ?? caseStates[one.state]) },
    description: one.description ?? null,
    fields: { ...one.fields },
    contact,
    watchers: one.watchers.map(wirePerson),
    checklist: kind.checklist.map(({ code, text }) => {
      const tick = one.ticks.find(({ item }) => item === code);
      return {
        item: code,
        text: { ...text },
        done: tick !== undefined,
        by: tick ? wirePerson(tick.by) : null,
        at: tick?.at ?? null,
        evidence: tick?.evidence ?? null,
      };
    }),
    links: one.links.map(({ to, relation }) => ({ to, relation })),
    merged: [...one.merged],
    approval: one.approval ? { ...one.approval } : null,
    needsApproval: kind.approval !== undefined,
    clocks: clocksOf(one, settings, call.now).map(clockFigures),
    moves: waysOf(one, moverOf(call)).map(({ to, name, needsReason, refusal }) => ({
      to,
      name: { ...name },
      needsReason,
      allowed: refusal === undefined,
      code: refusal?.refused ?? null,
      reason: refusal ? sayRefusal(refusal.refused, refusal.values, call.language) : null,
    })),
    rating: one.rating ? { score: one.rating.score, comment: one.rating.comment ?? null, at: one.rating.at } : null,
    minutes: { ...one.minutes },
    commentCount: comments.public + (seesInternal(call.role) ? comments.internal : 0),
  };
}

/** What a list shows of a case. */
export function wireSummary({ case: one, promised }: StoredCase) {
  const { comments: _, ...rest } = summaryOf(one);
  return { ...rest, dueAt: promised === NEVER_DUE ? null : promised };
}

function summaryOf(one: Case) {
  const { id, number, kind, title, state, impact, urgency, priority, queue, openedAt, updatedAt, version, comments } = one;
  return {
    id,
    number,
    kind,
    title,
    state,
    impact,
    urgency,
    priority,
    queue,
    requester: wireParty(one.requester),
    assignee: one.assignee ? wirePerson(one.assignee) : null,
    contact: one.contact ?? null,
    tags: [...one.tags],
    mergedInto: one.mergedInto ?? null,
    openedAt,
    updatedAt,
    endedAt: one.endedAt ?? null,
    version,
    comments,
  };
}

/** Whoever is no member has an address and no id; a member’s address is not for everybody who reads a case. */
export const wireParty = (party: Party) => ({ id: party.id ?? null, name: party.name, email: party.id === undefined ? party.email : null });

export const wireComment = ({ id, at, by, byMail, stranger, text, internal, mentions }: Comment, from: Case['id']) => ({
  id,
  at,
  by: wireParty(by),
  byMail: byMail === true,
  stranger: stranger === true,
  text,
  internal,
  mentions: mentions.map(wirePerson),
  case: from,
});
export const wireTime = ({ id, by, at, date, minutes, billable, note }: TimeEntry) => ({
  id,
  by: wirePerson(by),
  at,
  date,
  minutes,
  billable,
  note: note ?? null,
});

/** Who would move a case, on which day of the firm’s. */
export function moverOf({ caller: { user }, role, now, today, firm }: FirmCall) {
  return { by: { id: user.id, name: user.name }, role, at: now, today, dayOf: (at: string) => todayIn(firm.timeZone, at) };
}

import type { Role } from '../../firms/permissions.ts';
import { addDays, type Instant, type LocalDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, type Refusal, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/language.ts';
import type { Transition } from '../kinds/case-kind.ts';
import { kindOf } from '../kinds/case-kinds.ts';
import { type CaseState, isActive } from '../kinds/states.ts';
import { type Act, type Case, isSame, MAX_CLOCK_EVENTS, next, type Party } from './case.ts';

/** Who would move it, and what day it is for them. */
export interface Mover {
  readonly by: Party;
  /** Undefined for whoever has none: a mail moves a case by the rights of its requester alone. */
  readonly role: Role | undefined;
  readonly at: Instant;
  readonly today: LocalDate;
  /** The day of an instant where the firm is. */
  readonly dayOf: (at: Instant) => LocalDate;
}

/** A way that leads on from where the case stands; with what stands against taking it now. */
export interface OpenWay {
  readonly to: CaseState;
  readonly name: Text;
  readonly needsReason: boolean;
  readonly refusal?: Refusal;
}

/** Where a case may go from here, and why not where it may not: what the buttons say, and what the verb refuses by. */
export function waysOf(before: Case, mover: Omit<Mover, 'at'>): readonly OpenWay[] {
  if (before.mergedInto) return [];
  return transitionsFrom(before).map((transition) => {
    const refusal = whyNot(before, transition, mover);
    return { to: transition.to, name: transition.name, needsReason: transition.reason === true, ...(refusal && { refusal }) };
  });
}

/** Moves a case. Refused in this order: a merged case, no such way, not this person, too late to reopen, no approval, an open checklist, no reason. */
export function moveCase(before: Case, sent: { readonly to: CaseState; readonly reason?: string | undefined }, mover: Mover): Outcome<Act> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  const ways = transitionsFrom(before);
  const transition = ways.find(({ to }) => to === sent.to);
  if (!transition) {
    const allowed = ways.filter((way) => !isRefusal(whyNot(before, way, mover))).map(({ to }) => to);
    return refuseAt('/to', 'case.transition', { from: before.state, to: sent.to, allowed: allowed.join(', ') || '-' });
  }
  const against = whyNot(before, transition, mover);
  if (against) return against;
  if (transition.reason && !sent.reason) return refuseAt('/reason', 'case.reason_required', { to: sent.to });
  if (before.clockLog.length >= MAX_CLOCK_EVENTS) return refuse('case.full');
  const { endedAt: _, ...still } = before;
  const after = next(isActive(sent.to) ? still : before, mover.at, {
    state: sent.to,
    clockLog: [...before.clockLog, { type: 'moved', at: mover.at, state: sent.to }],
    // Reopening counts from when the work was done: closing what is resolved does not give more days.
    ...(!isActive(sent.to) && { endedAt: before.endedAt ?? mover.at }),
  });
  return { type: 'case.moved', case: after, data: { from: before.state, to: sent.to, ...(sent.reason !== undefined && { reason: sent.reason }) } };
}

function transitionsFrom({ kind, state }: Case): readonly Transition[] {
  return kindOf(kind).transitions.filter(({ from }) => from === state);
}

function whyNot(before: Case, transition: Transition, { by, role, today, dayOf }: Omit<Mover, 'at'>): Refusal | undefined {
  const asRequester = transition.requester === true && isSame(by, before.requester);
  if (!(role && transition.roles.includes(role)) && !asRequester)
    return refuse('case.role', { to: transition.to, roles: transition.roles.join(', ') });
  const kind = kindOf(before.kind);
  if (transition.reopens && before.endedAt !== undefined && today > addDays(dayOf(before.endedAt), kind.reopenWithinDays))
    return refuse('case.reopen_late', { days: kind.reopenWithinDays });
  if (kind.approval?.before.includes(transition.to) && before.approval?.state !== 'approved')
    return refuse(before.approval?.state === 'pending' ? 'case.approval_pending' : 'case.approval_missing', { to: transition.to });
  if (transition.checklist) {
    const done = new Set(before.ticks.map(({ item }) => item));
    const open = kind.checklist.filter(({ code }) => !done.has(code));
    if (open.length > 0) return refuse('case.checklist_open', { items: open.map(({ code }) => code).join(', ') });
  }
  return undefined;
}

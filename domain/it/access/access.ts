import { addDays, addMonths, type Instant, type LocalDate } from '../../kernel/dates.ts';
import { type Outcome, type Refusal, refuse, refuseAt } from '../../kernel/decision.ts';
import { fold } from '../../kernel/fold.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';
import type { Holder } from '../holder.ts';

export const risks = {
  low: { en: 'Low', ar: 'منخفضة' },
  medium: { en: 'Medium', ar: 'متوسطة' },
  high: { en: 'High', ar: 'عالية' },
} as const satisfies Record<string, Text>;
export type Risk = keyof typeof risks;

/** Something that people get into: a program, a site, a room. */
export interface System {
  readonly id: Id<'system'>;
  readonly name: string;
  readonly owner: Person;
  readonly levels: readonly string[];
  readonly risk: Risk;
  /** Whoever approves access does not put it in place. A firm of one may say otherwise. */
  readonly separateDuties: boolean;
  readonly reviewMonths: number;
  /** When its access is to be reviewed next; of a review that runs, by when. */
  readonly reviewOn: LocalDate;
  readonly review?: Id<'accessReview'>;
  readonly archived: boolean;
  readonly version: number;
}
/** How often access to a system is reviewed, where nobody says otherwise. */
export const REVIEW_MONTHS = 3;
export const REVIEW_DAYS = 14;

export const grantStates = {
  requested: { en: 'Requested', ar: 'مطلوبة' },
  approved: { en: 'Approved', ar: 'معتمدة' },
  granted: { en: 'Granted', ar: 'ممنوحة' },
  revoked: { en: 'Revoked', ar: 'مسحوبة' },
} as const satisfies Record<string, Text>;
export type GrantState = keyof typeof grantStates;
/** Which states allow what. */
export const grantWays = {
  approve: { from: ['requested'], to: 'approved' },
  grant: { from: ['approved'], to: 'granted' },
  revoke: { from: ['requested', 'approved', 'granted'], to: 'revoked' },
} as const satisfies Record<string, { readonly from: readonly GrantState[]; readonly to: GrantState }>;
export type GrantAct = keyof typeof grantWays;
export const grantActs = Object.keys(grantWays) as readonly GrantAct[];
export const mayGrant = (act: GrantAct, state: GrantState): boolean => (grantWays[act].from as readonly GrantState[]).includes(state);

interface Step {
  readonly by: Person;
  readonly at: Instant;
  readonly note?: string;
}

/** That somebody may get into a system at a level, until when, and who answered for it. */
export interface Grant {
  readonly id: Id<'accessGrant'>;
  readonly system: Id<'system'>;
  readonly systemName: string;
  readonly holder: Holder;
  readonly level: string;
  readonly until?: LocalDate;
  readonly state: GrantState;
  readonly requested: Step;
  readonly approved?: Step;
  readonly granted?: Step;
  readonly revoked?: Step;
  /** The case that shows why: an access request, and the one opened when the access ran out. */
  readonly case?: Id<'case'>;
  readonly expiredAt?: Instant;
  readonly expiryCase?: Id<'case'>;
  readonly version: number;
}

export interface GrantFacts {
  readonly id: Id<'accessGrant'>;
  readonly holder: Holder;
  readonly level: string;
  readonly until?: LocalDate | undefined;
  readonly note?: string | undefined;
  readonly by: Person;
  readonly at: Instant;
  readonly today: LocalDate;
}

/** Asks for access. */
export function requestAccess(system: System | undefined, facts: GrantFacts): Outcome<Grant> {
  if (!system || system.archived) return refuseAt('/system', 'system.unknown');
  const level = levelOf(system, facts.level);
  if (level === undefined) return refuseAt('/level', 'access.level_unknown', { system: system.name, levels: system.levels.join(', ') });
  if (facts.until !== undefined && facts.until < facts.today) return refuseAt('/until', 'access.ended', { until: facts.until });
  return {
    id: facts.id,
    system: system.id,
    systemName: system.name,
    holder: facts.holder,
    level,
    ...(facts.until !== undefined && { until: facts.until }),
    state: 'requested',
    requested: { by: facts.by, at: facts.at, ...(facts.note && { note: facts.note }) },
    version: 1,
  };
}

export const levelOf = ({ levels }: Pick<System, 'levels'>, asked: string): string | undefined => levels.find((level) => fold(level) === fold(asked));

/** Approves, puts in place or takes back. Refused in this order: the state, whose it is to approve, the same person twice. */
export function stepGrant(before: Grant, act: GrantAct, system: System, step: Step & { readonly isFirmOwner: boolean }): Outcome<Grant> {
  if (!mayGrant(act, before.state)) return wrongState(before, act);
  const { isFirmOwner, ...said } = step;
  if (act === 'approve' && step.by.id !== system.owner.id && !isFirmOwner) return refuse('access.not_approver', { owner: system.owner.name });
  if (act === 'grant') {
    const same = samePerson(system, before.approved?.by, step.by);
    if (same) return same;
  }
  const moved = { ...before, state: grantWays[act].to, version: before.version + 1 };
  switch (act) {
    case 'approve':
      return { ...moved, approved: said };
    case 'grant':
      return { ...moved, granted: said };
    case 'revoke':
      return { ...moved, revoked: said };
  }
}

/** Approver and implementer are two people, unless the system says otherwise. */
export function samePerson({ separateDuties, name }: System, approver: Person | undefined, implementer: Person): Refusal | undefined {
  return separateDuties && approver?.id === implementer.id ? refuse('access.same_person', { name: implementer.name, system: name }) : undefined;
}

function wrongState({ state }: Grant, act: GrantAct): Refusal {
  const allowed = grantActs.filter((other) => mayGrant(other, state)).join(', ') || '-';
  return refuse('access.transition', { from: state, act, allowed });
}

/** The day after its last: the access has run out. */
export const hasRunOut = ({ state, until, expiredAt }: Grant, today: LocalDate): boolean =>
  state === 'granted' && expiredAt === undefined && until !== undefined && until < today;

export interface ReviewLine {
  readonly grant: Id<'accessGrant'>;
  readonly holder: Holder;
  readonly level: string;
  readonly until?: LocalDate;
  readonly grantedAt: Instant;
  readonly decision?: 'kept' | 'revoked';
  readonly by?: Person;
  readonly at?: Instant;
  readonly note?: string;
}
/** All access to a system, put before its owner line by line. */
export interface Review {
  readonly id: Id<'accessReview'>;
  readonly system: Id<'system'>;
  readonly systemName: string;
  readonly owner: Person;
  readonly startedAt: Instant;
  readonly dueOn: LocalDate;
  readonly state: 'open' | 'done';
  readonly lines: readonly ReviewLine[];
  readonly doneAt?: Instant;
  readonly version: number;
}
export const MAX_REVIEW_LINES = 500;

export function startReview(
  system: System,
  grants: readonly Grant[],
  facts: { readonly id: Id<'accessReview'>; readonly at: Instant; readonly today: LocalDate },
): Outcome<Review> {
  if (system.review) return refuse('review.running', { system: system.name });
  const live = grants.filter(({ state }) => state === 'granted');
  if (live.length > MAX_REVIEW_LINES) return refuse('review.too_large', { maximum: MAX_REVIEW_LINES });
  const lines = live.map(
    ({ id, holder, level, until, granted, requested }): ReviewLine => ({
      grant: id,
      holder,
      level,
      ...(until !== undefined && { until }),
      grantedAt: (granted ?? requested).at,
    }),
  );
  return {
    id: facts.id,
    system: system.id,
    systemName: system.name,
    owner: system.owner,
    startedAt: facts.at,
    dueOn: addDays(facts.today, REVIEW_DAYS),
    state: lines.length === 0 ? 'done' : 'open',
    lines,
    ...(lines.length === 0 && { doneAt: facts.at }),
    version: 1,
  };
}

export interface ReviewAnswer {
  readonly grant: string;
  readonly decision: 'kept' | 'revoked';
  readonly note: string;
  readonly by: Person;
  readonly at: Instant;
  readonly isFirmOwner: boolean;
}
/** Keeps or takes back one line, with what it rests on. The review is done with its last line. */
export function answerReview(before: Review, { grant, isFirmOwner, ...answer }: ReviewAnswer): Outcome<Review> {
  const line = before.lines.find((each) => each.grant === grant);
  if (!line) return refuse('request.not_found');
  if (answer.by.id !== before.owner.id && !isFirmOwner) return refuse('review.not_owner', { owner: before.owner.name });
  if (line.decision) return refuse('review.answered', { decision: line.decision });
  const lines = before.lines.map((each) => (each === line ? { ...line, ...answer } : each));
  const done = lines.every(({ decision }) => decision !== undefined);
  return { ...before, lines, ...(done && { state: 'done' as const, doneAt: answer.at }), version: before.version + 1 };
}

export const nextReviewOn = ({ reviewMonths }: Pick<System, 'reviewMonths'>, today: LocalDate): LocalDate => addMonths(today, reviewMonths);

import type { Calendar } from '../calendars/calendar.ts';
import { MINUTE_MS, type Minute } from '../calendars/minute.ts';
import { afterOpen, openBetween } from '../calendars/open-minutes.ts';
import type { CaseState } from '../kinds/states.ts';
import type { ClockMode } from './policy.ts';

/** A stretch of a clock's time in one mode, and how much of it was open. */
export interface Stretch {
  readonly from: Minute;
  readonly to: Minute;
  readonly mode: ClockMode;
  readonly state: CaseState;
  readonly openMinutes: number;
}

/** One run of a clock, from its start to its end. Instants are in milliseconds here; what is counted is counted in minutes. */
export interface Cycle {
  readonly number: number;
  readonly startedAtMs: number;
  readonly targetMinutes: number;
  readonly mode: ClockMode;
  readonly state: CaseState;
  /** Everything before this minute has been counted. */
  readonly through: Minute;
  readonly stretches: readonly Stretch[];
  /** Open minutes that passed while the clock counted, and while it stood still. */
  readonly elapsed: number;
  readonly paused: number;
  readonly stoppedAtMs?: number;
  readonly breachedAtMs?: number;
}

export const isStopped = ({ mode }: Pick<Cycle, 'mode'>): boolean => mode === 'resolved' || mode === 'cancelled';

/**
 * The cycle some time later, nothing having happened between. An answer at the very instant that is due is in time; anything else at that
 * instant, and time itself, comes after the breach. A stopped cycle stays where it stopped.
 */
export function passTime(cycle: Cycle, atMs: number, calendar: Calendar, ends: boolean): Cycle {
  if (isStopped(cycle)) return cycle;
  const counting = cycle.mode === 'counting';
  const later = addStretch(cycle, Math.floor(atMs / MINUTE_MS), calendar);
  if (!counting || cycle.breachedAtMs !== undefined || later.elapsed < cycle.targetMinutes) return later;
  const dueAtMs = minuteReaching(later, cycle.targetMinutes, calendar) * MINUTE_MS;
  return dueAtMs < atMs || (dueAtMs === atMs && !ends) ? { ...later, breachedAtMs: dueAtMs } : later;
}

/** The cycle after the case moved to another state, or was given another target. Time has been passed up to here. */
export function changeTo(cycle: Cycle, atMs: number, mode: ClockMode, state: CaseState, targetMinutes: number, calendar: Calendar): Cycle {
  const stops = isStopped({ mode });
  if (isStopped(cycle)) {
    // Closing what is resolved already changes nothing; what stood between the end and the reopening is time not counted.
    if (stops) return cycle;
    const { stoppedAtMs: _, ...reopened } = addStretch(cycle, Math.floor(atMs / MINUTE_MS), calendar);
    return breachIfUsedUp({ ...reopened, mode, state, targetMinutes }, atMs);
  }
  if (stops) return { ...cycle, mode, state, stoppedAtMs: atMs };
  return breachIfUsedUp({ ...cycle, mode, state, targetMinutes }, atMs);
}

/** A shorter target may be used up when it comes: it is breached from then on, for before then nobody had promised it. */
function breachIfUsedUp(cycle: Cycle, atMs: number): Cycle {
  return cycle.breachedAtMs === undefined && cycle.elapsed >= cycle.targetMinutes ? { ...cycle, breachedAtMs: atMs } : cycle;
}

/** The minute at which so many minutes have been counted: in the past, or as far ahead as it is if the clock counts on from where it stands. */
export function minuteReaching({ stretches, through, elapsed }: Cycle, minutes: number, calendar: Calendar): Minute {
  let missing = minutes;
  for (const { mode, from, openMinutes } of stretches) {
    if (mode !== 'counting') continue;
    if (missing <= openMinutes) return afterOpen(calendar, from, missing);
    missing -= openMinutes;
  }
  return afterOpen(calendar, through, minutes - elapsed);
}

function addStretch(cycle: Cycle, to: Minute, calendar: Calendar): Cycle {
  const { through: from, mode, state } = cycle;
  if (to <= from) return cycle;
  const openMinutes = openBetween(calendar, from, to);
  const stretches = withStretch(cycle.stretches, { from, to, mode, state, openMinutes });
  const counting = mode === 'counting';
  return {
    ...cycle,
    through: to,
    stretches,
    elapsed: cycle.elapsed + (counting ? openMinutes : 0),
    paused: cycle.paused + (counting ? 0 : openMinutes),
  };
}

/** What happens without moving the case does not cut its time in two. */
function withStretch(stretches: readonly Stretch[], next: Stretch): readonly Stretch[] {
  const last = stretches.at(-1);
  if (last?.to !== next.from || last.mode !== next.mode || last.state !== next.state) return [...stretches, next];
  return [...stretches.slice(0, -1), { ...last, to: next.to, openMinutes: last.openMinutes + next.openMinutes }];
}

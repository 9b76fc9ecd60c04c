import type { Instant } from '../../kernel/dates.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { instantOf } from '../calendars/minute.ts';
import type { ClockEvent } from './clock-event.ts';
import { type Cycle, minuteReaching } from './cycle.ts';
import { type ClockName, type ClockPolicy, clockNames, warningMinutes } from './policy.ts';
import { readTimeline, type Timeline } from './timeline.ts';

/** A clock that was once breached is `breached` for good; `stoppedAt` says whether it still runs. */
export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** What a clock shows, everywhere that cases are shown. */
export interface ClockFigures {
  readonly name: ClockName;
  readonly dueAt: Instant;
  readonly state: ClockState;
  readonly elapsedMinutes: number;
  readonly pausedMinutes: number;
}

export interface Breach {
  readonly cycle: number;
  readonly at: Instant;
  /** Whether the case's log holds it; until then it is still to be fired. */
  readonly recorded: boolean;
}

export interface Clock extends ClockFigures {
  /** Only `nextUpdate` has more than one cycle: every answer begins the next. All figures are of the last. */
  readonly cycle: number;
  readonly startedAt: Instant;
  readonly targetMinutes: number;
  readonly stoppedAt?: Instant;
  readonly breachedAt?: Instant;
  /** When the warning is due, moving as `dueAt` does; absent where the policy warns of nothing. */
  readonly warnAt?: Instant;
  readonly warned: boolean;
  /** Of every cycle: an answer does not undo that the one before it was late. */
  readonly breaches: readonly Breach[];
  /** What it was folded over. A case that is over keeps the versions of that day; an open one is folded over the latest. */
  readonly policy: { readonly id: string; readonly version: number };
  readonly calendar: { readonly id: string; readonly version: number };
}

/**
 * A clock as a pure fold over a case's log, a policy and a calendar: what has passed, and by when its promise is to be kept. `dueAt` is the instant by
 * which the target has been counted; of a paused clock, as if it went on now (or at its last event); of a stopped one, what it was then. Undefined
 * where the policy keeps no such clock or it has not started.
 */
export function foldClock(name: ClockName, events: readonly ClockEvent[], policy: ClockPolicy, calendar: Calendar, now?: Instant): Clock | undefined {
  const timeline = readTimeline(name, events, policy, calendar, now);
  return timeline && clockOf(name, timeline, policy, calendar);
}

/** All the clocks of a case that have started. */
export const foldClocks = (events: readonly ClockEvent[], policy: ClockPolicy, calendar: Calendar, now?: Instant): Clock[] =>
  clockNames.flatMap((name) => foldClock(name, events, policy, calendar, now) ?? []);

/** The shape on the wire: `clocks: [{name, dueAt, state, elapsedMinutes, pausedMinutes}]`. */
export const clockFigures = ({ name, dueAt, state, elapsedMinutes, pausedMinutes }: Clock): ClockFigures => ({
  name,
  dueAt,
  state,
  elapsedMinutes,
  pausedMinutes,
});

function clockOf(name: ClockName, { rule, cycle, breachedAtMs, recorded, warned }: Timeline, policy: ClockPolicy, calendar: Calendar): Clock {
  const reach = (minutes: number): Instant => instantOf(minuteReaching(cycle, minutes, calendar));
  const warnAfter = warningMinutes(rule, cycle.targetMinutes);
  return {
    name,
    dueAt: reach(cycle.targetMinutes),
    state: stateOf(cycle),
    elapsedMinutes: cycle.elapsed,
    pausedMinutes: cycle.paused,
    cycle: cycle.number,
    startedAt: instantOfMs(cycle.startedAtMs),
    targetMinutes: cycle.targetMinutes,
    ...(cycle.stoppedAtMs !== undefined && { stoppedAt: instantOfMs(cycle.stoppedAtMs) }),
    ...(cycle.breachedAtMs !== undefined && { breachedAt: instantOfMs(cycle.breachedAtMs) }),
    ...(warnAfter !== undefined && { warnAt: reach(warnAfter) }),
    warned: warned.has(cycle.number),
    breaches: [...breachedAtMs]
      .map(([number, atMs]) => ({ cycle: number, at: instantOfMs(atMs), recorded: recorded.has(number) }))
      .sort((a, b) => a.cycle - b.cycle),
    policy: { id: policy.id, version: policy.version },
    calendar: { id: calendar.id, version: calendar.version },
  };
}

function stateOf({ mode, breachedAtMs }: Cycle): ClockState {
  if (breachedAtMs !== undefined) return 'breached';
  switch (mode) {
    case 'counting':
      return 'running';
    case 'paused':
      return 'paused';
    case 'resolved':
      return 'met';
    case 'cancelled':
      return 'cancelled';
  }
}

const instantOfMs = (ms: number): Instant => new Date(ms).toISOString();

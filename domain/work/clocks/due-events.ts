import type { Instant } from '../../kernel/dates.ts';
import { hasCome } from '../../kernel/instants.ts';
import type { Clock } from './clock.ts';
import type { ClockFired } from './clock-event.ts';
import type { ClockName } from './policy.ts';

/** A row for the due index. Its key is the same however often the clock moves, so that a move rewrites the row and a firing happens once. */
export interface ClockDue {
  /** `resolution.1.breach`: unique within the case. */
  readonly key: string;
  readonly clock: ClockName;
  readonly cycle: number;
  readonly what: 'warning' | 'breach';
  readonly at: Instant;
}

/**
 * What is next due of a clock: its warning and its breach while it runs, and every breach that came and is not yet in the log. A paused clock has
 * none: it is written again when it resumes.
 */
export function dueEvents(clock: Clock): ClockDue[] {
  const { name, cycle, state, dueAt, warnAt, warned } = clock;
  const due: ClockDue[] = clock.breaches.filter(({ recorded }) => !recorded).map((breach) => dueEvent(name, breach.cycle, 'breach', breach.at));
  if (state !== 'running') return due;
  if (warnAt !== undefined && !warned) due.push(dueEvent(name, cycle, 'warning', warnAt));
  due.push(dueEvent(name, cycle, 'breach', dueAt));
  return due;
}

/**
 * What comes of a firing, given the clock as it stands now: the event to add to the case's log, or nothing where the clock has moved, stopped or
 * fired already. A breach bears the instant at which it came, however late the sweep was.
 */
export function fire({ cycle, what }: Pick<ClockDue, 'cycle' | 'what'>, clock: Clock | undefined, now: Instant): ClockFired | undefined {
  if (!clock) return undefined;
  if (what === 'breach') {
    const breach = clock.breaches.find((each) => each.cycle === cycle);
    return breach && !breach.recorded ? { type: 'breached', at: now, clock: clock.name, cycle, breachedAt: breach.at } : undefined;
  }
  const isDue = clock.cycle === cycle && clock.state === 'running' && !clock.warned && clock.warnAt !== undefined && hasCome(clock.warnAt, now);
  return isDue ? { type: 'warned', at: now, clock: clock.name, cycle } : undefined;
}

const dueEvent = (clock: ClockName, cycle: number, what: ClockDue['what'], at: Instant): ClockDue => ({
  key: `${clock}.${cycle}.${what}`,
  clock,
  cycle,
  what,
  at,
});

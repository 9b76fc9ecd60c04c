import type { Role } from '../../firms/permissions.ts';
import type { Instant } from '../../kernel/dates.ts';
import { hasCome } from '../../kernel/instants.ts';
import type { Person } from '../../kernel/person.ts';
import { type Clock, foldClocks } from '../clocks/clock.ts';
import type { ClockFired } from '../clocks/clock-event.ts';
import { dueEvents, fire } from '../clocks/due-events.ts';
import { type Act, type Case, withPeople } from './case.ts';
import { clockPolicy } from './clock-policy.ts';
import type { DeskSettings } from './desk-settings.ts';

/** A case’s clocks as they stand at an instant. */
export const clocksOf = ({ clockLog, kind }: Case, settings: DeskSettings, now?: Instant): readonly Clock[] =>
  foldClocks(clockLog, clockPolicy(kind, settings), settings.calendar, now);

/** When a clock of it next warns or is breached: undefined while none runs. What is past already is due now. */
export function nextFiring(clocks: readonly Clock[], now: Instant): Instant | undefined {
  const first = clocks
    .flatMap(dueEvents)
    .map(({ at }) => at)
    .sort()[0];
  return first !== undefined && first < now ? now : first;
}

/** By when somebody must act: the earliest promise that still runs, however late it is. Undefined where everything stands still or is done. */
export function promisedBy(clocks: readonly Clock[]): Instant | undefined {
  return clocks
    .filter(({ state, stoppedAt }) => stoppedAt === undefined && (state === 'running' || state === 'breached'))
    .map(({ dueAt }) => dueAt)
    .sort()[0];
}

/** Whether a promise is broken that still runs: somebody is kept waiting now. A pause does not undo it; an answer or an end does. */
export const isLate = (clocks: readonly Clock[]): boolean => clocks.some(({ state, stoppedAt }) => state === 'breached' && stoppedAt === undefined);

/** What has come of its clocks by now and is not yet in its log: each is told once. Undefined where there is nothing. */
export function fireClocks(
  before: Case,
  settings: DeskSettings,
  now: Instant,
): { readonly case: Case; readonly acts: readonly Omit<Act, 'case'>[]; readonly fired: readonly ClockFired[] } | undefined {
  const clocks = clocksOf(before, settings, now);
  const fired = clocks.flatMap((clock) =>
    dueEvents(clock)
      .filter(({ at }) => hasCome(at, now))
      .flatMap((due) => fire(due, clock, now) ?? []),
  );
  if (fired.length === 0) return undefined;
  const acts = fired.map((event) => ({
    type: `clock.${event.type}` as const,
    data: { clock: event.clock, cycle: event.cycle, ...(event.type === 'breached' && { breachedAt: event.breachedAt }) },
  }));
  return { case: { ...before, clockLog: [...before.clockLog, ...fired], version: before.version + 1 }, acts, fired };
}

/** Who is told of it: whoever has it and whoever watches; where nobody has it, the owners too. */
export function toldOf({ assignee, watchers }: Case, members: readonly (Person & { readonly role: Role })[]): readonly Person[] {
  return withPeople(assignee ? [assignee] : members.filter(({ role }) => role === 'owner'), watchers);
}

import fc from 'fast-check';
import { foldClock } from '../../../../domain/work/clocks/clock.ts';
import type { ClockEvent } from '../../../../domain/work/clocks/clock-event.ts';
import { type ClockPolicy, type ClockRule, clockNames, priorities } from '../../../../domain/work/clocks/policy.ts';
import { caseStateNames } from '../../../../domain/work/kinds/states.ts';
import { anyCalendar, type Placed } from '../calendars/any-calendar.ts';
import { policy } from './clocks.ts';

const target = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_500 }));
const anyRule: fc.Arbitrary<ClockRule> = fc
  .record({
    targets: fc.tuple(target, target, target, target),
    pauses: fc.constantFrom(['waiting'] as const, ['waiting', 'new'] as const, [] as const),
    warnAtPercent: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ targets: [low, normal, high, urgent], pauses, warnAtPercent }) => ({
    targets: { low, normal, high, urgent },
    pausesIn: pauses,
    warnAtPercent,
  }));

const state = fc.constantFrom('open', 'waiting', ...caseStateNames);
const priority = fc.constantFrom(...priorities);
type Step = {
  readonly type: 'moved' | 'prioritised' | 'answered';
  readonly after: number;
  readonly whenDue: boolean;
  readonly state: (typeof caseStateNames)[number];
  readonly priority: (typeof priorities)[number];
};
const step: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom('moved', 'moved', 'moved', 'prioritised', 'answered'),
  // In milliseconds: whole minutes as often as not, sometimes the very same instant.
  after: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 1_440 }).map((minutes) => minutes * 60_000),
    fc.integer({ min: 0, max: 1_440 * 60_000 }),
  ),
  // Or at the very instant at which the clock is due, if that comes soon.
  whenDue: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  state,
  priority,
});

const SOON_MS = 2 * 1_440 * 60_000;

export interface Lived extends Placed {
  readonly policy: ClockPolicy;
  readonly name: (typeof clockNames)[number];
  readonly log: readonly ClockEvent[];
  readonly nowMs: number;
}

/** Any case on any calendar under any policy, up to some moment after its last event. */
export const anyCase: fc.Arbitrary<Lived> = fc
  .record({
    placed: anyCalendar,
    name: fc.constantFrom(...clockNames),
    rule: anyRule,
    opens: fc.record({ after: fc.integer({ min: 0, max: 8 * 1_440 * 60_000 }), whole: fc.boolean(), state, priority }),
    steps: fc.array(step, { maxLength: 10 }),
    wait: fc.integer({ min: 0, max: 4 * 1_440 * 60_000 }),
  })
  .map(({ placed, name, rule, opens, steps, wait }) => {
    const sla = policy({ [name]: rule });
    let ms = placed.start * 60_000 + (opens.whole ? opens.after - (opens.after % 60_000) : opens.after);
    const log: ClockEvent[] = [{ type: 'opened', at: new Date(ms).toISOString(), state: opens.state, priority: opens.priority }];
    for (const { type, after, whenDue, ...to } of steps) {
      const dueMs = whenDue ? Date.parse(foldClock(name, log, sla, placed.calendar)?.dueAt ?? '') : Number.NaN;
      ms = dueMs >= ms && dueMs < ms + SOON_MS ? dueMs : ms + after;
      const at = new Date(ms).toISOString();
      if (type === 'moved') log.push({ type, at, state: to.state });
      else if (type === 'prioritised') log.push({ type, at, priority: to.priority });
      else log.push({ type, at });
    }
    return { ...placed, name, policy: sla, log, nowMs: ms + wait };
  });

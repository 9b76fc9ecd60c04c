import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../../domain/work/calendars/calendar.ts';
import { instantOf } from '../../../../domain/work/calendars/minute.ts';
import { addOpenMinutes, openMinutesBetween } from '../../../../domain/work/calendars/open-minutes.ts';
import { foldClock } from '../../../../domain/work/clocks/clock.ts';
import { dueEvents, fire } from '../../../../domain/work/clocks/due-events.ts';
import { explainClock } from '../../../../domain/work/clocks/explain.ts';
import { anyCalendar, WINDOW_DAYS } from '../calendars/any-calendar.ts';
import { openMinutes } from '../calendars/minute-by-minute.ts';
import { anyCase } from './any-log.ts';
import { walkClock } from './clock-by-minutes.ts';
import { moved, opened, policy, rule } from './clocks.ts';

const RUNS = 10_000;
const CHUNKS = 10;
const iso = (ms: number): string => new Date(ms).toISOString();
/** Minute by minute: the minute before a due time was open. */
const landsInOpenTime = (calendar: Calendar, dueAt: string): boolean => openMinutesBetween(calendar, iso(Date.parse(dueAt) - 60_000), dueAt) === 1;

describe(`${RUNS} cases agree with living through them minute by minute`, () => {
  test.each(Array.from({ length: CHUNKS }, (_, i) => i + 1))('part %i', (chunk) => {
    fc.assert(
      fc.property(anyCase, ({ name, log, policy: sla, calendar, start, nowMs }) => {
        const walked = walkClock(name, log, sla, openMinutes(calendar, start, WINDOW_DAYS * 1440), start, nowMs);
        const clock = foldClock(name, log, sla, calendar, iso(nowMs));
        expect(
          clock && { cycle: clock.cycle, state: clock.state, elapsed: clock.elapsedMinutes, paused: clock.pausedMinutes, breached: clock.breachedAt },
        ).toEqual(
          walked && {
            cycle: walked.cycle,
            state: walked.state,
            elapsed: walked.elapsed,
            paused: walked.paused,
            breached: walked.breachedAtMs && iso(walked.breachedAtMs),
          },
        );
        if (walked?.due !== undefined) expect(clock?.dueAt).toBe(instantOf(walked.due));
      }),
      { numRuns: RUNS / CHUNKS, seed: chunk },
    );
  });
});

test('a due time lies in open time, and so does a warning, which comes before it', () => {
  fc.assert(
    fc.property(anyCase, ({ name, log, policy: sla, calendar, nowMs }) => {
      const clock = foldClock(name, log, sla, calendar, iso(nowMs));
      if (!clock) return;
      expect(landsInOpenTime(calendar, clock.dueAt)).toBe(true);
      if (clock.warnAt === undefined) return;
      expect(clock.warnAt < clock.dueAt).toBe(true);
      expect(landsInOpenTime(calendar, clock.warnAt)).toBe(true);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

test('pausing and resuming commutes with adding minutes: the due time moves by the working minutes of the pause', () => {
  const gap = fc.integer({ min: 0, max: 6 * 1_440 });
  fc.assert(
    fc.property(anyCalendar, gap, gap, gap, fc.integer({ min: 1, max: 3_000 }), ({ calendar, start }, opens, works, waits, minutes) => {
      const [a, b, c] = [instantOf(start + opens), instantOf(start + opens + works), instantOf(start + opens + works + waits)];
      fc.pre(openMinutesBetween(calendar, a, b) < minutes);
      const sla = policy({ resolution: rule(minutes) });
      const pause = openMinutesBetween(calendar, b, c);
      const clock = foldClock('resolution', [opened(a), moved(b, 'waiting'), moved(c, 'open')], sla, calendar);
      expect(clock).toMatchObject({ pausedMinutes: pause, dueAt: addOpenMinutes(calendar, a, minutes + pause) });
      // What waits is due as if it went on now; going on now makes it so.
      expect(foldClock('resolution', [opened(a), moved(b, 'waiting')], sla, calendar, c)).toMatchObject({
        pausedMinutes: pause,
        dueAt: clock?.dueAt,
      });
    }),
    { numRuns: 2_000, seed: 2 },
  );
});

test('an explanation has no holes, adds up to the figures, and ends with the target when it is due', () => {
  fc.assert(
    fc.property(anyCase, ({ name, log, policy: sla, calendar, nowMs }) => {
      const clock = foldClock(name, log, sla, calendar, iso(nowMs));
      const lines = explainClock(name, log, sla, calendar, iso(nowMs));
      if (!clock) {
        expect(lines).toEqual([]);
        return;
      }
      const sum = (what: string, expected?: boolean) =>
        lines
          .filter((line) => line.what === what && (expected === undefined || line.expected === expected))
          .reduce((all, { minutes }) => all + minutes, 0);
      expect([sum('open', false), sum('paused'), sum('closed'), sum('holiday')]).toEqual([clock.elapsedMinutes, clock.pausedMinutes, 0, 0]);
      expect(lines.every(({ from }, i) => i === 0 || from === lines[i - 1]?.to)).toBe(true);
      expect(lines.every(({ total, what, minutes }, i) => total === (lines[i - 1]?.total ?? 0) + (what === 'open' ? minutes : 0))).toBe(true);
      expect(lines.map(({ why }) => why.en + why.ar).join()).not.toMatch(/[{}]|undefined|NaN/);
      if (clock.state === 'running' || clock.state === 'paused')
        expect(lines.at(-1)).toMatchObject({ to: clock.dueAt, total: clock.targetMinutes, what: 'open' });
      else if (lines.some(({ total }) => total >= clock.targetMinutes))
        expect(lines.find(({ total }) => total === clock.targetMinutes)?.to).toBe(clock.dueAt);
    }),
    { numRuns: 2_000, seed: 3 },
  );
});

test('every breach is fired once, at its instant, whenever the sweep comes; a warning only while it still warns', () => {
  fc.assert(
    fc.property(anyCase, ({ name, log, policy: sla, calendar, nowMs }) => {
      const now = iso(nowMs);
      const lived = [...log];
      for (let clock = foldClock(name, lived, sla, calendar, now), left = 40; clock && left > 0; left--) {
        const due = dueEvents(clock).filter(({ at }) => at <= now);
        expect(new Set(due.map(({ key }) => key)).size).toBe(due.length);
        const [first] = due;
        if (!first) break;
        const fired = fire(first, clock, now);
        // Whatever the index holds and has come is decided, or the sweep would meet it for ever.
        expect(fired).toMatchObject({ clock: name, cycle: first.cycle, ...(first.what === 'breach' && { breachedAt: first.at }) });
        if (!fired) return;
        lived.push(fired);
        clock = foldClock(name, lived, sla, calendar, now);
        expect(fire(first, clock, now)).toBeUndefined();
      }
      const before = foldClock(name, log, sla, calendar, now);
      const after = foldClock(name, lived, sla, calendar, now);
      expect(after?.breaches.map(({ cycle, at }) => [cycle, at])).toEqual(before?.breaches.map(({ cycle, at }) => [cycle, at]));
      expect(after?.breaches.every(({ recorded }) => recorded) ?? true).toBe(true);
      expect(after?.state).toBe(before?.state);
    }),
    { numRuns: 2_000, seed: 4 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNotCalendar } from '../../../../domain/work/calendars/check-calendar.ts';
import { instantOf } from '../../../../domain/work/calendars/minute.ts';
import { addOpenMinutes, nextOpen, openMinutesBetween } from '../../../../domain/work/calendars/open-minutes.ts';
import { openStretches } from '../../../../domain/work/calendars/open-stretches.ts';
import { anyCalendar, WINDOW_DAYS } from './any-calendar.ts';
import { openMinutes } from './minute-by-minute.ts';

const LENGTH = WINDOW_DAYS * 1440;
const RUNS = 10_000;
const CHUNKS = 10;

const asked = fc.record({
  placed: anyCalendar,
  from: fc.integer({ min: 0, max: 14 * 1440 }),
  span: fc.integer({ min: 0, max: 14 * 1440 }),
  add: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 6_000 })),
});

describe(`${RUNS} calendars agree, minute by minute, with what the wall clock reads`, () => {
  test.each(Array.from({ length: CHUNKS }, (_, i) => i + 1))('part %i', (chunk) => {
    fc.assert(
      fc.property(asked, ({ placed: { calendar, start }, from, span, add }) => {
        const open = openMinutes(calendar, start, LENGTH);
        const at = (i: number) => instantOf(start + i);

        let between = 0;
        for (let i = from; i < from + span; i++) between += open[i] ?? 0;
        expect(openMinutesBetween(calendar, at(from), at(from + span))).toBe(between);

        let next = from;
        while (next < LENGTH && !open[next]) next++;
        if (next < LENGTH) expect(nextOpen(calendar, at(from))).toBe(at(next));

        const landed = earliest(open, from, add);
        if (landed !== undefined) {
          const due = addOpenMinutes(calendar, at(from), add);
          expect(due).toBe(at(landed));
          expect(openMinutesBetween(calendar, at(from), due)).toBe(add);
        }
      }),
      { numRuns: RUNS / CHUNKS, seed: chunk },
    );
  });
});

/** Where so many open minutes have passed, walking; in open time, or at its close. */
function earliest(open: Uint8Array, from: number, minutes: number): number | undefined {
  let i = from;
  for (let left = minutes; left > 0; i++) {
    if (i >= open.length) return undefined;
    left -= open[i] ?? 0;
  }
  if (minutes > 0) return i;
  if (from > 0 && open[from - 1]) return from;
  while (i < open.length && !open[i]) i++;
  return i < open.length ? i : undefined;
}

test('every calendar that is tried is one that is let in', () => {
  fc.assert(
    fc.property(anyCalendar, ({ calendar }) => {
      expect(whyNotCalendar(calendar)).toBeUndefined();
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('adding minutes in two steps is adding them in one, and whatever was added has passed', () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 0, max: 2_000 }), ({ placed: { calendar, start }, from, add }, more) => {
      const at = instantOf(start + from);
      const then = addOpenMinutes(calendar, at, add);
      expect(addOpenMinutes(calendar, then, more)).toBe(addOpenMinutes(calendar, at, add + more));
      expect(openMinutesBetween(calendar, at, then)).toBe(add);
    }),
    { numRuns: 2_000, seed: 2 },
  );
});

test('spans add up, and the stretches of a span leave nothing out and hold as many minutes as are open', () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 0, max: 14 * 1440 }), ({ placed: { calendar, start }, from, span }, more) => {
      const [a, b, c] = [start + from, start + from + span, start + from + span + more];
      const open = openMinutesBetween(calendar, instantOf(a), instantOf(c));
      expect(openMinutesBetween(calendar, instantOf(a), instantOf(b)) + openMinutesBetween(calendar, instantOf(b), instantOf(c))).toBe(open);
      let whole = true;
      let end = a;
      let sum = 0;
      for (const stretch of openStretches(calendar, a, c)) {
        whole &&= stretch.from === end && stretch.to > stretch.from;
        end = stretch.to;
        if (stretch.open) sum += stretch.to - stretch.from;
      }
      expect([whole, end, sum]).toEqual([true, c, open]);
    }),
    { numRuns: 2_000, seed: 3 },
  );
});

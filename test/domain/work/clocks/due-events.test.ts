import { expect, test } from 'vitest';
import { foldClock } from '../../../../domain/work/clocks/clock.ts';
import type { ClockEvent } from '../../../../domain/work/clocks/clock-event.ts';
import { dueEvents, fire } from '../../../../domain/work/clocks/due-events.ts';
import { calendar, utc } from '../calendars/calendars.ts';
import { answered, moved, opened, policy, rule } from './clocks.ts';

const sla = policy({ nextUpdate: rule(60), resolution: rule(240, { warnAtPercent: 75 }) });
const at = (log: readonly ClockEvent[], now: string, name: 'nextUpdate' | 'resolution' = 'resolution') => {
  const clock = foldClock(name, log, sla, calendar(), utc(now));
  if (!clock) throw new Error('no clock');
  return clock;
};
const friday = opened('2024-01-05 09:00');
const wait = moved('2024-01-05 11:00', 'waiting');
const resume = moved('2024-01-05 12:00', 'open');
const warning = { cycle: 1, what: 'warning' } as const;
const breach = { cycle: 1, what: 'breach' } as const;

test('a running clock is due twice: to warn and to be breached', () => {
  expect(dueEvents(at([friday], '2024-01-05 09:00'))).toEqual([
    { key: 'resolution.1.warning', clock: 'resolution', cycle: 1, what: 'warning', at: utc('2024-01-05 12:00') },
    { key: 'resolution.1.breach', clock: 'resolution', cycle: 1, what: 'breach', at: utc('2024-01-05 13:00') },
  ]);
});

test('a pause takes both back, and resuming puts them later under the same keys', () => {
  expect(dueEvents(at([friday, wait], '2024-01-05 11:30'))).toEqual([]);
  expect(dueEvents(at([friday, wait, resume], '2024-01-05 12:00')).map(({ key, at: when }) => [key, when])).toEqual([
    ['resolution.1.warning', utc('2024-01-05 13:00')],
    ['resolution.1.breach', utc('2024-01-05 14:00')],
  ]);
});

test('a firing decides nothing where the clock has moved, paused, stopped or is gone', () => {
  expect(fire(warning, at([friday, wait, resume], '2024-01-05 12:30'), utc('2024-01-05 12:30'))).toBeUndefined();
  expect(fire(breach, at([friday, wait, resume], '2024-01-05 13:30'), utc('2024-01-05 13:30'))).toBeUndefined();
  expect(fire(breach, at([friday, wait], '2024-01-08 13:00'), utc('2024-01-08 13:00'))).toBeUndefined();
  expect(fire(breach, at([friday, moved('2024-01-05 12:59', 'resolved')], '2024-01-05 13:00'), utc('2024-01-05 13:00'))).toBeUndefined();
  expect(fire(breach, undefined, utc('2024-01-05 13:00'))).toBeUndefined();
});

test('a warning is written once, and no more after it', () => {
  const now = utc('2024-01-05 12:00');
  const warned = fire(warning, at([friday], '2024-01-05 12:00'), now);
  expect(warned).toEqual({ type: 'warned', at: now, clock: 'resolution', cycle: 1 });
  const clock = at([friday, ...(warned ? [warned] : [])], '2024-01-05 12:01');
  expect(fire(warning, clock, utc('2024-01-05 12:01'))).toBeUndefined();
  expect(dueEvents(clock).map(({ key }) => key)).toEqual(['resolution.1.breach']);
});

test('a sweep that comes late writes the breach as of when it was, and leaves the warning out', () => {
  const now = utc('2024-01-06 03:00');
  const clock = at([friday], '2024-01-06 03:00');
  expect(fire(warning, clock, now)).toBeUndefined();
  expect(fire(breach, clock, now)).toEqual({ type: 'breached', at: now, clock: 'resolution', cycle: 1, breachedAt: utc('2024-01-05 13:00') });
});

test('a breach that was answered before the sweep came is still written, once', () => {
  const log: ClockEvent[] = [friday, moved('2024-01-05 14:00', 'resolved')];
  const clock = at(log, '2024-01-05 15:00');
  expect(dueEvents(clock)).toEqual([{ key: 'resolution.1.breach', clock: 'resolution', cycle: 1, what: 'breach', at: utc('2024-01-05 13:00') }]);
  const written = fire(breach, clock, utc('2024-01-05 15:00'));
  expect(written).toMatchObject({ breachedAt: utc('2024-01-05 13:00') });
  expect(dueEvents(at([...log, ...(written ? [written] : [])], '2024-01-05 16:00'))).toEqual([]);
});

test('the next cycle has keys of its own, and an earlier one that was late is still written', () => {
  const log = [friday, answered('2024-01-05 09:10'), answered('2024-01-05 10:30')];
  expect(dueEvents(at(log, '2024-01-05 10:30', 'nextUpdate')).map(({ key, at: when }) => [key, when])).toEqual([
    ['nextUpdate.1.breach', utc('2024-01-05 10:10')],
    ['nextUpdate.2.breach', utc('2024-01-05 11:30')],
  ]);
});

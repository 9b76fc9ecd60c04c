import { describe, expect, test } from 'vitest';
import { clockFigures, foldClock, foldClocks } from '../../../../domain/work/clocks/clock.ts';
import type { ClockEvent } from '../../../../domain/work/clocks/clock-event.ts';
import { alwaysOpen, calendar, holiday, nineToFive, utc, week } from '../calendars/calendars.ts';
import { answered, moved, opened, policy, prioritised, rule } from './clocks.ts';

const HOUR = 60;
const office = calendar();
const resolution = (log: readonly ClockEvent[], now?: string, clocks = { resolution: rule(4 * HOUR) }) =>
  foldClock('resolution', log, policy(clocks), office, now && utc(now));

// 5 January 2024 is a Friday. Office hours are Monday to Friday, nine to five.
const friday = opened('2024-01-05 14:00');
const paused = [friday, moved('2024-01-05 16:00', 'waiting')];

describe('W1: a pause moves the due time by the working minutes in it, and by no other', () => {
  test('Friday 14:00 and 4 hours, paused from Friday 16:00 to Monday 09:00: due on Monday at 11:00', () => {
    const clock = resolution([...paused, moved('2024-01-08 09:00', 'open')], '2024-01-08 09:00');
    expect(clock).toMatchObject({ dueAt: utc('2024-01-08 11:00'), state: 'running', elapsedMinutes: 120, pausedMinutes: 60 });
  });

  test.each([
    ['without a pause', [], '2024-01-08 10:00', 0],
    ['paused while closed', [moved('2024-01-05 17:00', 'waiting'), moved('2024-01-08 09:00', 'open')], '2024-01-08 10:00', 0],
    ['paused over the weekend alone', [moved('2024-01-06 03:00', 'waiting'), moved('2024-01-07 23:00', 'open')], '2024-01-08 10:00', 0],
    ['paused for an hour of work', [moved('2024-01-05 15:00', 'waiting'), moved('2024-01-05 16:00', 'open')], '2024-01-08 11:00', 60],
    ['paused for the last minute of the day', [moved('2024-01-05 16:59', 'waiting'), moved('2024-01-06 12:00', 'open')], '2024-01-08 10:01', 1],
    ['paused for days', [moved('2024-01-05 15:00', 'waiting'), moved('2024-01-10 12:00', 'open')], '2024-01-10 15:00', 2 * 60 + 2 * 480 + 3 * 60],
    [
      'paused twice',
      [
        moved('2024-01-05 15:00', 'waiting'),
        moved('2024-01-05 15:20', 'open'),
        moved('2024-01-05 15:30', 'waiting'),
        moved('2024-01-05 15:40', 'open'),
      ],
      '2024-01-08 10:30',
      30,
    ],
    [
      'paused for less than a minute',
      [moved('2024-01-05T15:00:10.000Z', 'waiting'), moved('2024-01-05T15:00:50.000Z', 'open')],
      '2024-01-08 10:00',
      0,
    ],
    [
      'paused twice over, which is once',
      [moved('2024-01-05 15:00', 'waiting'), moved('2024-01-05 15:30', 'waiting'), moved('2024-01-05 16:00', 'open')],
      '2024-01-08 11:00',
      60,
    ],
  ] as const)('%s', (_, log, due, minutes) => {
    expect(resolution([friday, ...log])).toMatchObject({ dueAt: utc(due), pausedMinutes: minutes });
  });

  test('while it is paused it is due as if it went on now, in working minutes', () => {
    expect(resolution(paused)).toMatchObject({ state: 'paused', dueAt: utc('2024-01-08 10:00'), pausedMinutes: 0 });
    expect(resolution(paused, '2024-01-05 16:30')).toMatchObject({
      state: 'paused',
      dueAt: utc('2024-01-08 10:30'),
      pausedMinutes: 30,
      elapsedMinutes: 120,
    });
    expect(resolution(paused, '2024-01-07 12:00')).toMatchObject({
      state: 'paused',
      dueAt: utc('2024-01-08 11:00'),
      pausedMinutes: 60,
      elapsedMinutes: 120,
    });
    expect(resolution(paused, '2024-02-01 12:00')?.breachedAt).toBeUndefined();
  });

  test('a case that is opened waiting has not used a minute until somebody may work on it', () => {
    const log = [opened('2024-01-05 14:00', 'normal', 'waiting'), moved('2024-01-08 09:00', 'open')];
    expect(resolution(log)).toMatchObject({ dueAt: utc('2024-01-08 13:00'), elapsedMinutes: 0, pausedMinutes: 180 });
  });
});

describe('W2: how a clock ends', () => {
  const due = '2024-01-08 10:00';
  test.each([
    [
      'resolved before it was due',
      [moved('2024-01-08 09:30', 'resolved')],
      { state: 'met', elapsedMinutes: 210, stoppedAt: utc('2024-01-08 09:30') },
    ],
    ['resolved at the very instant', [moved(due, 'resolved')], { state: 'met', elapsedMinutes: 240 }],
    [
      'resolved a millisecond later',
      [moved('2024-01-08T10:00:00.001Z', 'resolved')],
      { state: 'breached', elapsedMinutes: 240, breachedAt: utc(due) },
    ],
    ['resolved while closed', [moved('2024-01-06 12:00', 'resolved')], { state: 'met', elapsedMinutes: 180, dueAt: utc(due) }],
    ['put on hold at the very instant', [moved(due, 'waiting')], { state: 'breached', breachedAt: utc(due) }],
    ['cancelled in time', [moved('2024-01-08 09:30', 'cancelled')], { state: 'cancelled', elapsedMinutes: 210 }],
    ['cancelled too late', [moved('2024-01-08 11:00', 'cancelled')], { state: 'breached', breachedAt: utc(due), stoppedAt: utc('2024-01-08 11:00') }],
    [
      'resolved, and closed later',
      [moved('2024-01-08 09:30', 'resolved'), moved('2024-02-08 09:30', 'closed')],
      { state: 'met', stoppedAt: utc('2024-01-08 09:30'), elapsedMinutes: 210 },
    ],
    ['resolved, and then told about', [moved('2024-01-08 09:30', 'resolved'), answered('2024-01-09 09:30')], { state: 'met', pausedMinutes: 0 }],
    ['never', [], { state: 'breached', breachedAt: utc(due), elapsedMinutes: 180 + 23 * 480 }],
  ] as const)('%s', (_, log, expected) => {
    expect(resolution([friday, ...log], '2024-02-08 09:00')).toMatchObject(expected);
  });

  test('a breach is noticed at the instant it is due, not before', () => {
    expect(resolution([friday], '2024-01-08 09:59')?.state).toBe('running');
    expect(resolution([friday], due)?.state).toBe('breached');
  });

  test('one that is due at closing time is breached then, not at the next opening', () => {
    const log = [opened('2024-01-05 13:00')];
    expect(resolution(log, '2024-01-05 16:59')).toMatchObject({ state: 'running', dueAt: utc('2024-01-05 17:00') });
    expect(resolution(log, '2024-01-05 17:00')).toMatchObject({ state: 'breached', breachedAt: utc('2024-01-05 17:00') });
    expect(resolution([...log, moved('2024-01-06 10:00', 'resolved')])).toMatchObject({ state: 'breached' });
  });
});

describe('W2: reopening resumes', () => {
  const resolved = [friday, moved('2024-01-05 16:00', 'resolved')];

  test('what was used stays used, and what passed in between is not counted', () => {
    const clock = resolution([...resolved, moved('2024-01-09 09:00', 'open')], '2024-01-09 10:00');
    expect(clock).toMatchObject({
      state: 'running',
      elapsedMinutes: 180,
      pausedMinutes: 60 + 480,
      dueAt: utc('2024-01-09 11:00'),
      startedAt: utc('2024-01-05 14:00'),
    });
    expect(clock?.stoppedAt).toBeUndefined();
  });
  test('from cancelled too', () => {
    expect(resolution([friday, moved('2024-01-05 16:00', 'cancelled'), moved('2024-01-09 09:00', 'open')])).toMatchObject({
      state: 'running',
      elapsedMinutes: 120,
    });
  });
  test('a breach stays recorded', () => {
    const log = [friday, moved('2024-01-08 12:00', 'resolved'), moved('2024-01-09 09:00', 'open')];
    expect(resolution(log)).toMatchObject({ state: 'breached', breachedAt: utc('2024-01-08 10:00') });
    expect(resolution([...log, moved('2024-01-09 09:01', 'resolved')])).toMatchObject({ state: 'breached', breachedAt: utc('2024-01-08 10:00') });
  });
  test('with nothing left, the promise is broken on reopening', () => {
    const log = [friday, moved('2024-01-08 10:00', 'resolved')];
    expect(resolution(log)?.state).toBe('met');
    expect(resolution([...log, moved('2024-01-09 09:00', 'open')])).toMatchObject({ state: 'breached', breachedAt: utc('2024-01-09 09:00') });
  });
  test('into waiting, it stands still', () => {
    expect(resolution([...resolved, moved('2024-01-09 09:00', 'waiting')], '2024-01-09 12:00')).toMatchObject({
      state: 'paused',
      elapsedMinutes: 120,
      pausedMinutes: 60 + 480 + 180,
    });
  });
});

describe('W2: a priority change keeps what was used and moves the target', () => {
  const clocks = { resolution: rule(4 * HOUR, { targets: { low: 16 * HOUR, urgent: HOUR } }) };
  test.each([
    ['to a longer one', '2024-01-05 15:00', 'low', { dueAt: utc('2024-01-09 14:00'), state: 'running', elapsedMinutes: 60, targetMinutes: 960 }],
    ['to a shorter one, with time left', '2024-01-05 14:30', 'urgent', { dueAt: utc('2024-01-05 15:00'), state: 'running', elapsedMinutes: 30 }],
    [
      'to a shorter one that is used up: breached when it was promised, not before',
      '2024-01-05 16:00',
      'urgent',
      { dueAt: utc('2024-01-05 15:00'), state: 'breached', breachedAt: utc('2024-01-05 16:00') },
    ],
  ] as const)('%s', (_, at, priority, expected) => {
    expect(resolution([friday, prioritised(at, priority)], undefined, clocks)).toMatchObject(expected);
  });
  test('it counts while the clock is paused, too', () => {
    expect(resolution([...paused, prioritised('2024-01-05 16:30', 'urgent')], undefined, clocks)).toMatchObject({
      state: 'breached',
      breachedAt: utc('2024-01-05 16:30'),
    });
    expect(resolution([...paused, prioritised('2024-01-05 16:30', 'low'), moved('2024-01-08 09:00', 'open')], undefined, clocks)).toMatchObject({
      dueAt: utc('2024-01-09 15:00'),
    });
  });
  test('a breach under the old target stays', () => {
    expect(resolution([friday, prioritised('2024-01-08 11:00', 'low')], undefined, clocks)).toMatchObject({
      state: 'breached',
      breachedAt: utc('2024-01-08 10:00'),
      dueAt: utc('2024-01-09 14:00'),
    });
  });
  test('what is over keeps the target that it was held to, until it is reopened', () => {
    const log = [friday, moved('2024-01-05 16:00', 'resolved'), prioritised('2024-01-05 16:30', 'urgent')];
    expect(resolution(log, undefined, clocks)).toMatchObject({ state: 'met', targetMinutes: 240 });
    expect(resolution([...log, moved('2024-01-08 09:00', 'open')], undefined, clocks)).toMatchObject({ state: 'breached', targetMinutes: 60 });
  });
});

describe('W2: a corrected calendar is folded again', () => {
  const log = [opened('2024-04-08 14:00')];
  const corrected = calendar({ version: 2, holidays: [holiday('2024-04-09', '2024-04-11')] });
  test('a holiday that was announced late moves what is open', () => {
    expect(foldClock('resolution', log, policy(), office)).toMatchObject({
      dueAt: utc('2024-04-09 10:00'),
      calendar: { id: 'cal_office', version: 1 },
    });
    expect(foldClock('resolution', log, policy(), corrected)).toMatchObject({
      dueAt: utc('2024-04-12 10:00'),
      calendar: { id: 'cal_office', version: 2 },
    });
  });
  test('but a breach that was recorded stays', () => {
    const noted: ClockEvent = { type: 'breached', at: utc('2024-04-09 10:01'), clock: 'resolution', cycle: 1, breachedAt: utc('2024-04-09 10:00') };
    expect(foldClock('resolution', [...log, noted], policy(), corrected)).toMatchObject({
      state: 'breached',
      breachedAt: utc('2024-04-09 10:00'),
      dueAt: utc('2024-04-12 10:00'),
    });
  });
  test('another version of the policy moves the target and keeps what was used', () => {
    expect(foldClock('resolution', log, policy({ resolution: rule(HOUR) }, { version: 2 }), office, utc('2024-04-08 14:30'))).toMatchObject({
      dueAt: utc('2024-04-08 15:00'),
      elapsedMinutes: 30,
      policy: { version: 2 },
    });
  });
});

describe('first response', () => {
  const first = (log: readonly ClockEvent[], now?: string) =>
    foldClock('firstResponse', log, policy({ firstResponse: rule(HOUR) }), office, now && utc(now));
  test.each([
    ['runs from the opening', [], '2024-01-05 14:30', { state: 'running', dueAt: utc('2024-01-05 15:00'), elapsedMinutes: 30 }],
    [
      'is met by the first answer',
      [answered('2024-01-05 14:30')],
      '2024-01-09 12:00',
      { state: 'met', elapsedMinutes: 30, stoppedAt: utc('2024-01-05 14:30') },
    ],
    [
      'is met once: a later answer or reopening changes nothing',
      [answered('2024-01-05 14:30'), moved('2024-01-05 15:30', 'resolved'), moved('2024-01-08 09:00', 'open'), answered('2024-01-08 10:00')],
      '2024-01-09 12:00',
      { state: 'met', elapsedMinutes: 30, pausedMinutes: 0 },
    ],
    [
      'is late with a late answer',
      [answered('2024-01-08 09:00')],
      undefined,
      { state: 'breached', breachedAt: utc('2024-01-05 15:00'), elapsedMinutes: 180 },
    ],
    ['is met by resolving without a word', [moved('2024-01-05 14:45', 'resolved')], undefined, { state: 'met', elapsedMinutes: 45 }],
    ['is not asked for when the case is cancelled', [moved('2024-01-05 14:45', 'cancelled')], '2024-01-09 12:00', { state: 'cancelled' }],
  ] as const)('%s', (_, log, now, expected) => {
    expect(first([friday, ...log], now)).toMatchObject(expected);
  });
});

describe('next update', () => {
  const next = (log: readonly ClockEvent[], now?: string) =>
    foldClock('nextUpdate', [friday, ...log], policy({ nextUpdate: rule(HOUR) }), office, now && utc(now));
  test('has not started before the first answer', () => {
    expect(next([moved('2024-01-05 14:20', 'waiting')], '2024-01-09 12:00')).toBeUndefined();
  });
  test('runs anew from every answer', () => {
    expect(next([answered('2024-01-05 14:30')])).toMatchObject({
      cycle: 1,
      startedAt: utc('2024-01-05 14:30'),
      dueAt: utc('2024-01-05 15:30'),
      state: 'running',
    });
    expect(next([answered('2024-01-05 14:30'), answered('2024-01-05 15:10')])).toMatchObject({
      cycle: 2,
      startedAt: utc('2024-01-05 15:10'),
      dueAt: utc('2024-01-05 16:10'),
      elapsedMinutes: 0,
      breaches: [],
    });
  });
  test('a late answer begins the next, and its lateness stays', () => {
    const clock = next([answered('2024-01-05 14:30'), answered('2024-01-05 16:00')], '2024-01-05 16:10');
    expect(clock).toMatchObject({
      cycle: 2,
      state: 'running',
      elapsedMinutes: 10,
      breaches: [{ cycle: 1, at: utc('2024-01-05 15:30'), recorded: false }],
    });
    expect(clock?.breachedAt).toBeUndefined();
  });
  test('stands still while waiting, and ends with the case', () => {
    const log = [answered('2024-01-05 14:30'), moved('2024-01-05 14:40', 'waiting')];
    expect(next(log, '2024-01-05 16:00')).toMatchObject({ state: 'paused', elapsedMinutes: 10, pausedMinutes: 80 });
    expect(next([...log, moved('2024-01-05 16:00', 'resolved')], '2024-01-09 12:00')).toMatchObject({ state: 'met', elapsedMinutes: 10 });
  });
  test('a word after the end begins nothing that could be late, until the case is reopened', () => {
    const log = [answered('2024-01-05 14:30'), moved('2024-01-05 14:40', 'resolved'), answered('2024-01-05 14:50')];
    expect(next(log, '2024-02-05 12:00')).toMatchObject({ cycle: 2, state: 'met', elapsedMinutes: 0 });
    expect(next([...log, moved('2024-01-08 09:00', 'open')], '2024-01-08 09:30')).toMatchObject({
      cycle: 2,
      state: 'running',
      elapsedMinutes: 30,
      dueAt: utc('2024-01-08 10:00'),
    });
  });
});

describe('W3: on other calendars', () => {
  test.each([
    [
      'split shifts: the hours between are closed',
      calendar({
        weeks: [
          week({
            fri: [
              ['09:00', '13:00'],
              ['16:00', '20:00'],
            ],
          }),
        ],
      }),
      '2024-01-05 12:00',
      ['2024-01-05 12:30', '2024-01-05 16:30'],
      '2024-01-05 20:00',
      240,
    ],
    [
      'day and night: a pause is as long as it is',
      alwaysOpen('Africa/Cairo'),
      '2024-04-25 20:00',
      ['2024-04-25 21:00', '2024-04-25 23:00'],
      '2024-04-26 02:00',
      240,
    ],
    [
      'a pause over a holiday that spans a weekend',
      calendar({ holidays: [holiday('2024-04-05', '2024-04-08')] }),
      '2024-04-04 16:00',
      ['2024-04-04 16:30', '2024-04-09 10:00'],
      '2024-04-09 13:30',
      240,
    ],
    [
      'a pause across the new year',
      calendar({ holidays: [holiday('2024-01-01')] }),
      '2023-12-29 14:00',
      ['2023-12-29 16:00', '2024-01-02 09:00'],
      '2024-01-02 11:00',
      240,
    ],
    [
      'a short day',
      calendar({ holidays: [holiday('2024-01-05', '2024-01-05', [['09:00', '12:00']])] }),
      '2024-01-05 10:00',
      ['2024-01-05 11:00', '2024-01-08 09:30'],
      '2024-01-08 12:30',
      240,
    ],
    [
      'a leap day',
      calendar({ weeks: [week({ thu: nineToFive, fri: nineToFive })] }),
      '2024-02-29 14:00',
      ['2024-02-29 16:00', '2024-03-01 09:00'],
      '2024-03-01 11:00',
      240,
    ],
  ] as const)('%s', (_, hours, from, [wait, resume], due, minutes) => {
    const log = [opened(from), moved(wait, 'waiting'), moved(resume, 'open')];
    expect(foldClock('resolution', log, policy({ resolution: rule(minutes) }), hours)?.dueAt).toBe(utc(due));
  });
});

test('a clock that the policy does not name is not kept, and none runs before the case is opened', () => {
  expect(foldClock('firstResponse', [friday], policy(), office)).toBeUndefined();
  expect(resolution([])).toBeUndefined();
});

test('the log is read in its order: what two hosts stamp the wrong way round happens one upon the other', () => {
  expect(resolution([friday, moved('2024-01-05T16:00:00.900Z', 'waiting'), moved('2024-01-05T15:59:59.800Z', 'resolved')])).toMatchObject({
    state: 'met',
    elapsedMinutes: 120,
    pausedMinutes: 0,
  });
  expect(resolution([friday], '2024-01-05 13:00')).toMatchObject({ state: 'running', elapsedMinutes: 0 });
});

test('on the wire a clock has five members', () => {
  const clocks = { firstResponse: rule(HOUR), nextUpdate: rule(HOUR), resolution: rule(4 * HOUR) };
  expect(foldClocks([friday, answered('2024-01-05 14:10')], policy(clocks), office, utc('2024-01-05 14:30')).map(clockFigures)).toEqual([
    { name: 'firstResponse', dueAt: utc('2024-01-05 15:00'), state: 'met', elapsedMinutes: 10, pausedMinutes: 0 },
    { name: 'nextUpdate', dueAt: utc('2024-01-05 15:10'), state: 'running', elapsedMinutes: 20, pausedMinutes: 0 },
    { name: 'resolution', dueAt: utc('2024-01-08 10:00'), state: 'running', elapsedMinutes: 30, pausedMinutes: 0 },
  ]);
});

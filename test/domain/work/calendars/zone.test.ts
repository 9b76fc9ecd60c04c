import { describe, expect, test } from 'vitest';
import { instantOf, minuteOf } from '../../../../domain/work/calendars/minute.ts';
import { instantOfLocal, isTimeZone, localTimeOf, offsetSpanAt } from '../../../../domain/work/calendars/zone.ts';
import { utc } from './calendars.ts';

test.each([
  ['Asia/Riyadh', '2024-07-01 09:00', '2024-07-01', '12:00'],
  ['Europe/London', '2024-03-31 00:59', '2024-03-31', '00:59'],
  ['Europe/London', '2024-03-31 01:00', '2024-03-31', '02:00'],
  ['Europe/London', '2024-10-27 00:59', '2024-10-27', '01:59'],
  ['Europe/London', '2024-10-27 01:00', '2024-10-27', '01:00'],
  // Cairo's clocks change at midnight: the day of the gap begins at one, the day of the overlap has its last hour twice.
  ['Africa/Cairo', '2024-04-25 21:59', '2024-04-25', '23:59'],
  ['Africa/Cairo', '2024-04-25 22:00', '2024-04-26', '01:00'],
  ['Africa/Cairo', '2024-10-31 20:59', '2024-10-31', '23:59'],
  ['Africa/Cairo', '2024-10-31 21:00', '2024-10-31', '23:00'],
  ['Asia/Kathmandu', '2024-01-01 00:00', '2024-01-01', '05:45'],
  ['America/St_Johns', '2024-01-01 00:00', '2023-12-31', '20:30'],
  ['Pacific/Kiritimati', '2023-12-31 10:00', '2024-01-01', '00:00'],
  ['UTC', '2024-02-29 23:59', '2024-02-29', '23:59'],
] as const)('in %s the clock on the wall at %s UTC reads %s %s', (zone, at, date, time) => {
  expect(localTimeOf(zone, utc(at))).toEqual({ date, time });
});

describe('a local time is an instant', () => {
  test.each([
    ['an ordinary time', 'Asia/Riyadh', '2024-07-01', '12:00', '2024-07-01 09:00', '2024-07-01 09:00'],
    ['a skipped time is moved on by what was skipped', 'Europe/London', '2024-03-31', '01:30', '2024-03-31 01:30', '2024-03-31 01:30'],
    ['a skipped midnight too', 'Africa/Cairo', '2024-04-26', '00:00', '2024-04-25 22:00', '2024-04-25 22:00'],
    ['the first minute after a gap', 'Europe/London', '2024-03-31', '02:00', '2024-03-31 01:00', '2024-03-31 01:00'],
    ['a repeated time is meant the first time, or the second', 'Europe/London', '2024-10-27', '01:30', '2024-10-27 00:30', '2024-10-27 01:30'],
    ['a repeated hour before midnight too', 'Africa/Cairo', '2024-10-31', '23:15', '2024-10-31 20:15', '2024-10-31 21:15'],
    ['a repeated half hour', 'Australia/Lord_Howe', '2024-04-07', '01:45', '2024-04-06 14:45', '2024-04-06 15:15'],
    ['a day that was left out, when Samoa crossed the date line', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30 22:00', '2011-12-30 22:00'],
  ] as const)('%s: %s %s %s', (_, zone, date, time, earlier, later) => {
    expect(instantOfLocal(zone, { date, time })).toBe(utc(earlier));
    expect(instantOfLocal(zone, { date, time }, 'later')).toBe(utc(later));
  });

  test('and back, at every quarter of an hour of two years', () => {
    for (const zone of ['Europe/London', 'Africa/Cairo', 'Asia/Riyadh', 'Australia/Lord_Howe']) {
      for (let minute = minuteOf(utc('2023-12-20 00:00')); minute < minuteOf(utc('2025-01-10 00:00')); minute += 15) {
        const local = localTimeOf(zone, instantOf(minute));
        if (instantOfLocal(zone, local) !== instantOf(minute)) expect(instantOfLocal(zone, local, 'later'), zone).toBe(instantOf(minute));
      }
    }
  });
});

test('spans of one offset follow each other without a gap, and hold the minute that was asked for', () => {
  for (let minute = minuteOf(utc('2024-01-01 00:00')); minute < minuteOf(utc('2025-01-01 00:00')); ) {
    const span = offsetSpanAt('Europe/London', minute);
    expect(span.from).toBeLessThanOrEqual(minute);
    expect(span.to).toBeGreaterThan(minute);
    expect(offsetSpanAt('Europe/London', span.to).from).toBe(span.to);
    minute = span.to;
  }
});

test.each(['Asia/Riyadh', 'Africa/Cairo', 'UTC', 'US/Eastern'])('%s is a time zone', (zone) => expect(isTimeZone(zone)).toBe(true));
test.each(['Mars/Olympus', '', '+03:00', 'Riyadh', 'Asia/Riyadh ', '3'])('%j is none', (zone) => expect(isTimeZone(zone)).toBe(false));

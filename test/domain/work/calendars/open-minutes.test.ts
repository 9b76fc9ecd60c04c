import { describe, expect, test } from 'vitest';
import { countryProfiles, profileFor, weekdays, workingWeekOn } from '../../../../domain/firms/country-profiles.ts';
import { addDays } from '../../../../domain/kernel/dates.ts';
import type { Calendar, Holiday } from '../../../../domain/work/calendars/calendar.ts';
import { whyNotCalendar } from '../../../../domain/work/calendars/check-calendar.ts';
import { firstCalendar } from '../../../../domain/work/calendars/first-calendar.ts';
import { addOpenMinutes, nextOpen, openMinutesBetween } from '../../../../domain/work/calendars/open-minutes.ts';
import { instantOfLocal, localTimeOf } from '../../../../domain/work/calendars/zone.ts';
import { describeFixtures, fixtureText } from '../../../fixtures.ts';
import { alwaysOpen, calendar, holiday, nineToFive, utc, week } from './calendars.ts';

const HOUR = 60;
const DAY = 8 * HOUR;
const name = { en: 'Office', ar: 'المكتب' };
const shifts = [
  ['09:00', '13:00'],
  ['16:00', '20:00'],
] as const;
const riyadh = calendar({ timeZone: 'Asia/Riyadh', weeks: [week({ sun: shifts, mon: shifts, tue: shifts, wed: shifts, thu: shifts })] });
const nights = calendar({
  timeZone: 'Europe/London',
  weeks: [week(Object.fromEntries(weekdays.map((day) => [day, [['00:30', '05:00']] as const])))],
});
const saudi = firstCalendar({ id: 'cal_sa', name, timeZone: 'Asia/Riyadh' }, countryProfiles.SA.workingWeeks);
const emirati = firstCalendar({ id: 'cal_ae', name, timeZone: 'Asia/Dubai' }, countryProfiles.AE.workingWeeks);
const cairo = calendar({ timeZone: 'Africa/Cairo', weeks: [week({ thu: [['22:00', '24:00']], fri: [['00:00', '02:00']] })] });
const eid = calendar({ holidays: [holiday('2024-04-05', '2024-04-08')] });

/** `2024-01-05 14:00` as it is read where the calendar is. */
const there = ({ timeZone }: Calendar, at: string) => {
  const [date = '', time = ''] = at.split(' ');
  return instantOfLocal(timeZone, { date, time });
};
const read = ({ timeZone }: Calendar, at: string) => Object.values(localTimeOf(timeZone, at)).join(' ');

describe('so many open minutes end', () => {
  test.each([
    ['after a weekend', calendar(), '2024-01-05 14:00', 4 * HOUR, '2024-01-08 10:00'],
    ['at closing time if they are the last of the day', calendar(), '2024-01-05 14:00', 3 * HOUR, '2024-01-05 17:00'],
    ['after the opening if they begin before it', calendar(), '2024-01-05 03:00', HOUR, '2024-01-05 10:00'],
    ['in the evening shift', riyadh, '2024-01-07 12:00', 2 * HOUR, '2024-01-07 17:00'],
    ['in the morning shift of the next day', riyadh, '2024-01-07 19:30', HOUR, '2024-01-08 09:30'],
    ['after the weekend of Friday and Saturday', riyadh, '2024-01-11 19:00', 2 * HOUR, '2024-01-14 10:00'],
    ['a day later where the door is never shut', alwaysOpen(), '2024-01-05 14:00', 24 * HOUR, '2024-01-06 14:00'],
    ['an hour later on the wall when clocks go forward', alwaysOpen('Europe/London'), '2024-03-30 12:00', 24 * HOUR, '2024-03-31 13:00'],
    ['an hour earlier on the wall when they go back', alwaysOpen('Europe/London'), '2024-10-26 12:00', 24 * HOUR, '2024-10-27 11:00'],
    ['past the hour that is skipped in London', nights, '2024-03-31 00:30', 2 * HOUR, '2024-03-31 03:30'],
    ['in the hour that is repeated in London', nights, '2024-10-27 00:30', 2 * HOUR, '2024-10-27 01:30'],
    ['past the midnight that Cairo skips', cairo, '2024-04-25 23:00', 2 * HOUR, '2024-04-26 02:00'],
    ['in the hour before midnight that Cairo repeats', cairo, '2024-10-31 22:00', 2.5 * HOUR, '2024-10-31 23:30'],
    ['on the first Thursday that Saudi Arabia worked', saudi, '2013-06-26 16:00', 9 * HOUR, '2013-06-30 17:00'],
    ['and on the Thursday after, no longer on Saturday', saudi, '2013-07-03 16:00', 9 * HOUR, '2013-07-04 17:00'],
    ['on a Sunday in the Emirates until 2021', emirati, '2021-12-23 16:00', 2 * HOUR, '2021-12-26 10:00'],
    ['at noon of the first half Friday, and then on Monday', emirati, '2022-01-06 17:00', 4 * HOUR, '2022-01-10 10:00'],
    ['across the change: no Sunday is worked any more', emirati, '2021-12-30 16:00', 2 * HOUR, '2022-01-03 10:00'],
    ['after a holiday that holds a weekend', eid, '2024-04-04 16:00', 2 * HOUR, '2024-04-09 10:00'],
    [
      'within a short day',
      calendar({ holidays: [holiday('2024-04-09', '2024-04-09', [['10:00', '12:00']])] }),
      '2024-04-08 16:00',
      4 * HOUR,
      '2024-04-10 10:00',
    ],
    [
      'on a Sunday that is worked for once',
      calendar({ holidays: [holiday('2024-01-07', '2024-01-07', nineToFive)] }),
      '2024-01-05 16:00',
      2 * HOUR,
      '2024-01-07 10:00',
    ],
    [
      'as the correction listed last says',
      calendar({ holidays: [holiday('2024-04-08', '2024-04-10'), holiday('2024-04-10', '2024-04-10', nineToFive)] }),
      '2024-04-05 16:00',
      2 * HOUR,
      '2024-04-10 10:00',
    ],
    ['in the new year', calendar({ holidays: [holiday('2024-01-01')] }), '2023-12-29 16:00', 2 * HOUR, '2024-01-02 10:00'],
    ['after a leap day', calendar(), '2024-02-28 16:00', DAY + 2 * HOUR, '2024-03-01 10:00'],
    ['without one', calendar(), '2023-02-28 16:00', 2 * HOUR, '2023-03-01 10:00'],
    ['where they begin if there are none', calendar(), '2024-01-05 14:00', 0, '2024-01-05 14:00'],
    ['at closing time if there are none after it', calendar(), '2024-01-05 17:00', 0, '2024-01-05 17:00'],
    ['at the next opening if there are none and it is closed', calendar(), '2024-01-05 17:01', 0, '2024-01-08 09:00'],
  ] as const)('%s', (_, hours, from, minutes, due) => {
    expect(whyNotCalendar(hours)).toBeUndefined();
    const end = addOpenMinutes(hours, there(hours, from), minutes);
    expect(read(hours, end)).toBe(due);
    expect(openMinutesBetween(hours, there(hours, from), end)).toBe(minutes);
  });
});

test.each([
  ['a day on which the clocks go forward is an hour short', nights, '2024-03-31 00:00', '2024-03-31 12:00', 3.5 * HOUR],
  ['a day on which they go back an hour long', nights, '2024-10-27 00:00', '2024-10-27 12:00', 5.5 * HOUR],
  ['the night that Cairo cuts', cairo, '2024-04-25 12:00', '2024-04-26 12:00', 3 * HOUR],
  ['the night that Cairo stretches', cairo, '2024-10-31 12:00', '2024-11-01 12:00', 5 * HOUR],
  ['a year of days and nights', alwaysOpen('Asia/Riyadh'), '2024-01-01 00:00', '2025-01-01 00:00', 366 * 24 * HOUR],
  ['a leap year of working days', calendar(), '2024-01-01 00:00', '2025-01-01 00:00', 262 * DAY],
  ['nothing backwards', calendar(), '2024-01-05 14:00', '2024-01-05 10:00', 0],
  ['the week in which Saudi Arabia changed its weekend', saudi, '2013-06-22 00:00', '2013-07-06 00:00', 10 * DAY],
  ['the week in which the Emirates did', emirati, '2021-12-31 00:00', '2022-01-08 00:00', 4 * DAY + 3 * HOUR],
] as const)('open minutes of %s', (_, hours, from, to, minutes) => {
  expect(openMinutesBetween(hours, there(hours, from), there(hours, to))).toBe(minutes);
});

test.each([
  ['itself where it is open', '2024-01-05 16:59', '2024-01-05 16:59'],
  ['the next day at closing time', '2024-01-04 17:00', '2024-01-05 09:00'],
  ['Monday from Friday evening', '2024-01-05 17:00', '2024-01-08 09:00'],
] as const)('the next opening is %s', (_, at, opens) => {
  expect(nextOpen(calendar(), utc(at))).toBe(utc(opens));
});

test('seconds are dropped', () => {
  expect(addOpenMinutes(calendar(), '2024-01-05T14:00:59.999Z', 60)).toBe('2024-01-05T15:00:00.000Z');
  expect(openMinutesBetween(calendar(), '2024-01-05T14:00:59.999Z', '2024-01-05T14:01:00.000Z')).toBe(1);
});

test('a thousand working hours are found in less than a millisecond', () => {
  const times = Array.from({ length: 201 }, (_, i) => {
    const from = utc(`2024-${String((i % 12) + 1).padStart(2, '0')}-03 10:00`);
    const before = performance.now();
    addOpenMinutes(riyadh, from, 1_000 * HOUR);
    return performance.now() - before;
  });
  expect(times.toSorted((a, b) => a - b)[100]).toBeLessThan(1);
});

test('the longest target on the shortest week is found too', () => {
  const quarter = calendar({ weeks: [week({ sun: [['12:00', '12:15']] })] });
  // A quarter of an hour each Sunday from the first of 2024 on.
  const last = addDays('2024-01-07', 7 * (525_600 / 15 - 1));
  expect(addOpenMinutes(quarter, utc('2024-01-01 00:00'), 525_600)).toBe(`${last}T12:15:00.000Z`);
});

describeFixtures('published holidays and weekends', () => {
  const published = JSON.parse(fixtureText('calendars/public_holidays_date-holidays.json'));
  const weekends = JSON.parse(fixtureText('calendars/weekend_conventions.json'));
  const holidays: Holiday[] = Object.values<{ date: string; end: string; name: string }[]>(published.SA)
    .flat()
    .map(({ date, end, name: ar }) => ({ from: date, to: end, name: { en: ar, ar } }));

  test.each([
    ['Eid al-Fitr 2024 runs into the weekend', '2024-04-08 16:00', '2024-04-14 10:00'],
    ['Founding Day 2024 is a Thursday', '2024-02-21 16:00', '2024-02-25 10:00'],
    ['Eid al-Adha 2024', '2024-06-13 16:00', '2024-06-19 10:00'],
  ] as const)('%s', (_, from, due) => {
    const kept = { ...saudi, holidays };
    expect(whyNotCalendar(kept)).toBeUndefined();
    expect(read(kept, addOpenMinutes(kept, there(kept, from), 2 * HOUR))).toBe(due);
  });

  test('the first calendar of a country rests when the country does', () => {
    for (const [country, { weekend }] of Object.entries<{ weekend: number[] }>(weekends).filter(([code]) => code !== 'source')) {
      const { full, half } = workingWeekOn(profileFor(country).workingWeeks, '2026-01-01');
      const rest = weekdays.filter((day) => !full.includes(day) && !half.includes(day)).map((day) => weekdays.indexOf(day) + 1);
      expect(rest, country).toEqual(weekend);
    }
  });
});

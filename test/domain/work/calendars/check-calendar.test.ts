import { describe, expect, test } from 'vitest';
import { languages, say } from '../../../../domain/kernel/language.ts';
import type { Calendar, OpenInterval } from '../../../../domain/work/calendars/calendar.ts';
import { whyNotCalendar } from '../../../../domain/work/calendars/check-calendar.ts';
import { calendarRefusals } from '../../../../domain/work/calendars/refusals.ts';
import { alwaysOpen, calendar, holiday, nineToFive, week } from './calendars.ts';

const monday = (...mon: OpenInterval[]): Partial<Calendar> => ({ weeks: [week({ mon })] });
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('a calendar is refused', () => {
  test.each([
    ['in a zone that does not exist', { timeZone: 'Asia/Makkah' }, 'calendar.time_zone', '/timeZone'],
    ['at a bare offset, which cannot know when clocks change', { timeZone: '+03:00' }, 'calendar.time_zone', '/timeZone'],
    ['without any week', { weeks: [] }, 'calendar.no_open_hours', '/weeks'],
    ['that is never open', { weeks: [week({})] }, 'calendar.no_open_hours', '/weeks/0/hours'],
    ['that is open for days without hours', { weeks: [week({ mon: [], tue: [] })] }, 'calendar.no_open_hours', '/weeks/0/hours'],
    [
      'that is never open from some day on',
      { weeks: [week({ mon: nineToFive }), week({}, '2024-01-01')] },
      'calendar.no_open_hours',
      '/weeks/1/hours',
    ],
    [
      'with weeks out of order',
      { weeks: [week({ mon: nineToFive }, '2024-01-01'), week({ mon: nineToFive }, '2023-01-01')] },
      'calendar.week_order',
      '/weeks/1/from',
    ],
    [
      'with two weeks of one date',
      { weeks: [week({ mon: nineToFive }, '2024-01-01'), week({ mon: nineToFive }, '2024-01-01')] },
      'calendar.week_order',
      '/weeks/1/from',
    ],
    ['with a week from a date that does not exist', { weeks: [week({ mon: nineToFive }, '2023-02-29')] }, 'date.not_real', '/weeks/0/from'],
    ['with a time that is none', monday(['9:00', '17:00']), 'calendar.time', '/weeks/0/hours/mon/0/0'],
    ['with a time past midnight', monday(['09:00', '24:01']), 'calendar.time', '/weeks/0/hours/mon/0/1'],
    ['with a minute that is none', monday(['09:60', '17:00']), 'calendar.time', '/weeks/0/hours/mon/0/0'],
    ['with hours that end before they begin', monday(['22:00', '06:00']), 'calendar.interval_backwards', '/weeks/0/hours/mon/0'],
    ['with hours of no length', monday(['09:00', '09:00']), 'calendar.interval_backwards', '/weeks/0/hours/mon/0'],
    ['with hours that overlap', monday(['09:00', '13:00'], ['12:59', '17:00']), 'calendar.intervals_overlap', '/weeks/0/hours/mon/1'],
    ['with hours within hours, in any order', monday(['10:00', '11:00'], ['09:00', '13:00']), 'calendar.intervals_overlap', '/weeks/0/hours/mon/0'],
    ['with the same hours twice', monday(['09:00', '13:00'], ['09:00', '13:00']), 'calendar.intervals_overlap', '/weeks/0/hours/mon/1'],
    ['with too many hours a day', monday(...many<OpenInterval>(13, ['09:00', '10:00'])), 'calendar.too_many', '/weeks/0/hours/mon'],
    ['with a holiday on no date', { holidays: [{ date: '2023-02-29', name: { en: 'Leap', ar: 'كبيسة' } }] }, 'date.not_real', '/holidays/0/date'],
    ['with a holiday until no date', { holidays: [holiday('2024-06-01', '2024-06-31')] }, 'date.not_real', '/holidays/0/to'],
    [
      'with a holiday that ends before it begins',
      { holidays: [holiday('2024-04-12', '2024-04-09')] },
      'calendar.holiday_backwards',
      '/holidays/0/to',
    ],
    ['with a holiday of more than a year', { holidays: [holiday('2024-01-01', '2025-01-01')] }, 'calendar.holiday_too_long', '/holidays/0/to'],
    [
      'with a short day of wrong hours',
      { holidays: [holiday('2024-04-08', '2024-04-08', [['13:00', '09:00']])] },
      'calendar.interval_backwards',
      '/holidays/0/hours/0',
    ],
    ['with holidays without end', { holidays: many(1001, holiday('2024-04-09')) }, 'calendar.too_many', '/holidays'],
    ['that is always open and has weeks', { alwaysOpen: true }, 'calendar.always_open', '/alwaysOpen'],
  ] as const)('%s', (_, facts, code, pointer) => {
    const refusal = whyNotCalendar(calendar(facts));
    expect(refusal?.refused).toBe(code);
    expect(refusal?.errors[0]).toMatchObject({ code, pointer });
  });

  test('with all of its faults at once, in order, and none of those that follow from others', () => {
    const refusal = whyNotCalendar(
      calendar({ timeZone: 'Nowhere', weeks: [week({ sat: [['17:00', '09:00']] })], holidays: [holiday('2024-02-30')] }),
    );
    expect(refusal?.errors.map(({ code, pointer }) => `${pointer} ${code}`)).toEqual([
      '/timeZone calendar.time_zone',
      '/weeks/0/hours/sat/0 calendar.interval_backwards',
      '/holidays/0/from date.not_real',
    ]);
  });
});

test.each([
  ['office hours', calendar()],
  ['day and night', alwaysOpen('Africa/Cairo')],
  ['two shifts that touch', calendar(monday(['13:00', '17:00'], ['09:00', '13:00']))],
  ['a day without end', calendar(monday(['00:00', '24:00']))],
  ['a year off', calendar({ holidays: [holiday('2024-01-01', '2024-12-31')] })],
  ['a holiday inside another', calendar({ holidays: [holiday('2024-04-08', '2024-04-12'), holiday('2024-04-10', '2024-04-10', nineToFive)] })],
] as const)('%s can be kept', (_, kept) => {
  expect(whyNotCalendar(kept)).toBeUndefined();
});

test('every message can be filled from what the refusal brings', () => {
  const samples = { zone: 'x', minimum: 1, from: '09:00', to: '17:00', time: '9', maximum: 1 };
  for (const { say: what, fix } of Object.values(calendarRefusals))
    for (const text of [what, fix]) for (const language of languages) expect(say(text, language, samples)).not.toMatch(/[{}]/);
});

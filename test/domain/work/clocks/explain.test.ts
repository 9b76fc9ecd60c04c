import { expect, test } from 'vitest';
import type { Calendar } from '../../../../domain/work/calendars/calendar.ts';
import { instantOfLocal } from '../../../../domain/work/calendars/zone.ts';
import { foldClock } from '../../../../domain/work/clocks/clock.ts';
import type { ClockEvent } from '../../../../domain/work/clocks/clock-event.ts';
import { explainClock, MAX_LINES } from '../../../../domain/work/clocks/explain.ts';
import type { ClockPolicy } from '../../../../domain/work/clocks/policy.ts';
import { alwaysOpen, calendar, holiday, utc, week } from '../calendars/calendars.ts';
import { moved, opened, policy, prioritised, rule } from './clocks.ts';

const shifts = [
  ['09:00', '13:00'],
  ['16:00', '20:00'],
] as const;
const cairo = calendar({ timeZone: 'Africa/Cairo', weeks: [week({ thu: [['20:00', '24:00']], fri: [['00:00', '06:00']] })] });
const there = (zone: string, date: string, time: string) => instantOfLocal(zone, { date, time });

/** Each case as a person would ask about it. Their golden is read by people: `npx vitest -u` writes it, a reader approves it. */
const questions: readonly {
  readonly title: string;
  readonly log: readonly ClockEvent[];
  readonly now: string;
  readonly hours: Calendar;
  readonly sla: ClockPolicy;
}[] = [
  {
    title: 'Friday 14:00 and four hours, paused from Friday 16:00 to Monday 09:00, as on Monday 10:00',
    log: [opened('2024-01-05 14:00'), moved('2024-01-05 16:00', 'waiting'), moved('2024-01-08 09:00', 'open')],
    now: utc('2024-01-08 10:00'),
    hours: calendar(),
    sla: policy(),
  },
  {
    title: 'Two shifts in Riyadh, Eid and the short day before it, still waiting',
    log: [opened('2024-04-07T13:00:00.000Z'), moved('2024-04-08T07:00:00.000Z', 'waiting')],
    now: there('Asia/Riyadh', '2024-04-14', '10:00'),
    hours: calendar({
      timeZone: 'Asia/Riyadh',
      weeks: [week({ sun: shifts, mon: shifts, tue: shifts, wed: shifts, thu: shifts })],
      holidays: [
        { date: '2024-04-08', name: { en: 'Eve of Eid', ar: 'ليلة العيد' }, hours: [['09:00', '12:00']] },
        { from: '2024-04-09', to: '2024-04-12', name: { en: 'Eid al-Fitr', ar: 'عيد الفطر' } },
      ],
    }),
    sla: policy({ resolution: rule(480) }),
  },
  {
    title: 'The night on which Cairo skips the hour after midnight, breached, resolved and reopened',
    log: [
      opened(there('Africa/Cairo', '2024-04-25', '22:00')),
      moved(there('Africa/Cairo', '2024-04-26', '03:00'), 'resolved'),
      moved(there('Africa/Cairo', '2024-04-26', '05:00'), 'open'),
    ],
    now: there('Africa/Cairo', '2024-04-26', '05:30'),
    hours: cairo,
    sla: policy({ resolution: rule(150) }),
  },
  {
    title: 'Day and night, made urgent on the way',
    log: [opened('2024-02-28 22:00'), prioritised('2024-02-29 01:00', 'urgent')],
    now: utc('2024-02-29 02:00'),
    hours: alwaysOpen(),
    sla: policy({ resolution: rule(1440, { targets: { urgent: 360 } }) }),
  },
];

test('the explanations that a person reads', async () => {
  const told = questions.map(({ title, log, now, hours, sla }) => {
    const clock = foldClock('resolution', log, sla, hours, now);
    const lines = explainClock('resolution', log, sla, hours, now);
    const figures = `Due ${clock?.dueAt}: ${clock?.state}, ${clock?.elapsedMinutes} of ${clock?.targetMinutes} minutes, ${clock?.pausedMinutes} paused.`;
    return [
      `## ${title}`,
      figures,
      lines.map(({ why }) => `- ${why.en}`).join('\n'),
      lines.map(({ why }) => `- ${why.ar.replace(/[\u2068\u2069]/g, '')}`).join('\n'),
    ].join('\n\n');
  });
  await expect(`# Why is this due then?\n\n${told.join('\n\n')}\n`).toMatchFileSnapshot('../golden/why-is-this-due-then.md');
});

test('a line has its figures beside its words', () => {
  const lines = explainClock(
    'resolution',
    [opened('2024-01-05 14:00'), moved('2024-01-05 16:00', 'waiting')],
    policy(),
    calendar(),
    utc('2024-01-05 16:30'),
  );
  expect(lines.map(({ why: _, ...figures }) => figures)).toEqual([
    { from: utc('2024-01-05 14:00'), to: utc('2024-01-05 16:00'), what: 'open', minutes: 120, total: 120, expected: false },
    { from: utc('2024-01-05 16:00'), to: utc('2024-01-05 16:30'), what: 'paused', minutes: 30, total: 120, expected: false },
    { from: utc('2024-01-05 16:30'), to: utc('2024-01-05 17:00'), what: 'open', minutes: 30, total: 150, expected: true },
    { from: utc('2024-01-05 17:00'), to: utc('2024-01-08 09:00'), what: 'closed', minutes: 0, total: 150, expected: true },
    { from: utc('2024-01-08 09:00'), to: utc('2024-01-08 10:30'), what: 'open', minutes: 90, total: 240, expected: true },
  ]);
});

test('figures inside Arabic keep their order', () => {
  const [line] = explainClock('resolution', [opened('2024-01-05 14:00')], policy(), calendar(), utc('2024-01-05 15:00'));
  expect(line?.why.ar).toContain('+\u206860\u2069 = \u206860\u2069');
});

test('a clock that runs for years is told in sums from some line on, and still adds up', () => {
  const log = [opened('2020-01-01 09:00'), moved('2023-01-02 09:00', 'waiting'), moved('2024-01-01 09:00', 'open')];
  const sla = policy({ resolution: rule(500_000) });
  const clock = foldClock('resolution', log, sla, calendar({ holidays: [holiday('2021-01-01')] }), utc('2024-12-02 12:00'));
  const lines = explainClock('resolution', log, sla, calendar({ holidays: [holiday('2021-01-01')] }), utc('2024-12-02 12:00'));
  expect(lines.length).toBeLessThan(MAX_LINES + 10);
  const sum = (what: string, expected: boolean) =>
    lines.filter((line) => line.what === what && line.expected === expected).reduce((all, { minutes }) => all + minutes, 0);
  expect([sum('open', false), sum('paused', false), lines.at(-1)?.total]).toEqual([clock?.elapsedMinutes, clock?.pausedMinutes, 500_000]);
  expect(lines.at(-1)).toMatchObject({ to: clock?.dueAt, expected: true });
});

test('what has not started has no explanation', () => {
  expect(explainClock('nextUpdate', [opened('2024-01-05 14:00')], policy({ nextUpdate: rule(60) }), calendar())).toEqual([]);
});

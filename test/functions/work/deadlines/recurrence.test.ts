import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, daysInMonth, isLeapYear, isLocalDate } from '../../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { readRule, ruleInForce, writeRule } from '../../../../domain/work/deadlines/rule.ts';
import { ruleWords } from '../../../../domain/work/deadlines/rule-words.ts';
import { scheduledDates } from '../../../../functions/work/deadlines/scheduled-dates.ts';

const before = (date: string) => addDays(date, -1);
const first = (deadline: { firstOn: string; rule?: string; monthEnd?: 'last-day' | 'skip' }, count: number) =>
  scheduledDates({ monthEnd: 'last-day', ...deadline }, before(deadline.firstOn), count);
const pad = (n: number) => String(n).padStart(2, '0');

describe('the 31st and 29 February', () => {
  test('every month on the 31st is its last day, 2024 to 2040', async () => {
    const dates = await first({ firstOn: '2024-01-31', rule: 'FREQ=MONTHLY;BYMONTHDAY=31' }, 17 * 12);
    expect(dates).toEqual(
      Array.from({ length: 17 * 12 }, (_, i) => {
        const [year, month] = [2024 + Math.floor(i / 12), (i % 12) + 1];
        return `${year}-${pad(month)}-${pad(daysInMonth(year, month))}`;
      }),
    );
  });
  test('where months without it are skipped, the 31st comes seven times a year', async () => {
    const dates = await first({ firstOn: '2024-01-31', rule: 'FREQ=MONTHLY', monthEnd: 'skip' }, 17 * 7);
    expect(dates.every((date) => date.endsWith('-31'))).toBe(true);
    expect(dates.at(-1)).toBe('2040-12-31');
  });
  test.each([
    ['last-day', Array.from({ length: 17 }, (_, i) => `${2024 + i}-02-${isLeapYear(2024 + i) ? 29 : 28}`)],
    ['skip', ['2024-02-29', '2028-02-29', '2032-02-29', '2036-02-29', '2040-02-29']],
  ] as const)('every year on 29 February, %s', async (monthEnd, expected) => {
    expect(await first({ firstOn: '2024-02-29', rule: 'FREQ=YEARLY', monthEnd }, expected.length)).toEqual(expected);
  });
  test.each([
    ['the 30th, by the day of the first date', '2024-01-30', 'FREQ=MONTHLY', ['2024-01-30', '2024-02-29', '2024-03-30', '2024-04-30']],
    ['the 29th', '2025-01-29', 'FREQ=MONTHLY', ['2025-01-29', '2025-02-28', '2025-03-29']],
    ['every quarter’s last day', '2024-01-31', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31', ['2024-01-31', '2024-04-30', '2024-07-31', '2024-10-31']],
    ['months of the year', '2024-01-31', 'FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31', ['2024-02-29', '2024-04-30', '2025-02-28', '2025-04-30']],
    ['the last Thursday', '2026-01-01', 'FREQ=MONTHLY;BYDAY=-1TH', ['2026-01-29', '2026-02-26', '2026-03-26']],
    ['a rule that ends', '2026-01-31', 'FREQ=MONTHLY;COUNT=2', ['2026-01-31', '2026-02-28']],
    ['the day before the last', '2026-01-30', 'FREQ=MONTHLY;BYMONTHDAY=-2', ['2026-01-30', '2026-02-27', '2026-03-30']],
    ['no rule: once', '2026-02-28', undefined, ['2026-02-28']],
  ] as const)('%s', async (_, firstOn, rule, expected) => {
    expect((await first({ firstOn, ...(rule && { rule }) }, 4)).slice(0, expected.length)).toEqual(expected);
  });
});

const date = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2040-12-31') }).map((n) => addDays('1970-01-01', n));
const rules = fc
  .record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 6 }),
    day: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    weekday: fc.option(fc.constantFrom('SU', 'WE', 'FR'), { nil: undefined }),
  })
  .map(({ frequency, interval, day, weekday }) =>
    [
      `FREQ=${frequency}`,
      `INTERVAL=${interval}`,
      ...(frequency === 'MONTHLY' && day !== undefined ? [`BYMONTHDAY=${day}`] : []),
      ...(frequency === 'WEEKLY' && weekday ? [`BYDAY=${weekday}`] : []),
    ].join(';'),
  );

test('a series never repeats a date, never goes back, and goes on from anywhere as it would have gone on', async () => {
  await fc.assert(
    fc.asyncProperty(date, rules, fc.constantFrom('last-day' as const, 'skip' as const), fc.nat(4), async (firstOn, rule, monthEnd, from) => {
      const dates = await first({ firstOn, rule, monthEnd }, 6);
      expect(dates.every((one, i) => isLocalDate(one) && one >= firstOn && (i === 0 || one > (dates[i - 1] ?? '')))).toBe(true);
      if (!(monthEnd === 'skip' && /YEARLY|BYMONTHDAY/.test(rule))) expect(dates).toHaveLength(6);
      const since = dates[from];
      if (since) expect(await scheduledDates({ firstOn, rule, monthEnd }, since, 6 - from - 1)).toEqual(dates.slice(from + 1));
    }),
    { numRuns: 300 },
  );
});

test('the machine’s own time zone is never asked', async () => {
  const zone = process.env.TZ;
  try {
    for (const other of ['America/New_York', 'Pacific/Kiritimati', 'Africa/Cairo']) {
      process.env.TZ = other;
      expect(await first({ firstOn: '2026-03-29', rule: 'FREQ=DAILY' }, 3)).toEqual(['2026-03-29', '2026-03-30', '2026-03-31']);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test.each([
  ['2024-04-30', 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31'],
  ['2025-02-28', 'FREQ=MONTHLY;INTERVAL=48;BYMONTHDAY=29'],
  ['2024-01-01', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
  ['2025-02-28', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29'],
])('from %s, %s never comes where months without it are skipped, and is refused', (firstOn, text) => {
  const rule = readRule(text);
  expect(isRefusal(rule) ? rule : ruleInForce(rule, firstOn, 'skip')).toMatchObject({ refused: 'deadline.no_dates' });
});

test('no rule that is let in takes long to find its dates', async () => {
  const numbers = fc.array(
    fc.integer({ min: -31, max: 31 }).filter((n) => n !== 0),
    { maxLength: 2 },
  );
  const part = (name: string, values: readonly unknown[]) => (values.length > 0 ? [`${name}=${values.join(',')}`] : []);
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(
      date,
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      fc.integer({ min: 1, max: 60 }),
      numbers,
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
      fc.array(fc.constantFrom('MO', '2TU', '-1FR', '5SA', 'SU'), { maxLength: 2 }),
      fc.array(fc.constantFrom(1, -1, 3, 9), { maxLength: 1 }),
      async (firstOn, frequency, interval, monthDays, months, days, positions) => {
        const text = [
          `FREQ=${frequency}`,
          `INTERVAL=${interval}`,
          ...part('BYMONTHDAY', monthDays),
          ...part('BYMONTH', months),
          ...part('BYDAY', days),
          ...part('BYSETPOS', positions),
        ].join(';');
        const rule = readRule(text);
        if (isRefusal(rule) || isRefusal(ruleInForce(rule, firstOn, 'skip'))) return;
        const began = performance.now();
        await scheduledDates({ firstOn, rule: text, monthEnd: 'skip' }, before(firstOn), 17);
        slowest = Math.max(slowest, performance.now() - began);
      },
    ),
    { numRuns: 2000 },
  );
  expect(slowest).toBeLessThan(2000);
});

describe('a rule', () => {
  test.each([
    ['', 'deadline.rule_malformed'],
    ['FREQ=MONTHLY;FREQ=DAILY', 'deadline.rule_malformed'],
    ['every month', 'deadline.rule_malformed'],
    ['FREQ=HOURLY', 'deadline.rule_unsupported'],
    ['FREQ=DAILY;BYHOUR=9', 'deadline.rule_unsupported'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'deadline.rule_unsupported'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6', 'deadline.rule_unsupported'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'deadline.rule_unsupported'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'deadline.rule_malformed'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'deadline.rule_malformed'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20300101', 'deadline.rule_malformed'],
    ['FREQ=YEARLY;INTERVAL=11', 'deadline.rule_unsupported'],
    ['FREQ=DAILY;UNTIL=20300231', 'deadline.rule_malformed'],
  ])('“%s” is refused: %s', (text, code) => {
    expect(readRule(text)).toMatchObject({ refused: code, errors: [{ pointer: '/rule' }] });
  });
  test('is written as it was read', () => {
    for (const text of [
      'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31',
      'FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU',
      'FREQ=MONTHLY;BYDAY=-1TH',
      'FREQ=YEARLY;COUNT=5;BYMONTH=3',
    ]) {
      const rule = readRule(text);
      expect(isRefusal(rule) ? rule : writeRule(rule)).toBe(text);
    }
  });
  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=31', 'every month on the last day', 'كل شهر في آخر يوم'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15', 'every 3 months on day 15', 'كل 3 أشهر في اليوم 15'],
    ['FREQ=WEEKLY;BYDAY=SU,TU', 'every week on Sunday and Tuesday', 'كل أسبوع يوم الأحد ويوم الثلاثاء'],
    ['FREQ=MONTHLY;BYDAY=-1TH', 'every month on the last Thursday', 'كل شهر في آخر يوم خميس'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31', 'every year on the last day of March', 'كل سنة في آخر يوم من مارس'],
    ['FREQ=DAILY;INTERVAL=11;COUNT=2', 'every 11 days, 2 times', 'كل 11 يومًا، مرتين'],
  ])('%s in words: %s', (text, en, ar) => {
    const rule = readRule(text);
    expect(isRefusal(rule) ? rule : ruleWords(rule, '2026-01-31', 'last-day')).toEqual({ en, ar });
  });
});

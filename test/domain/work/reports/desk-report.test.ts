import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseFacts } from '../../../../domain/work/reports/case-facts.ts';
import { deskReport, reportGroupNames } from '../../../../domain/work/reports/desk-report.ts';
import { repeatedIncidents } from '../../../../domain/work/reports/repeated-incidents.ts';

const DAY = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00.000Z');
const at = (day: number): string => new Date(start + day * DAY).toISOString();
const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  id: 'cas_1',
  number: 1,
  title: 'No mail',
  kind: 'incident',
  queue: 'it-support',
  priority: 'normal',
  state: 'open',
  openedAt: at(0),
  breached: [],
  firstContact: false,
  ...change,
});
const aCase = fc
  .record({
    number: fc.integer({ min: 1, max: 1000 }),
    queue: fc.constantFrom('it-support', 'office'),
    kind: fc.constantFrom('incident' as const, 'complaint' as const),
    asset: fc.option(fc.constantFrom('Printer', 'printer ', 'طابعة'), { nil: undefined }),
    opened: fc.integer({ min: 0, max: 60 }),
    took: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    state: fc.constantFrom('resolved' as const, 'closed' as const, 'cancelled' as const),
    late: fc.boolean(),
    firstContact: fc.boolean(),
  })
  .map(({ opened, took, state, late, asset, ...rest }) =>
    facts({
      ...rest,
      ...(asset !== undefined && { asset }),
      openedAt: at(opened),
      state: took === undefined ? 'open' : state,
      ...(took !== undefined && { endedAt: at(opened + took), resolutionMinutes: took * 60 }),
      breached: late ? ['resolution'] : [],
      firstContact: rest.firstContact && took !== undefined,
    }),
  );

describe('the report of the desk', () => {
  test('counts each case once where it belongs, whatever it is by, and its lines add up to its total', () => {
    fc.assert(
      fc.property(
        fc.array(aCase, { maxLength: 60 }),
        fc.constantFrom(...reportGroupNames),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 1, max: 60 }),
        (all, by, from, days) => {
          const window = { from: at(from), until: at(from + days), now: at(110) };
          const { lines, total } = deskReport({ opened: all, ended: all, open: all }, by, window);
          const within = (when: string | undefined) => when !== undefined && when >= window.from && when < window.until;
          const resolved = all.filter(({ endedAt, state }) => within(endedAt) && state !== 'cancelled');
          expect(total.opened).toBe(all.filter(({ openedAt }) => within(openedAt)).length);
          expect(total.resolved).toBe(resolved.length);
          expect(total.breached).toBe(resolved.filter(({ breached }) => breached.length > 0).length);
          expect(total.firstContact).toBe(resolved.filter(({ firstContact }) => firstContact).length);
          expect(total.backlog.reduce((a, b) => a + b, 0)).toBe(all.filter(({ endedAt }) => endedAt === undefined).length);
          for (const figure of ['opened', 'resolved', 'breached', 'firstContact'] as const)
            expect(lines.reduce((sum, line) => sum + line[figure], 0)).toBe(total[figure]);
          expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        },
      ),
    );
  });

  test('puts what is open where its age belongs: at a bound, into the older', () => {
    const now = at(40);
    const ages = [0, 0.99, 1, 2.9, 3, 6.9, 7, 29.9, 30, 39].map((days) => facts({ openedAt: at(40 - days) }));
    expect(deskReport({ opened: [], ended: [], open: ages }, 'queue', { from: at(0), until: now, now }).total.backlog).toEqual([2, 2, 2, 2, 2]);
  });

  test('takes the lower of two medians, and knows none of nothing', () => {
    const ended = [10, 20, 30, 40].map((resolutionMinutes) => facts({ state: 'resolved', endedAt: at(1), resolutionMinutes }));
    const { total } = deskReport({ opened: [], ended, open: [] }, 'kind', { from: at(0), until: at(2), now: at(2) });
    expect(total).toMatchObject({ medianResolutionMinutes: 20, medianResponseMinutes: null });
  });
});

test('a device whose incidents come three times is worth a problem record, however its name is spelled', () => {
  const of = (number: number, change: Partial<CaseFacts>) => facts({ number, ...change });
  const found = repeatedIncidents([
    of(1, { asset: 'Printer 2' }),
    of(2, { asset: 'printer 2', service: 'Mail' }),
    of(3, { asset: 'PRINTER 2' }),
    of(4, { service: 'Mail' }),
    of(5, { asset: 'Printer 2', state: 'cancelled' }),
    of(6, { asset: 'Printer 2', kind: 'maintenance' }),
  ]);
  expect(found.map(({ of, name, incidents }) => [of, name, incidents.map(({ number }) => number)])).toEqual([['asset', 'Printer 2', [3, 2, 1]]]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOut, type Service, type ServiceState, type ServiceUpdate, serviceStateNames, worse } from '../../../../domain/it/services/service.ts';
import { historyOf } from '../../../../domain/it/services/service-history.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-01-01T00:00:00.000Z');
const at = (hours: number): string => new Date(start + hours * HOUR).toISOString();
const dayOf = (instant: string): string => instant.slice(0, 10);
const service = (state: ServiceState, createdAt = at(-1000)): Service => ({
  id: 'svc_1',
  name: { en: 'Mail', ar: 'البريد' },
  state,
  since: createdAt,
  archived: false,
  createdAt,
  version: 1,
});
const update = (hours: number, from: ServiceState, to: ServiceState): ServiceUpdate => ({
  id: `u${hours}`,
  service: 'svc_1',
  from,
  to,
  by: { id: 'usr_1', name: 'Mona' },
  at: at(hours),
});
const state = fc.constantFrom(...serviceStateNames);

test('hour by hour, a day is as bad as its worst hour and availability is the hours that were not out', () => {
  fc.assert(
    fc.property(
      state,
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 239 }), state), { selector: ([hour]) => hour, maxLength: 20 }),
      (first, moves) => {
        const sorted = [...moves].sort(([a], [b]) => a - b);
        const updates: ServiceUpdate[] = [];
        const hours: ServiceState[] = [];
        let now = first;
        for (let hour = 0; hour < 240; hour++) {
          const move = sorted.find(([at]) => at === hour);
          if (move) {
            updates.push(update(hour, now, move[1]));
            now = move[1];
          }
          hours.push(now);
        }
        const history = historyOf(service(now), updates, { from: at(0), now: at(240), dayOf });
        const expected = Array.from({ length: 10 }, (_, day) => hours.slice(day * 24, day * 24 + 24).reduce(worse));
        expect(history.days.map(({ worst }) => worst)).toEqual(expected);
        expect(history.availability).toBe(Math.floor((hours.filter((one) => !isOut(one)).length * 10_000) / 240));
      },
    ),
  );
});

test('a second of outage in ninety days is not 100 %', () => {
  const updates = [
    update(10, 'operational', 'major-outage'),
    { ...update(10, 'major-outage', 'operational'), id: 'v', at: '2026-01-01T10:00:01.000Z' },
  ];
  expect(historyOf(service('operational'), updates, { from: at(0), now: at(2160), dayOf }).availability).toBe(9999);
});

test('a service has no days before it was there', () => {
  expect(historyOf(service('operational', at(30)), [], { from: at(0), now: at(60), dayOf }).days.map(({ on }) => on)).toEqual([
    '2026-01-02',
    '2026-01-03',
  ]);
});

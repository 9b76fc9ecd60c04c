import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { addVersion, editRecord, type FiledRecord, fileRecord, type KeptRecord, type RecordChange } from '../../../domain/records/filing/record.ts';
import { changeClass, type RecordClass, shippedClasses } from '../../../domain/records/filing/record-classes.ts';
import { approveDisposal, disposeRecord, proposeDisposal } from '../../../domain/records/retention/dispose.ts';
import { type Hold, holdsOn, releaseHold } from '../../../domain/records/retention/hold.ts';
import { fiscalYearEnd } from '../../../domain/records/retention/schedule.ts';

const person = (name: string) => ({ by: { id: `usr_${name}` as const, name }, at: '2026-01-01T00:00:00.000Z' });
const date = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2005-01-01', days));
const month = date.map((on) => on.slice(0, 7));
const tag = fc.constantFrom('a', 'b', 'c');
const classCode = fc.constantFrom('accounting', 'tax', 'contracts', 'hr', 'general', 'correspondence');
const change: fc.Arbitrary<RecordChange> = fc.record(
  {
    eventDate: fc.option(date),
    period: fc.option(month),
    contractEndsOn: fc.option(date),
    tags: fc.uniqueArray(tag),
    class: classCode,
    confidential: fc.boolean(),
  },
  { requiredKeys: [] },
);
const scope = fc.oneof(
  fc.constant({ kind: 'records' as const, records: ['rec_1'] }),
  fc.record({ kind: fc.constant('query' as const), tag }),
  fc.record({ kind: fc.constant('query' as const), class: classCode }),
  fc.record({ kind: fc.constant('query' as const), from: month, to: month }),
);
const act = fc.oneof(
  { weight: 5, arbitrary: change.map((edit) => ({ does: 'edit' as const, edit })) },
  { weight: 2, arbitrary: scope.map((covers) => ({ does: 'hold' as const, covers })) },
  { weight: 2, arbitrary: fc.nat(5).map((which) => ({ does: 'release' as const, which })) },
  {
    weight: 1,
    arbitrary: fc.record({ code: classCode, months: fc.integer({ min: 1, max: 400 }) }).map((sent) => ({ does: 'schedule' as const, ...sent })),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'version' as const }) },
  { weight: 2, arbitrary: fc.nat(3000).map((days) => ({ does: 'wait' as const, days })) },
  { weight: 3, arbitrary: fc.boolean().map((same) => ({ does: 'dispose' as const, same })) },
);

const version = (n: number) => ({ id: `ver_${n}` as const, name: 'a', type: 'text/plain', bytes: 1, sha256: '0'.repeat(64), ...person('a') });

describe('a record through any sequence of edits, classes, schedules, holds and time', () => {
  test.each(['SA', 'AE', 'EG', 'GB', 'US', 'FR'])(
    'never ends sooner than it did, is never disposed of while held or unexpired, and never by one person (R1, R2, R3): %s',
    (country) => {
      let disposed = 0;
      fc.assert(
        fc.property(fc.array(act, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), classCode, date, (acts, fiscalYearStart, first, eventDate) => {
          const classes = new Map<string, RecordClass>(shippedClasses(country).map((one) => [one.code, one]));
          const of = (code: string): RecordClass => classes.get(code) as RecordClass;
          let today = '2026-01-01';
          let holds: readonly Hold[] = [];
          let everHeld = new Set<string>();
          const details = { id: 'rec_1' as const, title: 't', tags: ['a'], confidential: false, links: [], eventDate };
          let record: KeptRecord = fileRecord(details, of(first), version(1), { today, fiscalYearStart });
          for (const [i, one] of acts.entries()) {
            if (record.state === 'disposed') break;
            const before: FiledRecord = record;
            switch (one.does) {
              case 'edit': {
                const after = editRecord(before, one.edit, of(one.edit.class ?? before.class), holds, { today, fiscalYearStart });
                if (!isRefusal(after)) record = after;
                break;
              }
              case 'hold':
                holds = [
                  ...holds,
                  { id: `hld_${i}`, matter: `m${i}`, reason: 'r', scope: one.covers, state: 'active', placed: person('a'), version: 1 },
                ];
                break;
              case 'release':
                holds = holds.map((hold, at) => {
                  const after = at === one.which ? releaseHold(hold, person('a'), 'r') : hold;
                  return isRefusal(after) ? hold : after;
                });
                break;
              case 'schedule': {
                const after = changeClass(of(one.code), { schedule: { trigger: of(one.code).schedule.trigger, months: one.months } }, true);
                if (!isRefusal(after)) {
                  expect(after.schedule.months).toBeGreaterThanOrEqual(of(one.code).schedule.months);
                  classes.set(one.code, after);
                }
                break;
              }
              case 'version': {
                const after = addVersion(before, version(i + 2));
                if (!isRefusal(after)) record = after;
                break;
              }
              case 'wait':
                today = addDays(today, one.days);
                break;
              case 'dispose': {
                const proposed = proposeDisposal({ id: 'dsp_1', reason: 'r', records: [before] }, { by: person('a'), holds, today });
                const approver = person(one.same ? 'a' : 'b');
                const approved = isRefusal(proposed) ? proposed : approveDisposal(proposed, { by: approver, records: [before], holds, today });
                const stub = isRefusal(approved) ? approved : disposeRecord(before, approved, holds, { today, at: `${today}T00:00:00.000Z` });
                if (isRefusal(stub)) break;
                disposed += 1;
                expect(one.same).toBe(false);
                expect(before.awaits).toBeUndefined();
                expect((before.retainUntil ?? '9999') < today).toBe(true);
                expect(holdsOn(before, holds)).toEqual([]);
                // Whatever hold ever covered it is released by now.
                expect(holds.filter(({ id, state }) => everHeld.has(id) && state === 'active')).toEqual([]);
                expect(stub.versions.map(({ sha256 }) => sha256)).toEqual(before.versions.map(({ sha256 }) => sha256));
                record = stub;
                break;
              }
            }
            if (before.retainUntil !== undefined) expect((record.retainUntil ?? '') >= before.retainUntil).toBe(true);
            if (record.state !== 'disposed') everHeld = new Set([...everHeld, ...holdsOn(record, holds).map(({ id }) => id)]);
          }
        }),
        { numRuns: 1500 },
      );
      // The law is not kept by never disposing of anything.
      expect(disposed).toBeGreaterThan(20);
    },
  );
});

test.each([
  ['2024-05-05', 1, '2024-12-31'],
  ['2024-12-31', 1, '2024-12-31'],
  ['2024-03-31', 4, '2024-03-31'],
  ['2024-04-01', 4, '2025-03-31'],
  ['2024-02-10', 3, '2024-02-29'],
  ['2023-07-01', 7, '2024-06-30'],
])('the fiscal year of %s that starts in month %i ends on %s', (on, start, end) => {
  expect(fiscalYearEnd(on, start)).toBe(end);
});

test('the classes of every country have a name, a source and readers in both languages', () => {
  for (const country of ['SA', 'AE', 'EG', 'GB', 'US', 'JP'])
    for (const one of shippedClasses(country)) {
      expect(
        [one.name.en, one.name.ar, one.source.en, one.source.ar].every((text) => text.length > 2),
        one.code,
      ).toBe(true);
      expect(one.readers).toContain('owner');
    }
  expect(['SA', 'AE', 'EG', 'GB', 'US'].map((country) => (shippedClasses(country)[0]?.schedule.months ?? 0) / 12)).toEqual([10, 7, 5, 6, 7]);
});

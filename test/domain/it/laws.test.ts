import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grant, type GrantState, grantActs, grantWays, type System, stepGrant } from '../../../domain/it/access/access.ts';
import { closeLeaver, closeLine, type Leaver, type LeaverFact, openLeaver, openLines, withNewFacts } from '../../../domain/it/access/leaver.ts';
import type { Asset } from '../../../domain/it/assets/asset.ts';
import { assetStateNames, assetWays } from '../../../domain/it/assets/asset-states.ts';
import { asDiscovered, compareDevice, type Device, deviceOf } from '../../../domain/it/assets/discover.ts';
import { acceptedText, type HandOver } from '../../../domain/it/assets/hand-over.ts';
import { moveAsset, promiseAsset, takeBackAsset } from '../../../domain/it/assets/move-asset.ts';
import {
  costPerSeat,
  dueOn,
  type Licence,
  lastTerm,
  mayTakeSeat,
  newTerm,
  nextDueDay,
  reminded,
  renewLicence,
  seatLimit,
  successorOf,
  type Term,
} from '../../../domain/it/licences/licence.ts';
import { addDays, daysBetween } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';

const AT = '2026-01-01T00:00:00.000Z';
const mona = { id: 'usr_1', name: 'Mona' } as const;
const anAsset = (more: Partial<Asset> = {}): Asset => ({
  id: 'ast_1',
  tag: 'AST-0001',
  name: 'X',
  category: 'laptop',
  state: 'in-stock',
  createdAt: AT,
  updatedAt: AT,
  version: 1,
  ...more,
});

describe('assets', () => {
  const pairs = assetStateNames.flatMap((from) => assetStateNames.map((to) => [from, to] as const));
  test.each(pairs)('from %s to %s: allowed as the table says, else refused with what is', (from, to) => {
    const asset = anAsset({ state: from, ...(from === 'assigned' && { custodian: { name: 'x' } }) });
    const acts = {
      move: moveAsset(asset, { to, reason: 'because' }, AT),
      'hand-over': to === 'assigned' ? promiseAsset(asset, 'hov_1', AT, '/assets/0') : undefined,
      return: to === 'in-stock' || to === 'in-repair' ? takeBackAsset(asset, to, AT, '/assets/0') : undefined,
    };
    for (const by of ['move', 'hand-over', 'return'] as const) {
      const outcome = acts[by];
      if (!outcome) continue;
      const allowed = assetWays.some((way) => way.from === from && way.to === to && way.by === by);
      expect(isRefusal(outcome)).toBe(!allowed);
      if (isRefusal(outcome)) {
        expect(outcome.refused).toBe('asset.transition');
        for (const way of assetWays.filter((each) => each.from === from)) expect(outcome.values?.allowed).toContain(way.to);
      }
    }
  });

  test('who has no custodian is in nobody’s custody: leaving custody always clears it', () => {
    for (const way of assetWays.filter(({ from, by }) => from === 'assigned' && by !== 'hand-over')) {
      const asset = anAsset({ state: 'assigned', custodian: { name: 'x' } });
      const after = way.by === 'move' ? moveAsset(asset, { to: way.to, reason: 'r' }, AT) : takeBackAsset(asset, way.to as 'in-stock', AT, '');
      expect(isRefusal(after) || after.custodian).toBeUndefined();
    }
  });

  const text = fc.string({ minLength: 1, maxLength: 8 });
  const aHandOver = fc.record({
    asset: text,
    tag: text,
    name: text,
    holder: text,
    condition: fc.constantFrom('new', 'good', 'worn', 'damaged'),
    accessories: fc.option(text, { nil: undefined }),
    note: fc.option(text, { nil: undefined }),
    issuer: text,
  });
  const built = (fields: typeof aHandOver extends fc.Arbitrary<infer T> ? T : never): HandOver => ({
    id: 'hov_1',
    kind: 'hand-over',
    assets: [{ asset: `ast_${fields.asset}`, tag: fields.tag, name: fields.name }],
    holder: { name: fields.holder },
    condition: fields.condition,
    ...(fields.accessories !== undefined && { accessories: fields.accessories }),
    ...(fields.note !== undefined && { note: fields.note }),
    issuedBy: { id: 'usr_1', name: fields.issuer },
    issuedAt: AT,
    state: 'pending',
    version: 1,
  });
  test('what is accepted says everything that its reader sees: two that differ in anything read differently', () => {
    fc.assert(
      fc.property(
        aHandOver,
        aHandOver,
        (a, b) => (acceptedText(built(a)) === acceptedText(built(b))) === (JSON.stringify(built(a)) === JSON.stringify(built(b))),
      ),
    );
  });
});

describe('discovery', () => {
  const cell = fc.option(fc.stringMatching(/^[A-Za-z0-9]{1,12}$/), { nil: undefined });
  const aDevice = fc
    .record({ hostName: cell, model: cell, os: cell, location: cell, lastSeen: fc.constantFrom(undefined, '2026-01-01', '2026-02-01') })
    .map((some): Device => Object.fromEntries(Object.entries({ ...some, serial: 'SN1' }).filter(([, value]) => value !== undefined)));
  test('twice is once: after a device was written, it changes nothing', () => {
    fc.assert(
      fc.property(fc.array(aDevice, { minLength: 1, maxLength: 6 }), (devices) => {
        let asset = anAsset({ serial: 'sn1' });
        for (const device of devices) {
          const found = compareDevice(device, asset, undefined);
          if (found.outcome === 'changed') asset = asDiscovered(asset, found.changes, AT);
          expect(compareDevice(device, asset, undefined).outcome).toBe('same');
        }
      }),
    );
  });
  test('any cells are a device or a named fault, never a crash', () => {
    const columns = ['serial', 'tag', 'hostName', undefined, 'lastSeen'] as const;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 250 }), { maxLength: 8 }), (cells) =>
        ['object', 'string'].includes(typeof deviceOf(cells, columns)),
      ),
    );
  });
});

const aTerm = (more: Partial<Term> = {}): Term => ({
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  seats: 10,
  period: 'year',
  autoRenew: false,
  reminded: [],
  addedAt: AT,
  ...more,
});
const aLicence = (first: Term, ...more: Term[]): Licence => ({ id: 'lic_1', product: 'x', terms: [first, ...more], createdAt: AT, version: 1 });
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));

describe('licences', () => {
  test('the cost of a seat times the seats, and what is left, is the cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 1, max: 10_000 }), (cost, seats) => {
        const per = costPerSeat({ cost, seats });
        expect(per && per.each * seats + per.left).toBe(cost);
        expect(per && per.left >= 0 && per.left < seats).toBe(true);
      }),
    );
  });

  test('looked at every day, it is told of once at each threshold that lay ahead, and once that it ended', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (length) => {
        let licence = aLicence(aTerm({ endsOn: addDays('2026-01-01', length) }));
        const told: number[] = [];
        let ended = 0;
        for (let today = '2026-01-01', n = 0; n < length + 30; n++, today = addDays(today, 1)) {
          const due = dueOn(licence, today);
          if (due?.kind === 'remind') {
            // What is told of was due on that day and not before.
            expect(nextDueDay(licence, today, false)).toBe(today);
            told.push(due.days);
            licence = reminded(licence, due.skipped);
          }
          if (due?.kind === 'expire' && ended === 0) ended = n;
        }
        expect(new Set(told).size).toBe(told.length);
        expect(told).toEqual([60, 30, 7].filter((days, _, all) => length > days || all.findLast((later) => length <= later) === days));
        expect(ended).toBe(length + 1);
      }),
      { numRuns: 60 },
    );
  });

  test('one that renews itself nags nobody, and its successor is as long and begins the day after', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), day, (startsOn, length, today) => {
        const term = aTerm({ startsOn, endsOn: addDays(startsOn, length), autoRenew: true });
        expect(dueOn(aLicence(term), today)?.kind).not.toBe('remind');
        const next = successorOf(term);
        expect(next && daysBetween(term.endsOn ?? '', next.startsOn)).toBe(1);
        // Whole months stay whole months; other lengths keep their days.
        expect(next?.endsOn !== undefined && Math.abs(daysBetween(next.startsOn, next.endsOn) - length) <= 3).toBe(true);
      }),
    );
  });

  test('P2: a seat is given only below every term that has not ended, and never outside one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 25 }),
        day,
        (seats, held, today) => {
          const [first = 1, ...others] = seats;
          let licence = aLicence(aTerm({ seats: first }));
          for (const each of others) {
            const { endsOn = '' } = lastTerm(licence);
            const renewed = renewLicence(licence, { ...aTerm({ seats: each }), startsOn: addDays(endsOn, 1), endsOn: addDays(endsOn, 365) }, 0, AT);
            if (!isRefusal(renewed)) licence = renewed;
          }
          expect(licence.terms).toHaveLength(seats.length);
          const outcome = mayTakeSeat(licence, held, today);
          const running = today <= (lastTerm(licence).endsOn ?? '');
          const fits = licence.terms.every((term) => (term.endsOn ?? '') < today || held < term.seats);
          expect(!isRefusal(outcome)).toBe(running && fits);
          if (!isRefusal(outcome)) expect(held + 1).toBeLessThanOrEqual(seatLimit(licence, today));
        },
      ),
    );
  });

  test('a renewal changes no term before it', () => {
    const before = aLicence(aTerm());
    const after = renewLicence(before, { ...aTerm(), startsOn: '2027-01-01', endsOn: '2027-12-31' }, 3, AT);
    expect(isRefusal(after) || after.terms[0]).toEqual(before.terms[0]);
    expect(isRefusal(renewLicence(before, { ...aTerm({ seats: 2 }), startsOn: '2027-01-01' }, 3, AT))).toBe(true);
    expect(isRefusal(newTerm({ ...aTerm(), endsOn: '2025-01-01' }, AT))).toBe(true);
  });
});

describe('access', () => {
  const system: System = {
    id: 'sys_1',
    name: 'ERP',
    owner: mona,
    levels: ['read'],
    risk: 'low',
    separateDuties: true,
    reviewMonths: 3,
    reviewOn: '2026-04-01',
    archived: false,
    version: 1,
  };
  const states: readonly GrantState[] = ['requested', 'approved', 'granted', 'revoked'];
  test.each(states.flatMap((state) => grantActs.map((act) => [state, act] as const)))('%s, %s: as the table says', (state, act) => {
    const grant: Grant = {
      id: 'agr_1',
      system: 'sys_1',
      systemName: 'ERP',
      holder: { name: 'x' },
      level: 'read',
      state,
      requested: { by: mona, at: AT },
      version: 1,
    };
    const outcome = stepGrant(grant, act, system, { by: mona, at: AT, isFirmOwner: true });
    const allowed = (grantWays[act].from as readonly GrantState[]).includes(state);
    expect(isRefusal(outcome)).toBe(!allowed);
    if (isRefusal(outcome)) expect(outcome).toMatchObject({ refused: 'access.transition', values: { from: state } });
  });
});

describe('P4: a leaver', () => {
  const aFact = fc.record({
    kind: fc.constantFrom('asset', 'seat', 'access', 'case'),
    ref: fc.constantFrom('a', 'b', 'c', 'd'),
    label: fc.constant('x'),
  });
  const facts = fc.uniqueArray(aFact, { selector: ({ kind, ref }) => `${kind}:${ref}` }) as fc.Arbitrary<LeaverFact[]>;
  const opened = (found: readonly LeaverFact[]): Leaver =>
    openLeaver(found, { id: 'cas_1', number: 1, person: { name: 'x' }, lastDay: '2026-01-01', openedAt: AT, openedBy: mona });

  test('closes when, and only when, every line is closed with proof or by an owner’s waiver', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.constantFrom('proof', 'no proof', 'owner waives', 'other waives'), { maxLength: 20 }), (found, acts) => {
        let leaver = opened(found);
        for (const [i, line] of leaver.lines.entries()) {
          const act = acts[i] ?? 'no proof';
          const outcome = closeLine(leaver, {
            line: line.line,
            by: mona,
            at: AT,
            isFirmOwner: act === 'owner waives',
            ...(act.endsWith('waives') ? { waiver: 'because' } : { evidence: 'e' }),
            proves: act === 'proof',
          });
          expect(!isRefusal(outcome)).toBe(act === 'proof' || act === 'owner waives');
          if (!isRefusal(outcome)) leaver = outcome;
        }
        const closed = closeLeaver(leaver, mona, AT);
        expect(!isRefusal(closed)).toBe(openLines(leaver).length === 0);
        if (isRefusal(closed)) expect(closed.refused).toBe('leaver.lines_open');
      }),
    );
  });

  test('what comes to light is added once, and loses nothing', () => {
    fc.assert(
      fc.property(facts, facts, (first, later) => {
        const leaver = withNewFacts(opened(first), later, AT);
        const lines = leaver.lines.map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        for (const { kind, ref } of [...first, ...later]) expect(lines).toContain(`${kind}:${ref}`);
        expect(withNewFacts(leaver, later, AT)).toBe(leaver);
      }),
    );
  });
});

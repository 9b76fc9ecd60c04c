import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Role, roleNames } from '../../../../domain/firms/permissions.ts';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import type { Person } from '../../../../domain/kernel/person.ts';
import { assignCase } from '../../../../domain/work/cases/assign-case.ts';
import type { Act, Case } from '../../../../domain/work/cases/case.ts';
import { clocksOf, fireClocks, nextFiring, promisedBy } from '../../../../domain/work/cases/case-clocks.ts';
import { mentionsIn } from '../../../../domain/work/cases/comment-on-case.ts';
import { firstSettings } from '../../../../domain/work/cases/desk-settings.ts';
import { mergeCases } from '../../../../domain/work/cases/merge-cases.ts';
import { moveCase, waysOf } from '../../../../domain/work/cases/move-case.ts';
import { openCase } from '../../../../domain/work/cases/open-case.ts';
import { queuesOf } from '../../../../domain/work/cases/queue.ts';
import { type CaseKindCode, caseKindCodes, kindOf } from '../../../../domain/work/kinds/case-kinds.ts';
import { caseStateNames } from '../../../../domain/work/kinds/states.ts';

const mona: Person = { id: 'usr_mona', name: 'Mona' };
const sami: Person = { id: 'usr_sami', name: 'Sami' };
const settings = firstSettings('GB', 'Europe/London');
const OPENED = '2026-01-14T09:00:00.000Z';

function acted(outcome: unknown): Case {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return (outcome as Act).case;
}
const aCase = (kind: CaseKindCode = 'incident', id = 'cas_1' as const): Case =>
  acted(
    openCase({ kind, title: 'Down', fields: {} }, { id, number: 1, by: mona, at: OPENED, settings: 1, queues: queuesOf([]), contact: undefined }),
  );
const mover = (by: Person, role: Role, at = OPENED) => ({ by, role, at, today: at.slice(0, 10), dayOf: (instant: string) => instant.slice(0, 10) });
const day = (days: number) => new Date(Date.parse(OPENED) + days * 86_400_000).toISOString();

describe('moving', () => {
  const moves = fc.array(
    fc.record({
      to: fc.constantFrom(...caseStateNames),
      role: fc.constantFrom(...roleNames),
      mine: fc.boolean(),
      hours: fc.nat(400),
      reason: fc.option(fc.constant('why'), { nil: undefined }),
    }),
    { maxLength: 25 },
  );

  test('follows the table of its kind, whoever moves it, and does just what the buttons say', () => {
    fc.assert(
      fc.property(fc.constantFrom(...caseKindCodes), moves, (kind, tried) => {
        let one = aCase(kind);
        let at = Date.parse(OPENED);
        for (const { to, role, mine, hours, reason } of tried) {
          at += hours * 3_600_000;
          const who = mover(mine ? mona : sami, role, new Date(at).toISOString());
          const way = waysOf(one, who).find((each) => each.to === to);
          const outcome = moveCase(one, { to, reason }, who);
          expect(isRefusal(outcome)).toBe(!way || way.refusal !== undefined || (way.needsReason && reason === undefined));
          if (isRefusal(outcome)) continue;
          expect(kindOf(kind).transitions.some((transition) => transition.from === one.state && transition.to === to)).toBe(true);
          expect(outcome.case.version).toBe(one.version + 1);
          expect(outcome.case.clockLog.at(-1)).toEqual({ type: 'moved', at: who.at, state: to });
          one = outcome.case;
        }
      }),
    );
  });

  test.each([
    [7, undefined],
    [8, 'case.reopen_late'],
  ])('an incident that ended %d days ago: %s', (days, refused) => {
    const resolved = acted(moveCase(aCase(), { to: 'resolved' }, mover(sami, 'staff')));
    const closed = acted(moveCase(resolved, { to: 'closed' }, mover(sami, 'staff', day(3))));
    const outcome = moveCase(closed, { to: 'open' }, mover(mona, 'staff', day(days)));
    expect(isRefusal(outcome) ? outcome.refused : undefined).toBe(refused);
  });

  test('whoever asked may cancel whatever their role, and nobody else without it', () => {
    expect(acted(moveCase(aCase(), { to: 'cancelled', reason: 'found it' }, mover(mona, 'auditor'))).state).toBe('cancelled');
    expect(moveCase(aCase(), { to: 'cancelled', reason: 'found it' }, mover(sami, 'auditor'))).toMatchObject({ refused: 'case.role' });
  });
});

describe('mentions', () => {
  const people = [
    { ...mona, email: 'mona@example.com' },
    { id: 'usr_mo', name: 'Mo', email: 'mo@example.com' },
    { id: 'usr_ahmad', name: 'أحمد النور', email: 'ahmad@example.com' },
  ] as const;
  test.each([
    ['@Mona please', ['Mona']],
    ['ask @mo, then @mona@example.com.', ['Mona', 'Mo']],
    ['راجع @احمد النور من فضلك', ['أحمد النور']],
    ['@usr_mo', ['Mo']],
    ['mona without a sign', []],
    ['@Monastery', []],
  ])('%s', (text, names) => {
    expect(mentionsIn(text, people).map(({ name }) => name)).toEqual(names);
  });
});

describe('clocks', () => {
  test('fire at the warning, then at the breach, then never again', () => {
    let one = aCase();
    const told: string[] = [];
    for (let now = OPENED, times = 0; times < 10; times++) {
      const at = nextFiring(clocksOf(one, settings, now), now);
      if (at === undefined) break;
      now = at;
      const fired = fireClocks(one, settings, now);
      told.push(...(fired?.fired ?? []).map(({ type, clock }) => `${clock} ${type} ${now.slice(5, 16)}`));
      one = fired?.case ?? one;
    }
    expect(told).toEqual([
      'firstResponse warned 01-14T12:12',
      'firstResponse breached 01-14T13:00',
      'resolution warned 01-16T12:12',
      'resolution breached 01-16T17:00',
    ]);
    expect(promisedBy(clocksOf(one, settings, day(9)))).toBe('2026-01-14T13:00:00.000Z');
  });

  test('nobody is waited for while it waits', () => {
    const waiting = acted(moveCase(aCase(), { to: 'waiting', reason: 'asked' }, mover(sami, 'staff')));
    const clocks = clocksOf(waiting, settings, day(30));
    expect([nextFiring(clocks, day(30)), promisedBy(clocks)]).toEqual([undefined, undefined]);
  });
});

test('a merged case is judged by no clock, and its people are kept once', () => {
  const source = { ...aCase('incident', 'cas_1'), assignee: sami, watchers: [mona] };
  const target: Case = { ...aCase('incident', 'cas_1'), id: 'cas_2', watchers: [sami] };
  const acts = mergeCases(source, target, [], day(1));
  if (isRefusal(acts)) throw new Error(acts.refused);
  expect(acts.map(({ type }) => type)).toEqual(['case.merged', 'case.absorbed']);
  expect(acts[1]?.case.watchers).toEqual([sami]);
  expect(clocksOf(acts[0]?.case ?? source, settings, day(9)).map(({ state }) => state)).toEqual(['breached', 'cancelled']);
});

test('a case that somebody took meanwhile stays theirs', () => {
  const taken = { ...aCase(), assignee: sami };
  const facts = { at: OPENED, queues: [], member: { ...mona, role: 'staff' as const } };
  expect(assignCase(taken, { assignee: mona.id, from: null }, facts)).toMatchObject({ refused: 'case.taken' });
  expect(acted(assignCase(taken, { assignee: mona.id, from: sami.id }, facts)).assignee).toEqual(mona);
  expect(assignCase(taken, { assignee: mona.id }, { ...facts, member: { ...mona, role: 'auditor' } })).toMatchObject({ refused: 'assignee.role' });
});

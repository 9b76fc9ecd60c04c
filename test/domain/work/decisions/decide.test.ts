import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { waysToDecide } from '../../../../domain/work/decisions/decide.ts';
import { awaited, evaluateStep, voicesOf } from '../../../../domain/work/decisions/evaluate-step.ts';
import { type DecisionOutcome, outcomeNames } from '../../../../domain/work/decisions/request.ts';
import { dropRequest, expireRequest, voidRequest, withdrawRequest } from '../../../../domain/work/decisions/settle-request.ts';
import { asked, asking, facts, member, NOW, office, people, person, rule, said, says, standsIn, TODAY } from './requests.ts';

const refused = (outcome: unknown): string | undefined => (isRefusal(outcome) ? outcome.refused : undefined);

describe('a step', () => {
  /** What a step comes to, told by every way in which those who are silent could still speak. */
  function byTrying(required: number, voices: readonly (DecisionOutcome | undefined)[]): string {
    if (voices.includes('request-changes')) return 'changes-requested';
    const counts = (said: readonly (DecisionOutcome | undefined)[]) => said.filter((voice) => voice === 'approve').length >= required;
    if (counts(voices)) return 'approved';
    const ends = voices.reduce<DecisionOutcome[][]>(
      (ways, voice) =>
        ways.flatMap((way) =>
          voice
            ? [[...way, voice]]
            : ([
                [...way, 'approve'],
                [...way, 'reject'],
              ] as DecisionOutcome[][]),
        ),
      [[]],
    );
    return ends.some(counts) ? 'open' : 'rejected';
  }

  test('stands as trying every way to go on from there says', () => {
    const voice = fc.option(fc.constantFrom(...outcomeNames), { nil: undefined });
    const aStep = fc
      .array(voice, { minLength: 1, maxLength: 7 })
      .chain((voices) => fc.tuple(fc.constant(voices), fc.integer({ min: 1, max: voices.length })));
    fc.assert(
      fc.property(aStep, ([voices, required]) => {
        const approvers = voices.map((_, i) => person(`p${i}`));
        const heard = new Map(voices.flatMap((one, i) => (one ? [[person(`p${i}`).id, one] as const] : [])));
        expect(evaluateStep({ required, approvers }, heard)).toBe(byTrying(required, voices));
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['all', 2, 'pending'],
    ['any', 1, 'approved'],
    [{ atLeast: 2 }, 2, 'pending'],
  ] as const)('of %j needs %i of two, so that one yes leaves it %s', (need, required, state) => {
    const request = asked([rule(need, { people: people('huda', 'ali') })]);
    expect(request.steps[0]?.required).toBe(required);
    expect(said(request, 'huda', 'approve').state).toBe(state);
  });

  test('is followed by the next, and the last one settles the request', () => {
    const request = asked([rule('any', { people: people('huda') }), rule('all', { people: people('ali', 'nour') })]);
    expect(awaited(request).map(({ name }) => name)).toEqual(['huda']);
    expect(refused(says(request, 'ali', 'approve'))).toBe('decision.not_asked');
    const second = said(request, 'huda', 'approve');
    expect(
      awaited(second)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['ali', 'nour']);
    expect(refused(says(second, 'huda', 'reject'))).toBe('decision.not_asked');
    expect(said(said(second, 'ali', 'approve'), 'nour', 'approve')).toMatchObject({ state: 'approved', settledAt: NOW });
  });
});

describe('W4: decisions', () => {
  test('W4: are never edited; a change of mind is a new decision while the step is open', () => {
    const name = fc.constantFrom('huda', 'ali', 'nour');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.constantFrom(...outcomeNames)), { maxLength: 12 }), (acts) => {
        let request = asked([rule({ atLeast: 2 }, { people: people('huda', 'ali', 'nour') })]);
        for (const [by, outcome] of acts) {
          const after = says(request, by, outcome);
          if (isRefusal(after)) {
            expect(['decision.settled', 'decision.same']).toContain(after.refused);
            continue;
          }
          expect(request.state).toBe('pending');
          expect(after.decisions.slice(0, -1)).toEqual(request.decisions);
          expect(after.decisions).toHaveLength(request.decisions.length + 1);
          expect(after.version).toBe(request.version + 1);
          request = after;
        }
      }),
    );
  });

  test('the latest word of a person counts', () => {
    const request = asked([rule('all', { people: people('huda', 'ali', 'nour') })], { by: 'sami' });
    const back = said(asked([rule({ atLeast: 2 }, { people: people('huda', 'ali', 'nour') })]), 'huda', 'reject');
    const turned = said(back, 'huda', 'approve');
    expect(voicesOf(turned.decisions, 0).get(person('huda').id)).toBe('approve');
    expect(turned.decisions.map(({ outcome }) => outcome)).toEqual(['reject', 'approve']);
    expect(refused(says(turned, 'huda', 'approve'))).toBe('decision.same');
    expect(said(request, 'ali', 'reject').state).toBe('rejected');
  });

  test.each([
    ['reject', 'rejected'],
    ['request-changes', 'changes-requested'],
  ] as const)('%s settles it as %s, and nothing is decided after', (outcome, state) => {
    const settled = said(asked([rule('any', { people: people('huda') })]), 'huda', outcome);
    expect(settled).toMatchObject({ state, settledAt: NOW, links: [] });
    expect(refused(says(settled, 'huda', 'approve'))).toBe('decision.settled');
    expect(refused(withdrawRequest(settled, { by: person('sami'), isOwner: false, at: NOW }))).toBe('decision.settled');
    expect(expireRequest(settled, '2030-01-01T00:00:00.000Z')).toBeUndefined();
    expect(voidRequest(settled, NOW)).toBeUndefined();
  });

  test('what is pending or approved becomes void; what is settled otherwise stays as it was', () => {
    const request = asked([rule('any', { people: people('huda') })]);
    expect(voidRequest(request, NOW)).toMatchObject({ state: 'void', because: 'material-edit' });
    const approved = said(request, 'huda', 'approve');
    expect(voidRequest(approved, NOW)).toMatchObject({ state: 'void', decisions: approved.decisions });
    expect(dropRequest(approved, NOW)).toBeUndefined();
    expect(dropRequest(request, NOW)).toMatchObject({ state: 'withdrawn', because: 'subject-ended' });
  });
});

describe('W5: deputies', () => {
  const request = asked([rule('any', { people: people('huda') })]);

  test.each([
    ['the day before', '2026-03-03', '2026-03-09', 'decision.not_asked'],
    ['on the first day', TODAY, '2026-03-09', undefined],
    ['on the last day', '2026-02-01', TODAY, undefined],
    ['the day after', '2026-02-01', '2026-03-01', 'decision.not_asked'],
  ])('W5: %s: a deputy from %s until %s is refused with %s', (_, from, until, refusal) => {
    const after = says(request, 'ali', 'approve', { delegations: [standsIn('ali', 'huda', from, until)] });
    expect(refused(after)).toBe(refusal);
    if (!isRefusal(after)) expect(after.decisions[0]).toMatchObject({ of: person('huda'), by: person('ali'), self: false });
  });

  test('a deputy’s deputy is nobody’s, and nobody stands in for whom they say', () => {
    expect(refused(says(request, 'ali', 'approve', { delegations: [standsIn('nour', 'huda'), standsIn('ali', 'nour')] }))).toBe('decision.not_asked');
    expect(refused(says(request, 'huda', 'approve', { for: 'nour' }))).toBe('decision.not_deputy');
  });

  test('one person has one voice in a step, whoever’s it is', () => {
    const all = asked([rule('all', { people: people('huda', 'ali') })]);
    const delegations = [standsIn('ali', 'huda')];
    const one = said(all, 'ali', 'approve', { delegations });
    expect(one.decisions[0]).toMatchObject({ of: person('ali'), by: person('ali') });
    expect(refused(says(one, 'ali', 'approve', { delegations, for: 'huda' }))).toBe('decision.one_voice');
    expect(said(one, 'huda', 'approve').state).toBe('approved');
  });

  test('who stands in for two is asked for whom', () => {
    const two = asked([rule('all', { people: people('huda', 'nour') })]);
    const delegations = [standsIn('ali', 'huda'), standsIn('ali', 'nour')];
    expect(refused(says(two, 'ali', 'approve', { delegations }))).toBe('decision.for_whom');
    expect(said(two, 'ali', 'approve', { delegations, for: 'nour' }).decisions[0]).toMatchObject({ of: person('nour') });
  });
});

describe('W5: one’s own request', () => {
  const own = (self: boolean, members = office) => asking([rule('any', { role: 'owner' }, self)], { by: 'mona', members });
  const two = [...office, member('mark', 'owner')];

  test('W5: is decided by oneself only where the policy says so and nobody else could', () => {
    expect(refused(own(false))).toBe('decision.nobody_else');
    const alone = asked([rule('any', { role: 'owner' }, true)], { by: 'mona' });
    expect(said(alone, 'mona', 'approve').decisions[0]).toMatchObject({ self: true, by: person('mona') });
    const withTwo = asked([rule('any', { role: 'owner' }, true)], { by: 'mona', members: two });
    expect(withTwo.steps[0]?.approvers.map(({ name }) => name)).toEqual(['mark']);
    expect(refused(says(withTwo, 'mona', 'approve', { members: two }))).toBe('decision.not_asked');
  });

  test('somebody who could decide by now takes the right to decide alone away: a second owner, or a deputy', () => {
    const alone = asked([rule('any', { role: 'owner' }, true)], { by: 'mona' });
    expect(refused(says(alone, 'mona', 'approve', { members: two }))).toBe('decision.self');
    const delegations = [standsIn('ali', 'mona')];
    expect(refused(says(alone, 'mona', 'approve', { delegations }))).toBe('decision.self');
    expect(said(alone, 'ali', 'approve', { delegations }).decisions[0]).toMatchObject({ self: false, of: person('mona'), by: person('ali') });
  });

  test('is not decided in another’s name either', () => {
    const request = asked([rule('any', { people: people('huda') })], { by: 'ali' });
    expect(refused(says(request, 'ali', 'approve', { delegations: [standsIn('ali', 'huda')] }))).toBe('decision.self');
  });

  test('is the wish of whoever opened the subject too, whoever asks', () => {
    const request = asked([rule('all', { people: people('huda', 'ali') })], { by: 'nour', wantedBy: ['huda'] });
    expect(request.steps[0]?.approvers.map(({ name }) => name)).toEqual(['ali']);
    expect(refused(says(request, 'huda', 'approve'))).toBe('decision.not_asked');
  });

  test('no way of asking and answering lets whoever asks decide while somebody else was asked', () => {
    const names = office.filter(({ role }) => role !== 'auditor').map(({ name }) => name);
    fc.assert(
      fc.property(
        fc.subarray(names, { minLength: 1 }),
        fc.constantFrom(...names),
        fc.boolean(),
        fc.constantFrom('all', 'any'),
        (asks, by, self, need) => {
          const request = asking([rule(need, { people: people(...asks) }, self)], { by });
          if (isRefusal(request)) {
            expect([request.refused, asks]).toEqual(['decision.nobody_else', [by]]);
            return;
          }
          const after = says(request, by, 'approve');
          expect(isRefusal(after)).toBe(!(self && asks.length === 1 && asks[0] === by));
        },
      ),
    );
  });
});

describe('refused', () => {
  const request = asked([rule('any', { people: people('huda') })]);
  const byRole = asked([rule('any', { role: 'owner' })]);
  const deputyWith = (members: typeof office) => says(request, 'ali', 'approve', { delegations: [standsIn('ali', 'huda')], members });
  test.each([
    ['once its time is over, also before anybody wrote that down', says(request, 'huda', 'approve', { at: request.expiresAt }), 'decision.expired'],
    ['of whoever was not asked', says(request, 'ali', 'approve'), 'decision.not_asked'],
    ['of whoever has lost the role by which they were asked', says(byRole, 'mona', 'approve', { members: [member('mona')] }), 'decision.role_lost'],
    ['of the deputy of somebody who has left the firm', deputyWith(office.filter(({ name }) => name !== 'huda')), 'decision.principal_gone'],
    [
      'of the deputy of somebody who only looks on by now',
      deputyWith(office.map((one) => (one.name === 'huda' ? member('huda', 'auditor') : one))),
      'decision.principal_gone',
    ],
    ['in a name that is not theirs', says(request, 'ali', 'approve', { for: 'huda' }), 'decision.not_deputy'],
    [
      'once it is settled: first of all',
      says(said(request, 'huda', 'approve'), 'ali', 'approve', { at: '2030-01-01T00:00:00.000Z' }),
      'decision.settled',
    ],
    [
      'beyond what a request holds',
      says(
        {
          ...request,
          decisions: Array.from({ length: 100 }, (_, i) => ({
            ...facts('x'),
            id: `dcn_${i}` as never,
            step: 9,
            of: person('x'),
            self: false,
            outcome: 'approve' as const,
          })),
        },
        'huda',
        'approve',
      ),
      'decision.full',
    ],
  ])('%s', (_, outcome, code) => {
    expect(refused(outcome)).toBe(code);
  });

  test.each([
    ['nobody', [], {}, 'decision.no_steps'],
    ['too many steps', Array.from({ length: 6 }, () => rule('any', { people: people('huda') })), {}, 'decision.too_many_steps'],
    ['until yesterday', [rule('any', { people: people('huda') })], { expiresAt: NOW }, 'decision.expiry_past'],
    ['a stranger', [rule('any', { people: people('nobody') })], {}, 'decision.not_decider'],
    ['an auditor', [rule('any', { people: people('omar') })], {}, 'decision.not_decider'],
    ['a role that nobody has', [rule('any', { role: 'owner' })], { members: [member('sami')] }, 'decision.nobody'],
    ['oneself', [rule('any', { people: people('sami') })], {}, 'decision.nobody_else'],
    ['three of two', [rule({ atLeast: 3 }, { people: people('huda', 'ali') })], {}, 'decision.too_few'],
    ['two of oneself and another', [rule({ atLeast: 2 }, { people: people('sami', 'ali') })], {}, 'decision.too_few'],
    [
      'sixteen people',
      [rule('any', { role: 'accountant' })],
      { members: [...office, ...Array.from({ length: 16 }, (_, i) => member(`a${i}`, 'accountant'))] },
      'decision.too_many_approvers',
    ],
  ] as const)('to ask %s', (_, rules, more, code) => {
    expect(refused(asking(rules, more as Parameters<typeof asking>[1]))).toBe(code);
  });

  test('to take back what somebody else asked, but not to its owner', () => {
    expect(refused(withdrawRequest(request, { by: person('ali'), isOwner: false, at: NOW }))).toBe('decision.not_yours');
    expect(withdrawRequest(request, { by: person('ali'), isOwner: true, at: NOW })).toMatchObject({ state: 'withdrawn', because: 'asked' });
    expect(withdrawRequest(request, { by: person('sami'), isOwner: false, at: NOW })).toMatchObject({ state: 'withdrawn' });
  });
});

test('the buttons are refused by what the verb refuses by', () => {
  const name = fc.constantFrom('mona', 'nour', 'sami', 'huda', 'ali');
  const anAct = fc.tuple(name, fc.constantFrom(...outcomeNames), fc.option(name, { nil: undefined }));
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 5 }), name, fc.array(fc.tuple(name, name), { maxLength: 3 }), (acts, by, pairs) => {
      const delegations = pairs.filter(([a, b]) => a !== b).map(([a, b]) => standsIn(a, b));
      let request = asked([rule({ atLeast: 2 }, { people: people('huda', 'ali', 'nour') }), rule('any', { role: 'owner' }, true)]);
      for (const [who, outcome, of] of acts) {
        const after = says(request, who, outcome, { delegations, ...(of && { for: of }) });
        if (!isRefusal(after)) request = after;
      }
      const ways = waysToDecide(request, facts(by, { delegations }));
      if (isRefusal(ways)) {
        expect(refused(says(request, by, 'request-changes', { delegations }))).toBe(ways.refused);
        return;
      }
      for (const { of, refusal } of ways) {
        const after = says(request, by, 'request-changes', { delegations, for: of.name });
        expect(refused(after)).toBe(refusal?.refused);
      }
    }),
    { numRuns: 2_000 },
  );
});

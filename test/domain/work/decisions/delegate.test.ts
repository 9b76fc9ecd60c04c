import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import { changeDelegation, delegate } from '../../../../domain/work/decisions/delegate.ts';
import { deputiesOf, holdsOn, MAX_DELEGATIONS, principalsOf } from '../../../../domain/work/decisions/delegation.ts';
import { member, person, standsIn, TODAY } from './requests.ts';

const sent = { id: 'dlg_1' as const, person: person('huda'), from: TODAY, until: '2026-03-09' };
const named = (more: Partial<typeof sent> = {}, who = member('ali'), count = 0) =>
  delegate({ ...sent, ...more }, { member: who, today: TODAY, count });
const refused = (outcome: unknown): string | undefined => (isRefusal(outcome) ? outcome.refused : undefined);

describe('a delegation', () => {
  test('names whoever may decide, from one day to another', () => {
    expect(named()).toEqual({ ...sent, to: person('ali'), version: 1 });
  });

  test.each([
    ['to oneself', named({}, member('huda')), 'delegation.self'],
    ['to an auditor', named({}, member('omar', 'auditor')), 'delegation.role'],
    ['to nobody', delegate(sent, { member: undefined, today: TODAY, count: 0 }), 'delegation.nobody'],
    ['that ends before it begins', named({ from: '2026-03-10' }), 'delegation.backwards'],
    ['that is over', named({ from: '2026-01-01', until: '2026-03-01' }), 'delegation.over'],
    ['beyond what one person has', named({}, member('ali'), MAX_DELEGATIONS), 'delegation.too_many'],
  ])('is refused %s', (_, outcome, code) => {
    expect(refused(outcome)).toBe(code);
  });

  test('takes other dates under the same rules', () => {
    const before = standsIn('ali', 'huda', TODAY, '2026-03-09');
    expect(changeDelegation(before, { until: '2026-04-01' }, TODAY)).toEqual({ ...before, until: '2026-04-01', version: 2 });
    expect(refused(changeDelegation(before, { until: '2026-03-01' }, TODAY))).toBe('delegation.backwards');
    expect(refused(changeDelegation(before, { from: '2026-01-01', until: '2026-03-01' }, TODAY))).toBe('delegation.over');
  });

  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-09', true],
    ['2026-03-10', false],
  ])('on %s holds: %s', (day, holds) => {
    const one = standsIn('ali', 'huda', '2026-03-02', '2026-03-09');
    expect(holdsOn(one, day)).toBe(holds);
    expect(principalsOf(person('ali').id, [one], day)).toEqual(holds ? [one] : []);
    expect(deputiesOf(person('huda').id, [one], day)).toEqual(holds ? [one] : []);
    expect(deputiesOf(person('ali').id, [one], day)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { roleNames } from '../../../../domain/firms/permissions.ts';
import type { Text } from '../../../../domain/kernel/language.ts';
import { clockPolicy } from '../../../../domain/work/cases/clock-policy.ts';
import { firstSettings } from '../../../../domain/work/cases/desk-settings.ts';
import { clockMails } from '../../../../domain/work/cases/mails.ts';
import { inverseOf, relationNames, relations } from '../../../../domain/work/cases/relations.ts';
import { whyNotPolicy } from '../../../../domain/work/clocks/check-policy.ts';
import { caseKindCodes, kindOf } from '../../../../domain/work/kinds/case-kinds.ts';
import { firstQueues } from '../../../../domain/work/kinds/first-queues.ts';
import { levelNames, levels, priorities, priorityNames, priorityOf } from '../../../../domain/work/kinds/priority.ts';
import { activeStates, caseStateNames, caseStates } from '../../../../domain/work/kinds/states.ts';

const arabic = /\p{Script=Arabic}/u;
/** Every text of a table, however deep. */
function textsOf(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'ar' in value) return [value as Text];
  return Object.values(value).flatMap(textsOf);
}
const isBilingual = ({ en, ar }: Text): boolean => /[A-Za-z]/.test(en) && arabic.test(ar) && !arabic.test(en);

describe.each(caseKindCodes)('%s', (code) => {
  const { form, transitions, ...kind } = kindOf(code);

  test('is wholly in both languages', () => {
    const texts = [...textsOf(kind), ...textsOf(transitions)];
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => !isBilingual(text))).toEqual([]);
  });

  test('names every member of its form, and nothing else', () => {
    expect(Object.keys(kind.labels).sort()).toEqual(Object.keys(form.shape).sort());
  });

  test('takes no member that its form does not have', () => {
    expect(form.safeParse({ nonsense: 1 }).success).toBe(false);
  });

  test('reaches every state from new, and ends from every state', () => {
    const reach = (from: string, seen = new Set([from])): Set<string> => {
      for (const { to } of transitions.filter((way) => way.from === from)) if (!seen.has(to)) reach(to, seen.add(to));
      return seen;
    };
    expect([...reach('new')].sort()).toEqual([...caseStateNames].sort());
    for (const state of activeStates) expect(reach(state)).toContain('closed');
  });

  test('has one way at most between two states, each for known roles', () => {
    const ways = transitions.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(ways).size).toBe(ways.length);
    for (const { roles } of transitions) expect(roles.length > 0 && roles.every((role) => roleNames.includes(role) && role !== 'auditor')).toBe(true);
  });

  test('reopens within a number of days, and cancels with a reason', () => {
    for (const way of transitions) {
      const isReopening = !activeStates.some((state) => state === way.from) && way.to === 'open';
      expect(way.reopens ?? false).toBe(isReopening);
      if (way.to === 'cancelled') expect(way.reason).toBe(true);
    }
    expect(kind.reopenWithinDays).toBeGreaterThan(0);
  });

  test('promises more to what is more pressing, and its clocks can be kept', () => {
    const resolutions = priorityNames.map((priority) => kind.targets[priority].resolution);
    expect(resolutions).toEqual([...resolutions].sort((a, b) => a - b));
    for (const priority of priorityNames) expect(kind.targets[priority].firstResponse).toBeLessThan(kind.targets[priority].resolution);
    expect(whyNotPolicy(clockPolicy(code, firstSettings('SA', 'Asia/Riyadh')))).toBeUndefined();
  });

  test('has a checklist whose items differ', () => {
    const codes = kind.checklist.map((item) => item.code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

test('states, queues, levels, relations and mails are in both languages', () => {
  expect(textsOf([caseStates, firstQueues, levels, priorities, relations, clockMails]).filter((text) => !isBilingual(text))).toEqual([]);
});

test('a link is the inverse of its inverse', () => {
  for (const relation of relationNames) expect(inverseOf(inverseOf(relation))).toBe(relation);
});

test('priority never falls as impact or urgency rises', () => {
  const rank = (impact: number, urgency: number) => priorityNames.indexOf(priorityOf(levelNames[impact] ?? 'low', levelNames[urgency] ?? 'low'));
  for (let a = 0; a < 3; a++)
    for (let b = 0; b < 3; b++) {
      if (a < 2) expect(rank(a, b)).toBeLessThanOrEqual(rank(a + 1, b));
      if (b < 2) expect(rank(a, b)).toBeLessThanOrEqual(rank(a, b + 1));
    }
});

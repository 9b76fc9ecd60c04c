import { expect, test } from 'vitest';
import { languages, say } from '../../../../domain/kernel/language.ts';
import { MAX_TARGET_MINUTES, whyNotPolicy } from '../../../../domain/work/clocks/check-policy.ts';
import { warningMinutes } from '../../../../domain/work/clocks/policy.ts';
import { clockRefusals } from '../../../../domain/work/clocks/refusals.ts';
import { policy, rule } from './clocks.ts';

test.each([
  ['a target of nothing', policy({ resolution: rule(0) }), 'clock.target', '/clocks/resolution/targets/low'],
  ['a target of half a minute', policy({ resolution: rule(60, { targets: { urgent: 0.5 } }) }), 'clock.target', '/clocks/resolution/targets/urgent'],
  [
    'a target of more than a year',
    policy({ resolution: rule(60, { targets: { low: MAX_TARGET_MINUTES + 1 } }) }),
    'clock.target',
    '/clocks/resolution/targets/low',
  ],
  ['a warning before the start', policy({ nextUpdate: rule(60, { warnAtPercent: 0 }) }), 'clock.warning', '/clocks/nextUpdate/warnAtPercent'],
  ['a warning at the end', policy({ nextUpdate: rule(60, { warnAtPercent: 100 }) }), 'clock.warning', '/clocks/nextUpdate/warnAtPercent'],
  [
    'a state that pauses and ends',
    policy({ firstResponse: rule(60, { pausesIn: ['waiting', 'closed'] }) }),
    'clock.state_twice',
    '/clocks/firstResponse/pausesIn/1',
  ],
  ['a state that ends in two ways', policy({}, { cancelledIn: ['cancelled', 'closed'] }), 'clock.state_twice', '/cancelledIn/1'],
] as const)('%s is refused', (_, kept, code, pointer) => {
  expect(whyNotPolicy(kept)).toMatchObject({ refused: code, errors: expect.arrayContaining([expect.objectContaining({ code, pointer })]) });
});

test.each([
  [
    'three clocks',
    policy({ firstResponse: rule(60), nextUpdate: rule(MAX_TARGET_MINUTES, { warnAtPercent: 1 }), resolution: rule(1, { warnAtPercent: 99 }) }),
  ],
  ['no clock', policy({})],
] as const)('a policy of %s can be kept', (_, kept) => {
  expect(whyNotPolicy(kept)).toBeUndefined();
});

test.each([
  [75, 240, 180],
  [75, 10, 8],
  [29, 100, 29],
  [1, 60, 1],
  [99, 10, undefined],
  [50, 1, undefined],
] as const)('a warning at %i percent of %i minutes comes after %s', (warnAtPercent, target, after) => {
  expect(warningMinutes(rule(target, { warnAtPercent }), target)).toBe(after);
});

test('every message can be filled from what the refusal brings', () => {
  for (const { say: what, fix } of Object.values(clockRefusals))
    for (const text of [what, fix]) for (const language of languages) expect(say(text, language, { maximum: 1, state: 'x' })).not.toMatch(/[{}]/);
});

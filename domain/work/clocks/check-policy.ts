import { type Fault, type Refusal, refuse } from '../../kernel/decision.ts';
import type { CaseState } from '../kinds/states.ts';
import { type ClockPolicy, type ClockRule, clockNames, priorities } from './policy.ts';

/** The first fault names the refusal; `errors` lists them all. */
export interface PolicyRefusal extends Refusal {
  readonly errors: readonly Fault[];
}

/** A year of minutes, all of them open: no desk promises later than that. */
export const MAX_TARGET_MINUTES = 525_600;

/** What is wrong with a policy, or undefined where it can be kept. In this order: ending states, then each clock's targets, warning, pauses. */
export function whyNotPolicy(policy: ClockPolicy): PolicyRefusal | undefined {
  const errors = [...faultsOf(policy)];
  const [first] = errors;
  return first && { ...refuse(first.code, first.values), errors };
}

function* faultsOf(policy: ClockPolicy): Generator<Fault, void, undefined> {
  const { resolvedIn, cancelledIn, clocks } = policy;
  for (const [i, state] of cancelledIn.entries())
    if (resolvedIn.includes(state)) yield { pointer: `/cancelledIn/${i}`, code: 'clock.state_twice', values: { state } };
  for (const name of clockNames) {
    const rule = clocks[name];
    if (rule) yield* ruleFaults(rule, [...resolvedIn, ...cancelledIn], `/clocks/${name}`);
  }
}

function* ruleFaults({ targets, warnAtPercent, pausesIn }: ClockRule, ending: readonly CaseState[], at: string): Generator<Fault, void, undefined> {
  for (const priority of priorities) {
    if (!isWholeWithin(targets[priority], MAX_TARGET_MINUTES))
      yield { pointer: `${at}/targets/${priority}`, code: 'clock.target', values: { maximum: MAX_TARGET_MINUTES } };
  }
  if (warnAtPercent !== undefined && !isWholeWithin(warnAtPercent, 99)) yield { pointer: `${at}/warnAtPercent`, code: 'clock.warning' };
  for (const [i, state] of pausesIn.entries())
    if (ending.includes(state)) yield { pointer: `${at}/pausesIn/${i}`, code: 'clock.state_twice', values: { state } };
}

const isWholeWithin = (n: number, maximum: number): boolean => Number.isInteger(n) && n >= 1 && n <= maximum;

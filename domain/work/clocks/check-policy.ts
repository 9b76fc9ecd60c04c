import type { CaseState } from '../kinds/states.ts';
import { type ClockPolicy, type ClockRule, clockNames, priorities } from './policy.ts';
import type { ClockRefusalCode } from './refusals.ts';

export interface PolicyFault {
  readonly pointer: string;
  readonly code: ClockRefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The first fault names the refusal; `errors` lists them all. */
export interface PolicyRefusal {
  readonly refused: ClockRefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors: readonly PolicyFault[];
}

/** A year of minutes, all of them open: no desk promises later than that. */
export const MAX_TARGET_MINUTES = 525_600;

/** What is wrong with a policy, or undefined where it can be kept. In this order: ending states, then each clock's targets, warning, pauses. */
export function whyNotPolicy(policy: ClockPolicy): PolicyRefusal | undefined {
  const errors = [...faultsOf(policy)];
  const [first] = errors;
  return first && { refused: first.code, ...(first.values && { values: first.values }), errors };
}

function* faultsOf(policy: ClockPolicy): Generator<PolicyFault, void, undefined> {
  const { resolvedIn, cancelledIn, clocks } = policy;
  for (const [i, state] of cancelledIn.entries())
    if (resolvedIn.includes(state)) yield { pointer: `/cancelledIn/${i}`, code: 'clock.state_twice', values: { state } };
  for (const name of clockNames) {
    const rule = clocks[name];
    if (rule) yield* ruleFaults(rule, [...resolvedIn, ...cancelledIn], `/clocks/${name}`);
  }
}

function* ruleFaults(
  { targets, warnAtPercent, pausesIn }: ClockRule,
  ending: readonly CaseState[],
  at: string,
): Generator<PolicyFault, void, undefined> {
  for (const priority of priorities) {
    if (!isWholeWithin(targets[priority], MAX_TARGET_MINUTES))
      yield { pointer: `${at}/targets/${priority}`, code: 'clock.target', values: { maximum: MAX_TARGET_MINUTES } };
  }
  if (warnAtPercent !== undefined && !isWholeWithin(warnAtPercent, 99)) yield { pointer: `${at}/warnAtPercent`, code: 'clock.warning' };
  for (const [i, state] of pausesIn.entries())
    if (ending.includes(state)) yield { pointer: `${at}/pausesIn/${i}`, code: 'clock.state_twice', values: { state } };
}

const isWholeWithin = (n: number, maximum: number): boolean => Number.isInteger(n) && n >= 1 && n <= maximum;

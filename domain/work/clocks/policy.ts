import type { Text } from '../../kernel/language.ts';
import type { CaseState } from '../kinds/states.ts';

/**
 * `firstResponse` runs until somebody answers. `nextUpdate` runs from each answer to the next, while the case is open. `resolution` runs until
 * the case is resolved.
 */
export const clockNames = ['firstResponse', 'nextUpdate', 'resolution'] as const;
export type ClockName = (typeof clockNames)[number];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** What one clock promises. */
export interface ClockRule {
  /** In open minutes of the calendar. */
  readonly targets: Readonly<Record<Priority, number>>;
  /** The states in which the clock stands still: somebody else is to act. */
  readonly pausesIn: readonly CaseState[];
  /** The warning comes when this much of the target is used up; without it, none does. */
  readonly warnAtPercent?: number;
}

/** The promises made for a kind of case, or to a client. A policy never changes: a correction is a new version. */
export interface ClockPolicy {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  /** A clock that is not named is not kept. */
  readonly clocks: Readonly<Partial<Record<ClockName, ClockRule>>>;
  /** The states that end every clock as met (or, too late, as breached). Leaving them for another state resumes. */
  readonly resolvedIn: readonly CaseState[];
  /** The states that end every clock without a verdict. */
  readonly cancelledIn: readonly CaseState[];
}

export type ClockMode = 'counting' | 'paused' | 'resolved' | 'cancelled';

/** What a clock does while the case is in a state. */
export function modeIn(policy: ClockPolicy, rule: ClockRule, state: CaseState): ClockMode {
  if (policy.resolvedIn.includes(state)) return 'resolved';
  if (policy.cancelledIn.includes(state)) return 'cancelled';
  return rule.pausesIn.includes(state) ? 'paused' : 'counting';
}

/** After how many open minutes to warn; undefined where the warning would come no earlier than the breach. */
export function warningMinutes({ warnAtPercent }: ClockRule, targetMinutes: number): number | undefined {
  if (warnAtPercent === undefined) return undefined;
  const minutes = Math.ceil((targetMinutes * warnAtPercent) / 100);
  return minutes < targetMinutes ? minutes : undefined;
}

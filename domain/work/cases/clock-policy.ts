import { forEachOf } from '../../kernel/for-each-of.ts';
import type { ClockPolicy } from '../clocks/policy.ts';
import type { Target, Targets } from '../kinds/case-kind.ts';
import type { CaseKindCode } from '../kinds/case-kinds.ts';
import { kindOf } from '../kinds/case-kinds.ts';
import { priorityNames } from '../kinds/priority.ts';
import type { DeskSettings } from './desk-settings.ts';

const policies = new WeakMap<DeskSettings, Map<CaseKindCode, ClockPolicy>>();

/** The promises for a kind of case under a firm’s settings. Settings never change, so each is made once. */
export function clockPolicy(kind: CaseKindCode, settings: DeskSettings): ClockPolicy {
  const made = policies.get(settings) ?? new Map<CaseKindCode, ClockPolicy>();
  policies.set(settings, made);
  const known = made.get(kind);
  if (known) return known;
  const { name, pausedIn } = kindOf(kind);
  const rule = (minutesOf: (target: Target) => number) => ({
    targets: forEachOf(priorityNames, (priority) => minutesOf(settings.targets[kind][priority])),
    pausesIn: pausedIn,
    warnAtPercent: settings.warnAtPercent,
  });
  const updates = promisesUpdates(settings.targets[kind]);
  const policy: ClockPolicy = {
    id: kind,
    version: settings.version,
    name,
    clocks: {
      firstResponse: rule(({ firstResponse }) => firstResponse),
      // Where an update is promised, it is at every priority.
      ...(updates && { nextUpdate: rule(({ nextUpdate = 0 }) => nextUpdate) }),
      resolution: rule(({ resolution }) => resolution),
    },
    resolvedIn: ['resolved', 'closed'],
    cancelledIn: ['cancelled'],
  };
  made.set(kind, policy);
  return policy;
}

/** Whether a kind promises word from each answer to the next: for every priority, or not at all. */
export const promisesUpdates = (targets: Targets): boolean => priorityNames.every((priority) => targets[priority].nextUpdate !== undefined);

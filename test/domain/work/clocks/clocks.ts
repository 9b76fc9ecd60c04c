import type { ClockEvent } from '../../../../domain/work/clocks/clock-event.ts';
import type { ClockPolicy, ClockRule, Priority } from '../../../../domain/work/clocks/policy.ts';
import type { CaseState } from '../../../../domain/work/kinds/states.ts';
import { utc } from '../calendars/calendars.ts';

/** The same target whatever the priority, unless one says otherwise; waiting pauses. */
export const rule = (
  minutes: number,
  facts: Partial<Omit<ClockRule, 'targets'>> & { readonly targets?: Partial<Record<Priority, number>> } = {},
): ClockRule => ({
  pausesIn: ['waiting'],
  ...facts,
  targets: { low: minutes, normal: minutes, high: minutes, urgent: minutes, ...facts.targets },
});
export const policy = (clocks: ClockPolicy['clocks'] = { resolution: rule(240) }, facts: Partial<ClockPolicy> = {}): ClockPolicy => ({
  id: 'sla_standard',
  version: 1,
  name: { en: 'Standard', ar: 'قياسي' },
  clocks,
  resolvedIn: ['resolved', 'closed'],
  cancelledIn: ['cancelled'],
  ...facts,
});

// The log of a case, in instants or in UTC as `2024-01-05 14:00`.
const at = (text: string): string => (text.endsWith('Z') ? text : utc(text));
export const opened = (when: string, priority: Priority = 'normal', state: CaseState = 'open'): ClockEvent => ({
  type: 'opened',
  at: at(when),
  state,
  priority,
});
export const moved = (when: string, state: CaseState): ClockEvent => ({ type: 'moved', at: at(when), state });
export const answered = (when: string): ClockEvent => ({ type: 'answered', at: at(when) });
export const prioritised = (when: string, priority: Priority): ClockEvent => ({ type: 'prioritised', at: at(when), priority });

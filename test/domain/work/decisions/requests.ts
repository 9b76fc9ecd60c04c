import type { Role } from '../../../../domain/firms/permissions.ts';
import { isRefusal } from '../../../../domain/kernel/decision.ts';
import type { Id, UserId } from '../../../../domain/kernel/ids.ts';
import type { Person } from '../../../../domain/kernel/person.ts';
import { askDecision } from '../../../../domain/work/decisions/ask-decision.ts';
import { type DecidingFacts, decide, type SentDecision } from '../../../../domain/work/decisions/decide.ts';
import type { Delegation } from '../../../../domain/work/decisions/delegation.ts';
import type { StepRule } from '../../../../domain/work/decisions/policy.ts';
import type { DecisionRequest } from '../../../../domain/work/decisions/request.ts';

export const NOW = '2026-03-02T08:00:00.000Z';
export const TODAY = '2026-03-02';
const asId = <K extends 'user' | 'decision' | 'delegation'>(prefix: string, name: string): Id<K> => `${prefix}_${name}` as Id<K>;
export const person = (name: string): Person => ({ id: asId<'user'>('usr', name), name });
export const member = (name: string, role: Role = 'staff') => ({ ...person(name), role });
export const people = (...names: string[]): UserId[] => names.map((name) => person(name).id);
export const rule = (need: StepRule['need'], of: StepRule['of'], self = false): StepRule => ({
  name: { en: 'Step', ar: 'مرحلة' },
  need,
  of,
  ...(self && { self }),
});

export const office = [
  member('mona', 'owner'),
  member('nour', 'accountant'),
  member('sami'),
  member('huda'),
  member('ali'),
  member('omar', 'auditor'),
];

export function asking(
  rules: readonly StepRule[],
  more: Partial<{ by: string; wantedBy: string[]; members: typeof office; expiresAt: string; fromPolicy: number }> = {},
) {
  const { by = 'sami', wantedBy = [], members = office, expiresAt = '2026-03-16T08:00:00.000Z', fromPolicy = rules.length } = more;
  return askDecision(
    {
      subject: { kind: 'case', id: 'cas_1', number: 1, title: 'A new server' },
      material: [{ name: 'plan', label: { en: 'Plan', ar: 'خطة' }, value: 'buy it' }],
      digest: 'd',
      rules,
      fromPolicy,
      policy: { code: 'change', version: 1 },
      expiresAt,
    },
    { id: 'dcr_1' as Id<'decisionRequest'>, by: person(by), wantedBy: wantedBy.map(person), at: NOW, members },
  );
}
export function asked(...args: Parameters<typeof asking>): DecisionRequest {
  const request = asking(...args);
  if (isRefusal(request)) throw new Error(request.refused);
  return request;
}

let made = 0;
export const standsIn = (deputy: string, principal: string, from = TODAY, until = TODAY): Delegation => ({
  id: asId<'delegation'>('dlg', `${++made}`),
  person: person(principal),
  to: person(deputy),
  from,
  until,
  version: 1,
});

export const facts = (by: string, more: Partial<DecidingFacts> = {}): DecidingFacts => ({
  id: asId<'decision'>('dcn', `${++made}`),
  by: person(by),
  at: NOW,
  today: TODAY,
  delegations: [],
  members: office,
  ...more,
});
export const says = (
  request: DecisionRequest,
  by: string,
  outcome: SentDecision['outcome'],
  more: Partial<DecidingFacts> & { readonly for?: string } = {},
) => {
  const { for: of, ...rest } = more;
  return decide(request, { outcome, ...(of !== undefined && { onBehalfOf: person(of).id }) }, facts(by, rest));
};
export function said(...args: Parameters<typeof says>): DecisionRequest {
  const after = says(...args);
  if (isRefusal(after)) throw new Error(after.refused);
  return after;
}

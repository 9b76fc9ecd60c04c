import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Act, type Case, MAX_LINKS, next } from './case.ts';
import { inverseOf, type Relation } from './relations.ts';

/** Links two cases: both say so, each from its own side. `above` are the cases of which the other one is a part, however far up. */
export function linkCases(
  before: Case,
  other: Case | undefined,
  relation: Relation,
  { at, above }: { readonly at: Instant; readonly above: readonly Id<'case'>[] },
): Outcome<readonly [Act, Act]> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  if (!other) return refuseAt('/to', 'case.unknown');
  if (other.id === before.id) return refuseAt('/to', 'case.itself');
  if (other.mergedInto) return refuseAt('/to', 'case.merged', { into: other.mergedInto });
  if (before.links.some(({ to }) => to === other.id)) return refuseAt('/to', 'case.linked', { number: other.number });
  if (relation === 'parent' && before.links.some((link) => link.relation === 'parent')) return refuse('case.has_parent');
  if (relation === 'parent' && above.includes(before.id)) return refuseAt('/to', 'case.circle', { number: other.number });
  if (before.links.length >= MAX_LINKS || other.links.length >= MAX_LINKS) return refuse('case.full');
  return [linked(before, other, relation, at), linked(other, before, inverseOf(relation), at)];
}

/** Takes a link back, on both sides. */
export function unlinkCases(before: Case, other: Case | undefined, at: Instant): Outcome<readonly Act[]> {
  const link = other && before.links.find(({ to }) => to === other.id);
  if (!link) return refuse('request.not_found');
  return [unlinked(before, other, at), unlinked(other, before, at)];
}

const linked = (one: Case, other: Case, relation: Relation, at: Instant): Act => ({
  type: 'case.linked',
  case: next(one, at, { links: [...one.links, { to: other.id, relation }] }),
  data: { to: other.id, number: other.number, relation },
});
const unlinked = (one: Case, other: Case, at: Instant): Act => ({
  type: 'case.unlinked',
  case: next(one, at, { links: one.links.filter(({ to }) => to !== other.id) }),
  data: { to: other.id, number: other.number },
});

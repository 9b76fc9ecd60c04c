import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { changeDelegation as decideChange, delegate } from '../../../domain/work/decisions/delegate.ts';
import { type Delegation, holdsOn } from '../../../domain/work/decisions/delegation.ts';
import { loadMember } from '../../firms/members.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { rowsFrom } from '../../platform/lists/rows-from.ts';
import { pageBody, takePage } from '../../platform/lists/take-page.ts';
import { personOf, wirePerson } from '../../platform/person.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { decisionsKeys } from './keys.ts';
import { delegationItem, delegationOf } from './request-items.ts';
import type { decisionsRoutes } from './routes.ts';

const { pk } = decisionsKeys.delegation({ delegation: '' });

/** Who stands in for whom, newest first. */
export const listDelegations: Verb<typeof decisionsRoutes.listDelegations> = async (call) => {
  const { limit, of } = call.query;
  const user = of === 'me' ? call.caller.user.id : of;
  const concerns = ({ person, to }: Delegation): boolean => user === undefined || person.id === user || to.id === user;
  const page = await takePage(rows(call), limit, concerns);
  const data = page.data.map((one) => wireDelegation(one, call.today));
  return { status: 200, body: pageBody(call, data, page.next) };
};

async function* rows({ table, cursor }: FirmCall) {
  for await (const item of rowsFrom(table, { pk, descending: true }, cursor.from)) yield { at: item.sk, value: delegationOf(item) };
}

/** Names a deputy for oneself. */
export const addDelegation: Verb<typeof decisionsRoutes.addDelegation> = async (call) => {
  const seen = new Reading(call.table);
  const { to, from, until } = call.body;
  const [stored, all] = await Promise.all([loadMember(seen, to), queryAll(call.table, { pk })]);
  const member = stored && { id: stored.user, name: stored.name, role: stored.role };
  const person = personOf(call);
  const count = all.map(delegationOf).filter((one) => one.person.id === person.id && one.until >= call.today).length;
  const made = delegate({ id: call.mint('delegation'), person, from, until }, { member, today: call.today, count });
  if (isRefusal(made)) return made;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: delegationItem(made), when: { exists: false } }],
      happenings: [told('delegation.added', made)],
      answer: { status: 201 as const, body: wireDelegation(made, call.today), version: made.version },
    }),
  });
};

/** Gives it other dates. */
export const changeDelegation: Verb<typeof decisionsRoutes.changeDelegation> = async (call) => {
  const seen = new Reading(call.table);
  const before = await own(call, seen, call.params.delegationId);
  if (isRefusal(before)) return before;
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const after = decideChange(before, call.body, call.today);
  if (isRefusal(after)) return after;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: delegationItem(after) }],
      happenings: [told('delegation.changed', after)],
      answer: { status: 200 as const, body: wireDelegation(after, call.today), version: after.version },
    }),
  });
};

/** Ends it at once. What was decided under it stands, with both names. */
export const endDelegation: Verb<typeof decisionsRoutes.endDelegation> = async (call) => {
  const seen = new Reading(call.table);
  const before = await own(call, seen, call.params.delegationId);
  if (isRefusal(before)) return before;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'delete', key: decisionsKeys.delegation({ delegation: before.id }) }],
      happenings: [told('delegation.ended', before)],
      answer: { status: 200 as const, body: wireDelegation(before, call.today), version: before.version },
    }),
  });
};

async function own({ caller, role }: FirmCall, seen: Reading, id: Id<'delegation'>) {
  const item = await seen.get(decisionsKeys.delegation({ delegation: id }));
  if (!item) return refuse('request.not_found');
  const delegation = delegationOf(item);
  return delegation.person.id === caller.user.id || role === 'owner' ? delegation : refuse('delegation.not_yours');
}

const wireDelegation = ({ id, person, to, from, until, version }: Delegation, today: string) => ({
  id,
  person: wirePerson(person),
  to: wirePerson(to),
  from,
  until,
  active: holdsOn({ id, person, to, from, until, version }, today),
  version,
});

const told = (type: `delegation.${string}`, { id, version, person, to, from, until }: Delegation) => ({
  type,
  entity: { kind: 'delegation', id, version },
  data: { person: person.id, to: to.id, from, until },
});

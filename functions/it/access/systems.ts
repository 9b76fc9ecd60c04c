import type { System } from '../../../domain/it/access/access.ts';
import { addMonths } from '../../../domain/kernel/dates.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { pageBehind } from '../../platform/lists/page-of.ts';
import { personOf } from '../../platform/person.ts';
import { memberFrom } from '../holders.ts';
import { loadSystem, systemKey, systemNameKey, systemWrites, wireSystem } from './access-items.ts';
import { accessKeys } from './keys.ts';
import type { accessRoutes } from './routes.ts';

const about = (type: `system.${string}`, { id, name, version, risk, owner }: System) => ({
  type,
  entity: { kind: 'system', id, version },
  data: { name, risk, owner },
});

/** Enters a system. Its name is its alone: cases name it by that. */
export const addSystem: Verb<typeof accessRoutes.addSystem> = async (call) => {
  const seen = new Reading(call.table);
  const { name: said, owner: ownerId, levels, ...rest } = call.body;
  const name = said.trim();
  const owner = ownerId === undefined ? personOf(call) : await memberFrom(seen, ownerId, '/owner');
  if (isRefusal(owner)) return owner;
  if (await seen.get(systemNameKey(name))) return refuseAt('/name', 'system.exists', { name });
  const one: System = {
    ...rest,
    id: call.mint('system'),
    name,
    owner,
    levels: levels.map((level) => level.trim()),
    reviewOn: addMonths(call.today, rest.reviewMonths),
    archived: false,
    version: 1,
  };
  return commit(call, {
    seen,
    decide: () => ({
      writes: systemWrites(undefined, one, { timeZone: call.firm.timeZone, now: call.now }),
      happenings: [about('system.added', one)],
      answer: { status: 201 as const, body: wireSystem(one, call.today), version: 1 },
    }),
  });
};

export const listSystems: Verb<typeof accessRoutes.listSystems> = async (call) => {
  const page = await pageBehind<System>(call, { pk: accessKeys.systems({ name: '' }).pk }, (row) => systemKey(String(row.system)));
  return { status: 200, body: { ...page, data: page.data.map((one) => wireSystem(one, call.today)) } };
};

export const getSystem: Verb<typeof accessRoutes.getSystem> = async ({ table, params, today }) => {
  const one = await loadSystem(table, params.systemId);
  return one ? { status: 200, body: wireSystem(one, today), version: one.version } : refuse('request.not_found');
};

export const changeSystem: Verb<typeof accessRoutes.changeSystem> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadSystem(seen, call.params.systemId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { owner: ownerId, levels = before.levels, risk = before.risk, separateDuties = before.separateDuties } = call.body;
  const { reviewMonths = before.reviewMonths, archived = before.archived } = call.body;
  const owner = ownerId === undefined ? before.owner : await memberFrom(seen, ownerId, '/owner');
  if (isRefusal(owner)) return owner;
  const after: System = { ...before, owner, levels, risk, separateDuties, reviewMonths, archived, version: before.version + 1 };
  return commit(call, {
    seen,
    decide: () => ({
      writes: systemWrites(before, after, { timeZone: call.firm.timeZone, now: call.now }),
      happenings: [about('system.changed', after)],
      answer: { status: 200 as const, body: wireSystem(after, call.today), version: after.version },
    }),
  });
};

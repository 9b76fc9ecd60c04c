import { MAX_SERVICES, type Service } from '../../../domain/it/services/service.ts';
import { refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import type { servicesRoutes } from './routes.ts';
import { aboutService, loadService, nameKeys, readServices, serviceWrites, wireService } from './service-items.ts';

/** Puts a service on the status page, as one that works. */
export const addService: Verb<typeof servicesRoutes.addService> = async (call) => {
  const seen = new Reading(call.table);
  const service: Service = {
    ...call.body,
    id: call.mint('service'),
    state: 'operational',
    since: call.now,
    archived: false,
    createdAt: call.now,
    version: 1,
  };
  const refused = (await whyTaken(seen, service)) ?? (await whyFull(call));
  if (refused) return refused;
  return commit(call, {
    seen,
    decide: () => ({
      writes: serviceWrites(undefined, service),
      happenings: [aboutService('service.added', service)],
      answer: { status: 201 as const, body: wireService(service), version: 1 },
    }),
  });
};

/** Renames a service, archives it, or brings it back. What was told of it stays. */
export const changeService: Verb<typeof servicesRoutes.changeService> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadService(seen, call.params.serviceId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { name = before.name, description = before.description, archived = before.archived } = call.body;
  const { description: _was, ...rest } = before;
  const after: Service = {
    ...rest,
    name,
    ...(description !== null && description !== undefined && { description }),
    archived,
    version: before.version + 1,
  };
  const refused = (await whyTaken(seen, after)) ?? (before.archived && !archived ? await whyFull(call) : undefined);
  if (refused) return refused;
  return commit(call, {
    seen,
    decide: () => ({
      writes: serviceWrites(before, after),
      happenings: [aboutService('service.changed', after, { archived })],
      answer: { status: 200 as const, body: wireService(after), version: after.version },
    }),
  });
};

async function whyTaken(seen: Reading, { id, name }: Service) {
  for (const [i, item] of (await seen.getAll(nameKeys(name))).entries()) {
    if (item && item.service !== id) return refuseAt(i === 0 ? '/name/en' : '/name/ar', 'service.exists', { name: i === 0 ? name.en : name.ar });
  }
  return undefined;
}

async function whyFull({ table }: FirmCall) {
  const shown = (await readServices(table)).filter(({ archived }) => !archived);
  return shown.length >= MAX_SERVICES ? refuse('service.too_many', { maximum: MAX_SERVICES }) : undefined;
}

import { tellService as decideTelling } from '../../../domain/it/services/tell-service.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { loadCase } from '../../work/change-case.ts';
import type { servicesRoutes } from './routes.ts';
import { aboutService, loadService, serviceWrites, updateWrite, wireService } from './service-items.ts';

/** Tells how a service stands, for everybody to see. */
export const tellService: Verb<typeof servicesRoutes.tellService> = async (call) => {
  const seen = new Reading(call.table);
  const { body } = call;
  const [before, about] = await Promise.all([
    loadService(seen, call.params.serviceId),
    body.case === undefined ? undefined : loadCase(call.table, body.case),
  ]);
  if (!before) return refuse('request.not_found');
  if (body.case !== undefined && !about) return refuseAt('/case', 'case.unknown');
  const told = decideTelling(before, body, { id: call.mint('event'), by: personOf(call), at: call.now });
  if (isRefusal(told)) return told;
  const { service, update } = told;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...serviceWrites(before, service), updateWrite(update)],
      happenings: [aboutService('service.told', service, { from: update.from, to: update.to })],
      answer: { status: 200 as const, body: wireService(service), version: service.version },
    }),
  });
};

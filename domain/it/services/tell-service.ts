import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Person } from '../../kernel/person.ts';
import type { Service, ServiceState, ServiceUpdate } from './service.ts';

export interface Told {
  readonly state: ServiceState;
  readonly message?: string | undefined;
  readonly case?: Id<'case'> | undefined;
}

/** Says how a service stands now. The same state again says something only with words. */
export function tellService(
  before: Service,
  { state, message, case: about }: Told,
  { id, by, at }: { readonly id: string; readonly by: Person; readonly at: Instant },
): Outcome<{ readonly service: Service; readonly update: ServiceUpdate }> {
  if (before.archived) return refuse('service.archived');
  if (state === before.state && message === undefined) return refuseAt('/message', 'service.nothing_new', { state });
  return {
    service: { ...before, state, ...(state !== before.state && { since: at }), version: before.version + 1 },
    update: {
      id,
      service: before.id,
      from: before.state,
      to: state,
      by,
      at,
      ...(message !== undefined && { message }),
      ...(about !== undefined && { case: about }),
    },
  };
}

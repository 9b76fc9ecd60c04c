import { type Service, type ServiceUpdate, worse } from '../../../domain/it/services/service.ts';
import { historyOf } from '../../../domain/it/services/service-history.ts';
import { addDays } from '../../../domain/kernel/dates.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import { instantOfLocal, localTimeOf } from '../../../domain/work/calendars/zone.ts';
import type { Verb } from '../../platform/call.ts';
import { pageOf } from '../../platform/lists/page-of.ts';
import { eachItem } from '../../platform/table/each-item.ts';
import { stored } from '../../platform/table/own-item.ts';
import { servicesKeys } from './keys.ts';
import type { servicesRoutes } from './routes.ts';
import { loadService, readServices, wireService, wireUpdate } from './service-items.ts';

/** Updates that a status page is made of: a firm that tells more in its days is shown the latest. */
const MAX_UPDATES = 2000;
const SHOWN_UPDATES = 30;
const WHOLE = 100;

export const listServices: Verb<typeof servicesRoutes.listServices> = async ({ table }) => ({
  status: 200,
  body: { data: (await readServices(table)).map(wireService) },
});

export const listServiceUpdates: Verb<typeof servicesRoutes.listServiceUpdates> = async (call) => {
  const service = await loadService(call.table, call.params.serviceId);
  if (!service) return refuse('request.not_found');
  const { pk } = servicesKeys.updateOfService({ service: service.id, at: '', update: '' });
  const page = await pageOf<ServiceUpdate>(call, { index: 'gsi1', pk, descending: true });
  return { status: 200, body: { ...page, data: page.data.map(wireUpdate) } };
};

/** The status page: each service as it stands, its worst of each day, and what was told last. */
export const readServiceStatus: Verb<typeof servicesRoutes.readServiceStatus> = async ({ table, firm, now, today, query }) => {
  const firstDay = addDays(today, 1 - query.days);
  const from = instantOfLocal(firm.timeZone, { date: firstDay, time: '00:00' });
  const shown = (await readServices(table)).filter(({ archived }) => !archived);
  const updates: ServiceUpdate[] = [];
  for await (const item of eachItem(table, { pk: servicesKeys.serviceUpdate({ at: '', update: '' }).pk, from, descending: true })) {
    updates.push(stored<ServiceUpdate>(item));
    if (updates.length === MAX_UPDATES) break;
  }
  const window = { from, now, dayOf: (at: string) => localTimeOf(firm.timeZone, at).date };
  const isShown = new Set(shown.map(({ id }) => id));
  return {
    status: 200,
    body: {
      state: shown.reduce((worst, { state }) => worse(worst, state), 'operational' as Service['state']),
      from: firstDay,
      to: today,
      services: shown.map((service) => {
        const { days, availability } = historyOf(
          service,
          updates.filter((update) => update.service === service.id),
          window,
        );
        return { ...wireService(service), availability: percent(availability), days: [...days] };
      }),
      updates: updates
        .filter(({ service }) => isShown.has(service))
        .slice(0, SHOWN_UPDATES)
        .map(wireUpdate),
    },
  };
};

const percent = (hundredths: number): string => `${Math.floor(hundredths / WHOLE)}.${String(hundredths % WHOLE).padStart(2, '0')}`;

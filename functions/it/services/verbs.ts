import type { VerbsOf } from '../../platform/call.ts';
import { addService, changeService } from './add-service.ts';
import { listServices, listServiceUpdates, readServiceStatus } from './read-service-status.ts';
import type { servicesRoutes } from './routes.ts';
import { tellService } from './tell-service.ts';

export const servicesVerbs: VerbsOf<typeof servicesRoutes> = {
  addService,
  listServices,
  changeService,
  tellService,
  listServiceUpdates,
  readServiceStatus,
};

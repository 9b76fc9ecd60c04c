import type { VerbsOf } from '../../platform/call.ts';
import type { servicesRoutes } from './routes.ts';

export const servicesVerbs: VerbsOf<typeof servicesRoutes> = {};

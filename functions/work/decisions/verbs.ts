import type { VerbsOf } from '../../platform/call.ts';
import type { decisionsRoutes } from './routes.ts';

export const decisionsVerbs: VerbsOf<typeof decisionsRoutes> = {};

import type { VerbsOf } from '../../platform/call.ts';
import type { licencesRoutes } from './routes.ts';

export const licencesVerbs: VerbsOf<typeof licencesRoutes> = {};

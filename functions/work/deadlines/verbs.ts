import type { VerbsOf } from '../../platform/call.ts';
import type { deadlinesRoutes } from './routes.ts';

export const deadlinesVerbs: VerbsOf<typeof deadlinesRoutes> = {};

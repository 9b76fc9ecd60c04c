import type { VerbsOf } from '../../platform/call.ts';
import type { searchRoutes } from './routes.ts';

export const searchVerbs: VerbsOf<typeof searchRoutes> = {};

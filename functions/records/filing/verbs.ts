import type { VerbsOf } from '../../platform/call.ts';
import type { filingRoutes } from './routes.ts';

export const filingVerbs: VerbsOf<typeof filingRoutes> = {};

import type { VerbsOf } from '../../platform/call.ts';
import type { retentionRoutes } from './routes.ts';

export const retentionVerbs: VerbsOf<typeof retentionRoutes> = {};

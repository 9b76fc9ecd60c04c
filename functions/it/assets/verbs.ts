import type { VerbsOf } from '../../platform/call.ts';
import type { assetsRoutes } from './routes.ts';

export const assetsVerbs: VerbsOf<typeof assetsRoutes> = {};

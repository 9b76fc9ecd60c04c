import type { VerbsOf } from '../../platform/call.ts';
import type { accessRoutes } from './routes.ts';

export const accessVerbs: VerbsOf<typeof accessRoutes> = {};

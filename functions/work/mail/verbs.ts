import type { VerbsOf } from '../../platform/call.ts';
import type { mailRoutes } from './routes.ts';

export const mailVerbs: VerbsOf<typeof mailRoutes> = {};

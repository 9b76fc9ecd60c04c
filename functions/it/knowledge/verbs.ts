import type { VerbsOf } from '../../platform/call.ts';
import type { knowledgeRoutes } from './routes.ts';

export const knowledgeVerbs: VerbsOf<typeof knowledgeRoutes> = {};

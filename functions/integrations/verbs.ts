import type { VerbsOf } from '../platform/call.ts';
import { listEvents } from './list-events.ts';
import { readDocs } from './read-docs.ts';
import { readHealth } from './read-health.ts';
import { readOpenApi } from './read-openapi.ts';
import type { integrationsRoutes } from './routes.ts';

export const integrationsVerbs: VerbsOf<typeof integrationsRoutes> = { listEvents, readOpenApi, readDocs, readHealth };

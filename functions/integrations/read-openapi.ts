import type { Verb } from '../platform/call.ts';
import type { integrationsRoutes } from './routes.ts';

/** The description of the whole API. */
export const readOpenApi: Verb<typeof integrationsRoutes.readOpenApi> = async () => ({
  status: 200,
  body: null,
  file: { type: 'application/json', name: 'openapi.json', content: (await import('./reference.ts')).text() },
  headers: { 'content-disposition': 'inline', 'cache-control': 'public, max-age=300' },
});

import type { Verb } from '../platform/call.ts';
import { openApi } from '../platform/openapi.ts';
import { routeTables } from '../route-tables.ts';
import type { integrationsRoutes } from './routes.ts';

export const API_VERSION = '1.0.0';

/** The document, made once per process: it changes with the code alone. */
export const document: () => Record<string, unknown> = once(() => openApi(routeTables, API_VERSION));
const text = once(() => JSON.stringify(document()));

export const readOpenApi: Verb<typeof integrationsRoutes.readOpenApi> = async () => ({
  status: 200,
  body: null,
  file: { type: 'application/json', name: 'openapi.json', content: text() },
  headers: { 'content-disposition': 'inline', 'cache-control': 'public, max-age=300' },
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

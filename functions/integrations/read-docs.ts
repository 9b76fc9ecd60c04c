import type { Verb } from '../platform/call.ts';
import { DOCS_POLICY, docsPage } from '../platform/http/docs-page.ts';
import { routeTables } from '../route-tables.ts';
import { document } from './read-openapi.ts';
import type { integrationsRoutes } from './routes.ts';

/** The reference in the reader's language. */
export const readDocs: Verb<typeof integrationsRoutes.readDocs> = async ({ query, language }) => ({
  status: 200,
  body: null,
  file: { type: 'text/html; charset=utf-8', name: 'docs.html', content: docsPage(document(), routeTables, query.lang ?? language) },
  headers: {
    'content-disposition': 'inline',
    'cache-control': 'public, max-age=300',
    vary: 'Accept-Language',
    'content-security-policy': DOCS_POLICY,
  },
});

import type { Verb } from '../platform/call.ts';
import type { integrationsRoutes } from './routes.ts';

/** The reference in the reader's language. */
export const readDocs: Verb<typeof integrationsRoutes.readDocs> = async ({ query, language }) => {
  const { DOCS_POLICY, page } = await import('./reference.ts');
  return {
    status: 200,
    body: null,
    file: { type: 'text/html; charset=utf-8', name: 'docs.html', content: page(query.lang ?? language) },
    headers: {
      'content-disposition': 'inline',
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Language',
      'content-security-policy': DOCS_POLICY,
    },
  };
};

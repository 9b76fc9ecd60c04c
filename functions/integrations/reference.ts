import type { Language } from '../../domain/kernel/language.ts';
import { DOCS_POLICY, docsPage } from '../platform/http/docs-page.ts';
import { openApi } from '../platform/openapi.ts';
import { routeTables } from '../route-tables.ts';

export { DOCS_POLICY };
export const API_VERSION = '1.0.0';

/** The document, made once per process: it changes with the code alone. It takes the schemas of every context, so it is read by who asks for it. */
const document: () => Record<string, unknown> = once(() => openApi(routeTables, API_VERSION));
export const text = once(() => JSON.stringify(document()));
export const page = (language: Language): string => docsPage(document(), routeTables, language);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

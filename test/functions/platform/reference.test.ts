import { describe, expect, test } from 'vitest';
import { languages } from '../../../domain/kernel/language.ts';
import { type RefusalCode, refusalRow, refusals } from '../../../domain/refusals.ts';
import { docsPage } from '../../../functions/platform/http/docs-page.ts';
import type { Route } from '../../../functions/platform/http/route.ts';
import { pathOf } from '../../../functions/platform/http/route-index.ts';
import { refusalsOf } from '../../../functions/platform/http/route-refusals.ts';
import { openApi } from '../../../functions/platform/openapi.ts';
import { routeTables } from '../../../functions/route-tables.ts';

const document = openApi(routeTables, '1.0.0');
// biome-ignore lint/suspicious/noExplicitAny: the document is read as the JSON that it is
const json: any = JSON.parse(JSON.stringify(document));
const routes = Object.values(routeTables).flatMap((table) => Object.entries<Route>(table));

function follow(ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce((at: unknown, name) => (typeof at === 'object' && at !== null ? Object.getOwnPropertyDescriptor(at, name)?.value : undefined), json);
}

describe('the OpenAPI document', () => {
  test('has every route once, under the name of its verb', () => {
    const ids = Object.values<Record<string, { operationId: string }>>(json.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(ids.toSorted()).toEqual(routes.map(([name]) => name).toSorted());
  });

  test('refers to nothing that it does not hold', () => {
    const refs = [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(100);
    for (const ref of new Set(refs)) expect(follow(ref), ref).toBeDefined();
  });

  test.each(routes)('says of %s everything that it may refuse, in both languages', (_name, route) => {
    const operation = json.paths[pathOf(route)][route.method.toLowerCase()];
    for (const code of refusalsOf(route)) {
      const { $ref } = operation.responses[refusalRow(code).status];
      // biome-ignore lint/suspicious/noExplicitAny: as above
      const { examples } = (follow($ref) as any).content['application/problem+json'];
      for (const language of languages) expect(examples).toHaveProperty([`${code}.${language}`]);
    }
  });

  test('says what is taken in terms of what is sent, and what is answered in terms of what is read', () => {
    const list = json.paths['/v1/firms/{firmId}/events'].get;
    const limit = list.parameters.find(({ name }: { name: string }) => name === 'limit');
    expect(limit).toMatchObject({ in: 'query', required: false, schema: { default: 50, minimum: 1, maximum: 200 } });
    expect(list.responses[200].content['application/json'].schema.properties.data.items).toEqual({ $ref: '#/components/schemas/Event' });
  });
});

describe.each(languages)('the reference as a page, in %s,', (language) => {
  const page = docsPage(document, routeTables, language);

  test('tells of every route and every code, and fetches nothing', () => {
    for (const [name, route] of routes) {
      expect(page).toContain(`id="${name}"`);
      expect(page).toContain(route.summary[language].replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;'));
    }
    for (const code of Object.keys(refusals) as RefusalCode[]) expect(page).toContain(`id="${code}"`);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
  });

  test('reads in its own direction and leads to the other language', () => {
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(page).toContain(`/docs?lang=${language === 'ar' ? 'en' : 'ar'}`);
  });
});

import { describe, expect, test } from 'vitest';
import { apis } from '../../../functions/manifest.ts';
import type { Route } from '../../../functions/platform/http/route.ts';
import { pathOf, type RouteHead } from '../../../functions/platform/http/route-index.ts';
import { gatewayRoutes, MOST_ROUTES, type RoutedApi } from '../../../infra/aws/app/gateway-routes.ts';
import { apiPaths } from '../../../infra/aws/door/api-paths.ts';

const every = apis.flatMap(({ context, routes }) => Object.entries(routes).map(([name, route]) => [`${context}.${name}`, context, route] as const));
const exact = gatewayRoutes(apis);
/** One fewer than there are, so that they must fold. */
const most = exact.length - 1;
const folded = gatewayRoutes(apis, most);

/** How API Gateway chooses, by its documentation: a full match before a greedy one, the longest of these, and the default at last. */
function reached(routes: ReturnType<typeof gatewayRoutes>, method: string, path: string): string | undefined {
  const asked = path.split('/');
  const matches = routes
    .filter(({ key }) => key !== '$default')
    .flatMap(({ key, context }) => {
      const [verb, pattern = ''] = key.split(' ');
      const segments = pattern.split('/');
      const isGreedy = segments.at(-1) === '{proxy+}';
      const fits = isGreedy ? asked.length >= segments.length : asked.length === segments.length;
      const same = segments.slice(0, isGreedy ? -1 : undefined).every((segment, i) => segment === asked[i] || segment.startsWith('{'));
      if (!fits || !same || (verb !== 'ANY' && verb !== method)) return [];
      const fixed = segments.filter((segment) => !segment.startsWith('{')).length;
      return [{ context, rank: [isGreedy ? 0 : 1, segments.length, fixed, verb === 'ANY' ? 0 : 1] }];
    })
    .sort((a, b) => b.rank.map((n, i) => n - (a.rank[i] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return matches[0]?.context ?? routes.find(({ key }) => key === '$default')?.context;
}
const filled = (route: RouteHead): string => pathOf(route).replaceAll(/\{\w+\}/g, 'x_1');

describe.each([
  ['as they are', exact],
  ['folded, when there are too many', folded],
] as const)('the routes of API Gateway, %s', (_, routes) => {
  test.each(every)('bring %s to %s', (_name, context, route) => {
    expect(reached(routes, route.method, filled(route))).toBe(context);
  });
  test('are no two the same', () => {
    const shapes = routes.map(({ key }) => key.replaceAll(/\{\w+\}/g, '{}'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
  test('are within what API Gateway takes', () => expect(routes.length).toBeLessThanOrEqual(MOST_ROUTES));
  test('lead nowhere that only the local host has', () => {
    expect(routes.filter(({ key }) => /\/local\b|mailbox/.test(key))).toEqual([]);
  });
});

test('too many routes go by their beginning', () => {
  expect(folded.length).toBeLessThanOrEqual(most);
  expect(folded.some(({ key }) => key.endsWith('{proxy+}'))).toBe(true);
});

test('CloudFront brings every address of the API to the API', () => {
  const patterns = apiPaths();
  for (const [name, , route] of every) {
    const path = filled(route);
    expect([name, patterns.some((pattern) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path))]).toEqual([
      name,
      true,
    ]);
  }
  expect(patterns.filter((pattern) => pattern === '*' || pattern === '/*')).toEqual([]);
});

describe('of two contexts', () => {
  const route = (method: Route['method'], path: Route['path']) => ({ method, path });
  const of = (context: string, ...routes: { method: Route['method']; path: Route['path'] }[]): RoutedApi => ({
    context,
    routes: Object.fromEntries(routes.map((each, i) => [`r${i}`, each])),
    isDefault: context === 'a',
  });

  test('an address that both answer is split by method, a HEAD with its GET', () => {
    const keys = gatewayRoutes([of('a', route('GET', '/things')), of('b', route('POST', '/things'))]);
    expect(keys).toEqual([
      { key: '$default', context: 'a' },
      { key: 'GET /v1/things', context: 'a' },
      { key: 'HEAD /v1/things', context: 'a' },
      { key: 'POST /v1/things', context: 'b' },
    ]);
  });
  test('one request that both would answer does not deploy', () => {
    expect(() => gatewayRoutes([of('a', route('GET', '/things/{id}')), of('b', route('GET', '/things/{name}'))])).toThrow(
      'both answer GET /v1/things/{name}',
    );
  });
  test('a fixed word beside a variable of another is told apart', () => {
    const keys = gatewayRoutes([of('a', route('GET', '/things/{id}')), of('b', route('GET', '/things/all'))]);
    expect(reached(keys, 'GET', '/v1/things/all')).toBe('b');
    expect(reached(keys, 'GET', '/v1/things/7')).toBe('a');
  });
  test('nobody answering the rest does not deploy', () => {
    expect(() => gatewayRoutes([of('b', route('GET', '/things'))])).toThrow('exactly one function');
  });
});

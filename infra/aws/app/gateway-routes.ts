import type { Route } from '../../../functions/platform/http/route.ts';
import { pathOf } from '../../../functions/platform/http/route-index.ts';

/** One context's routes and whether it answers what no route does. */
export interface RoutedApi {
  readonly context: string;
  readonly routes: Readonly<Record<string, Pick<Route, 'method' | 'path'>>>;
  readonly isDefault?: boolean;
}

export interface GatewayRoute {
  /** As API Gateway says it: `ANY /v1/me`. */
  readonly key: string;
  readonly context: string;
}

/** API Gateway's own limit of routes of one API, before it is asked for more. */
export const MOST_ROUTES = 300;

interface Node {
  readonly segment: string;
  readonly below: Map<string, Node>;
  readonly methods: Map<string, string>;
}

/**
 * The routes of API Gateway, from the tables of routes: each address to the function of its context. All methods of an address go together where
 * one context has them all, so that the function itself answers a wrong method (405) and a HEAD. Should there be more addresses than API Gateway
 * takes, what lies wholly in one context goes by its beginning.
 */
export function gatewayRoutes(apis: readonly RoutedApi[], mostRoutes = MOST_ROUTES): readonly GatewayRoute[] {
  const root = treeOf(apis);
  const fallback = apis.filter(({ isDefault }) => isDefault).map(({ context }) => ({ key: '$default', context }));
  if (fallback.length !== 1) throw new Error('exactly one function answers what no route does');
  const exact = [...fallback, ...routesOf(root, '', false)];
  const routes = exact.length <= mostRoutes ? exact : [...fallback, ...routesOf(root, '', true)];
  if (routes.length > mostRoutes) throw new Error(`${routes.length} routes: API Gateway takes ${mostRoutes}`);
  return routes;
}

function treeOf(apis: readonly RoutedApi[]): Node {
  const root = node('');
  for (const { context, routes } of apis) {
    for (const route of Object.values(routes)) {
      let at = root;
      for (const segment of pathOf(route).slice(1).split('/')) at = childOf(at, segment);
      const other = at.methods.get(route.method);
      if (other !== undefined) throw new Error(`${context} and ${other} both answer ${route.method} ${pathOf(route)}`);
      at.methods.set(route.method, context);
    }
  }
  return root;
}

function routesOf(at: Node, path: string, fold: boolean): readonly GatewayRoute[] {
  const owner = fold && at.below.size > 0 ? soleOwner(at) : undefined;
  const here = keysOf(at, path);
  if (owner !== undefined && path !== '') return [...here, { key: `ANY ${path}/{proxy+}`, context: owner }];
  return [...here, ...[...at.below.values()].flatMap((below) => routesOf(below, `${path}/${below.segment}`, fold))];
}

function keysOf({ methods }: Node, path: string): readonly GatewayRoute[] {
  const [first, ...others] = new Set(methods.values());
  if (first === undefined) return [];
  if (others.length === 0) return [{ key: `ANY ${path}`, context: first }];
  return [...methods].flatMap(([method, context]) =>
    (method === 'GET' ? ['GET', 'HEAD'] : [method]).map((each) => ({ key: `${each} ${path}`, context })),
  );
}

function soleOwner(at: Node): string | undefined {
  const owners = new Set(ownersOf(at));
  return owners.size === 1 ? [...owners][0] : undefined;
}

function ownersOf({ methods, below }: Node): readonly string[] {
  return [...methods.values(), ...[...below.values()].flatMap(ownersOf)];
}

/** One place holds one variable, whatever the tables call it: API Gateway would take two names for two routes. */
function childOf(parent: Node, segment: string): Node {
  const place = segment.startsWith('{') ? '{}' : segment;
  const child = parent.below.get(place) ?? node(segment);
  parent.below.set(place, child);
  return child;
}

const node = (segment: string): Node => ({ segment, below: new Map(), methods: new Map() });

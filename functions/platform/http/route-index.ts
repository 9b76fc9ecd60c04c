import type { Route } from './route.ts';

/** What must be known of a route before anybody asks for it: where it is, and whom it serves. */
export type RouteHead = Pick<Route, 'method' | 'path' | 'permission' | 'perMinute'>;

/**
 * One context's routes by room, without their schemas: generated from the tables of routes (`npm run generate`), so that a function starts without
 * reading them.
 */
export type RouteIndex = Readonly<Record<string, Readonly<Record<string, RouteHead>>>>;

export const headOf = ({ method, path, permission, perMinute }: Route): RouteHead => ({
  method,
  path,
  permission,
  ...(perMinute !== undefined && { perMinute }),
});

/** The routes of every room of a context, by name. */
export const headsOf = (index: RouteIndex): Readonly<Record<string, RouteHead>> => Object.assign({}, ...Object.values(index));

/** Addresses that people and load balancers know without a version. */
const UNVERSIONED: ReadonlySet<string> = new Set(['/docs', '/healthz']);

/** The whole path of a route as hosts and clients see it. */
export const pathOf = ({ path }: Pick<Route, 'path'>): string => (UNVERSIONED.has(path) ? path : `/v1${path}`);
export const isInFirm = ({ path }: Pick<Route, 'path'>): boolean => path.includes('{firmId}');

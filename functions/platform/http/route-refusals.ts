import type { RefusalCode } from '../../../domain/refusals.ts';
import type { Route } from './route.ts';
import { isInFirm } from './route-index.ts';

/** Everything that a route may refuse: what its shape brings with it, in the order of the chain, and then its own. */
export function refusalsOf(route: Route): readonly RefusalCode[] {
  const codes: RefusalCode[] = [];
  if (route.perMinute !== undefined || isInFirm(route)) codes.push('rate.limited');
  if (route.permission !== 'public') codes.push('session.required');
  if (isInFirm(route) || route.params) codes.push('request.not_found');
  if (isInFirm(route) && route.permission !== 'signed-in') codes.push('permission.denied');
  // Whatever a route takes, it takes nothing else.
  codes.push('request.query_invalid');
  if (isInFirm(route) && route.query?.shape.cursor) codes.push('cursor.invalid');
  if (route.body || route.accepts) codes.push('request.too_large', 'request.media_type', 'request.malformed');
  if (route.method === 'POST') codes.push('idempotency.malformed', 'idempotency.mismatch');
  if (route.body) codes.push('request.invalid', 'request.too_long');
  if (route.versioned) codes.push('version.missing', 'version.stale');
  codes.push(...route.refuses);
  if (route.method !== 'GET') codes.push('request.conflict');
  codes.push('server.fault', 'server.busy');
  return [...new Set(codes)];
}

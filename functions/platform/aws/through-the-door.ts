import { timingSafeEqual } from 'node:crypto';
import type { HttpEvent } from '../http/exchange.ts';

/**
 * A request that came through our own door (CloudFront, which says a key that only it and we know), with the caller's address as the door saw it.
 * Undefined for one that went round it: it would be neither limited by its address nor logged as the others are.
 */
export function throughTheDoor(event: HttpEvent, doorKey: string): HttpEvent | undefined {
  const { 'x-diwan-door': said = '', 'x-diwan-viewer': viewer = '', ...headers } = event.headers;
  const [a, b] = [Buffer.from(said), Buffer.from(doorKey)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return undefined;
  const { http, ...context } = event.requestContext;
  return { ...event, headers, requestContext: { ...context, http: { ...http, sourceIp: viewer } } };
}

import type { HttpResponse } from './exchange.ts';

/** What a browser may do with an answer of the API: nothing but read it. A page (the reference) brings its own policy. */
export function securityHeaders(response: HttpResponse, secure: boolean): void {
  const { headers } = response;
  headers['x-content-type-options'] = 'nosniff';
  headers['referrer-policy'] = 'no-referrer';
  headers['content-security-policy'] ??= "default-src 'none'; frame-ancestors 'none'";
  if (secure) headers['strict-transport-security'] = 'max-age=63072000; includeSubDomains';
}

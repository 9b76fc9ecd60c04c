import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/decision.ts';
import { TableUnavailable, TooLong } from '../table/port.ts';
import { type Exchange, type HttpEvent, type HttpResponse, openExchange } from './exchange.ts';
import type { ApiHost } from './host.ts';
import { listingsOf } from './listing.ts';
import { refused } from './refuse.ts';
import { logRequest } from './request-log.ts';
import type { Rooms } from './room.ts';
import type { RouteIndex } from './route-index.ts';
import { router } from './router.ts';
import { securityHeaders } from './security-headers.ts';
import { serve } from './serve.ts';

export type ApiHandler = (event: HttpEvent, context: Context) => Promise<HttpResponse>;

/** The answer must leave before the platform cuts the request off, or the caller is told nothing. */
const ANSWER_BEFORE_TIMEOUT_MS = 500;

/** One context's HTTP API as a Lambda handler (API Gateway, payload 2.0). The same on both hosts. It starts with the index of its routes (docs/adr/0043). */
export function api(context: string, index: RouteIndex, rooms: Rooms, host: ApiHost): ApiHandler {
  const table = router(listingsOf(index, rooms).map((listing) => ({ method: listing.route.method, path: listing.path, target: listing })));

  async function answer(exchange: Exchange): Promise<HttpResponse> {
    const { method } = exchange.event.requestContext.http;
    const match = table.find(method, exchange.event.rawPath);
    if (match.kind === 'missing') return refused(exchange, refuse('request.not_found'));
    if (match.kind === 'method') {
      const allowed = match.allowed.join(', ');
      return refused(exchange, refuse('request.method', { method, allowed }), { allow: allowed });
    }
    exchange.note.route = match.target.name;
    const outcome = await serve(exchange, match.target, match.params, host);
    return isRefusal(outcome) ? refused(exchange, outcome, challenge(outcome)) : outcome;
  }

  return middy<Exchange, HttpResponse>({ timeoutEarlyInMillis: ANSWER_BEFORE_TIMEOUT_MS, timeoutEarlyResponse: timedOut })
    .before((request) => {
      // The door: from here on the event is an exchange.
      request.event = openExchange(request.event as unknown as HttpEvent, host.ports());
    })
    .after(({ event, response }) => {
      if (response) finish(context, event, response, host);
    })
    .onError(async (request) => {
      request.response = await refused(request.event, refusalOf(request.error, request.event));
      finish(context, request.event, request.response, host);
    })
    .handler(answer) as unknown as ApiHandler;
}

function finish(context: string, exchange: Exchange, response: HttpResponse, host: ApiHost): void {
  securityHeaders(response, host.secure ?? false);
  logRequest(context, exchange, response);
}

function timedOut(): never {
  throw new TableUnavailable('the answer took too long');
}

/** What was thrown is ours and stays ours: it goes to the log with its stack, and the caller learns only whether trying again, or saying less, may help. */
function refusalOf(thrown: unknown, exchange: Exchange): Refusal {
  const { log } = exchange.ports;
  const fields = { request: exchange.id, ...exchange.note, error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  if (thrown instanceof TooLong) return refuse('request.too_long', { limit: thrown.limitBytes });
  if (thrown instanceof TableUnavailable) {
    log.warn('the store could not be reached', fields);
    return refuse('server.busy');
  }
  log.error('a request failed', fields);
  log.metric('faults', 1, 'Count');
  return refuse('server.fault');
}

/** RFC 9110: an answer 401 says how to sign in. */
const challenge = (refusal: Refusal): Readonly<Record<string, string>> =>
  refusal.refused === 'session.required' ? { 'www-authenticate': 'Bearer' } : {};

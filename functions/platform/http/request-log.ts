import type { Exchange, HttpResponse } from './exchange.ts';

/** One line a request: who, what, how it ended, how long it took. Never a body, a query or a token: those hold what people wrote. */
export function logRequest(context: string, exchange: Exchange, response: HttpResponse): void {
  const { log } = exchange.ports;
  const ms = Math.round((performance.now() - exchange.startedMs) * 10) / 10;
  log.info('request', {
    request: exchange.id,
    context,
    method: exchange.event.requestContext.http.method,
    status: response.statusCode,
    ms,
    ...exchange.note,
  });
  log.metric('answers', 1, 'Count');
  log.metric('duration', ms, 'Milliseconds');
}

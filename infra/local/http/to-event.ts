import type { IncomingMessage } from 'node:http';
import type { HttpEvent } from '../../../functions/platform/http/exchange.ts';

/** API Gateway's payload 2.0 of a request: what a Lambda behind an HTTP API is given. */
export function toEvent(request: IncomingMessage, url: string, body: Buffer | undefined): HttpEvent {
  const method = request.method ?? 'GET';
  const mark = url.indexOf('?');
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  const headers: Record<string, string> = {};
  for (const name in request.headers) {
    const value = request.headers[name];
    if (name !== 'cookie' && value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(',');
  }
  const cookies = request.headers.cookie?.split('; ');
  const text = body === undefined ? undefined : textOf(body, headers['content-type']);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: mark < 0 ? '' : url.slice(mark + 1),
    ...(cookies && { cookies }),
    headers,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: 'local',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: Date.now(),
    },
    ...(body !== undefined && { body: text ?? body.toString('base64') }),
    isBase64Encoded: body !== undefined && text === undefined,
  };
}

const TEXT_TYPES = /^(?:text\/|application\/(?:json|xml|javascript|x-www-form-urlencoded|[\w.-]+\+(?:json|xml))\b)/i;

/** Text goes through as text when it is text; everything else, and text in other encodings, goes as base64. */
function textOf(body: Buffer, type: string | undefined): string | undefined {
  if (type !== undefined && !TEXT_TYPES.test(type)) return undefined;
  const text = body.toString('utf8');
  return Buffer.byteLength(text) === body.length && !text.includes('\ufffd') ? text : undefined;
}

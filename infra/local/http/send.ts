import type { ServerResponse } from 'node:http';
import type { HttpResponse } from '../../../functions/platform/http/exchange.ts';

/** A Lambda's answer, as API Gateway would put it on the wire. */
export function send(response: ServerResponse, answer: HttpResponse): void {
  const body = answer.body === undefined ? undefined : Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8');
  response.statusCode = answer.statusCode;
  for (const name in answer.headers) response.setHeader(name, answer.headers[name] ?? '');
  if (answer.cookies) response.setHeader('set-cookie', answer.cookies);
  if (answer.statusCode !== 204) response.setHeader('content-length', body?.length ?? 0);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

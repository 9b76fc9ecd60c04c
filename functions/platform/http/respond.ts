import type { Exchange, HttpResponse } from './exchange.ts';
import type { Stored } from './idempotency.ts';
import type { AnyAnswer, Operation } from './operation.ts';
import { etagOf } from './versions.ts';

/** A verb's answer as a response: JSON, a file, or nothing. */
export function respond(exchange: Exchange, operation: Operation, answer: AnyAnswer): HttpResponse {
  const headers: Record<string, string> = { ...exchange.headers, 'cache-control': 'no-store' };
  if (answer.version !== undefined) headers.etag = etagOf(answer.version);
  if (answer.file) {
    const { type, name, content } = answer.file;
    const bytes = typeof content !== 'string';
    Object.assign(headers, { 'content-type': type, 'content-disposition': attachment(name), ...answer.headers });
    return { statusCode: answer.status, headers, body: bytes ? Buffer.from(content).toString('base64') : content, isBase64Encoded: bytes };
  }
  if (operation.route.answers[answer.status] === null) return { statusCode: answer.status, headers: Object.assign(headers, answer.headers) };
  return {
    statusCode: answer.status,
    headers: Object.assign(headers, { 'content-type': 'application/json' }, answer.headers),
    body: JSON.stringify(answer.body),
  };
}

/** The stored answer of the first time, marked as a repeat. */
export function replay(exchange: Exchange, stored: Stored): HttpResponse {
  const headers: Record<string, string> = { ...exchange.headers, 'cache-control': 'no-store', 'idempotency-replayed': 'true' };
  if (stored.version !== undefined) headers.etag = etagOf(stored.version);
  if (stored.json === 'null') return { statusCode: stored.status, headers };
  return { statusCode: stored.status, headers: Object.assign(headers, { 'content-type': 'application/json' }), body: stored.json };
}

/** An answer that its own schema does not describe is a fault of ours, told in tests and on the local host before a caller meets it. */
export function checkAnswer(operation: Operation, answer: AnyAnswer): void {
  const schema = operation.route.answers[answer.status];
  if (schema === undefined) throw new Error(`${operation.name} answered ${answer.status}, which its route does not say`);
  if (schema === null || answer.file) return;
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw new Error(`${operation.name} answered what its schema does not describe: ${parsed.error.message}`);
}

/** RFC 6266: a plain name for old clients, the whole name in UTF-8 for the others. */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

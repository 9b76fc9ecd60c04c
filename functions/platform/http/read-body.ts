import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { HttpEvent } from './exchange.ts';
import type { Route } from './route.ts';

/** Larger than any document that a person types; a route that takes more says so. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

/** The text of a body: of a type that the route takes, within its limit, in the encoding that it says (UTF-8 unless it says otherwise). */
export function readBody(event: HttpEvent, route: Route): Outcome<string> {
  const { body } = event;
  if (!body) return '';
  const limit = route.accepts?.limitBytes ?? route.limitBytes ?? BODY_LIMIT_BYTES;
  const length = event.isBase64Encoded ? Buffer.byteLength(body, 'base64') : Buffer.byteLength(body);
  if (length > limit) return refuse('request.too_large', { limit });

  const { type, charset } = contentType(event.headers['content-type']);
  const accepted = route.accepts?.types ?? ['application/json'];
  if (!(accepted.includes(type) || (type === '' && !route.accepts) || (!route.accepts && /^application\/[\w.-]+\+json$/.test(type)))) {
    return refuse('request.media_type', { accepted: accepted.join(', ') });
  }
  if (!event.isBase64Encoded) return withoutMark(body);
  try {
    return withoutMark(new TextDecoder(charset, { fatal: true }).decode(Buffer.from(body, 'base64')));
  } catch {
    return refuse('request.malformed');
  }
}

/** One JSON value. An empty body is `undefined`: whether that will do is for the schema to say. */
export function parseJson(text: string): Outcome<{ readonly value: unknown }> {
  if (text.trim() === '') return { value: undefined };
  try {
    const value: unknown = JSON.parse(text);
    return HALF_PAIR_ESCAPE.test(text) && hasHalfPair(value) ? refuse('request.malformed') : { value };
  } catch {
    return refuse('request.malformed');
  }
}

const HALF_PAIR_ESCAPE = /\\u[dD][89a-fA-F]/;
/** Half a surrogate pair is no character (RFC 7493, 2.1): no table keeps it, no file can be written with it. JSON escapes it when it writes, and nothing else. */
const hasHalfPair = (value: unknown): boolean => /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function contentType(header: string | undefined): { readonly type: string; readonly charset: string } {
  const [type = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset="?([\w-]+)"?\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
  return { type: type.trim(), charset: charset ?? 'utf-8' };
}

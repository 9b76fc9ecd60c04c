import type { Refusal } from '../../../domain/kernel/decision.ts';
import { say } from '../../../domain/kernel/language.ts';
import { sayRefusal, valuesInWords } from '../../../domain/refusal-words.ts';
import { refusalRow } from '../../../domain/refusals.ts';
import type { Exchange, HttpResponse } from './exchange.ts';

/** RFC 9457, with a stable code and a pointer to each member at fault. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

/** The answer to a refusal, in the caller's language. */
export function problem(exchange: Exchange, refusal: Refusal, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  const { status } = refusalRow(refusal.refused);
  const body = status === 404 ? nothingHere(exchange) : problemOf(exchange, refusal);
  exchange.note.code = refusal.refused;
  return {
    statusCode: status,
    headers: {
      ...exchange.headers,
      'content-type': 'application/problem+json',
      'content-language': exchange.language,
      'cache-control': 'no-store',
      ...(status === 429 && refusal.values?.seconds !== undefined && { 'retry-after': String(refusal.values.seconds) }),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

function problemOf(exchange: Exchange, refusal: Refusal): Problem {
  const { language } = exchange;
  const { status, say: title, fix } = refusalRow(refusal.refused);
  const values = valuesInWords(refusal.refused, refusal.values, language);
  return {
    type: `${exchange.ports.pagesUrl}/docs#${refusal.refused}`,
    title: say(title, language, values),
    status,
    detail: say(fix, language, values),
    instance: `urn:req:${exchange.id}`,
    code: refusal.refused,
    ...(refusal.errors && {
      errors: refusal.errors.map(({ pointer, code, values: own }) => ({ pointer, code, message: sayRefusal(code, own, language) })),
    }),
  };
}

/**
 * What does not exist and what the caller may not see are one body, to the byte: no values, no pointers, not even the request's own number
 * (which the header carries).
 */
function nothingHere(exchange: Exchange): Problem {
  const { instance: _, ...rest } = problemOf(exchange, { refused: 'request.not_found' });
  return rest;
}

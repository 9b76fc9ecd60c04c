import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Id, idPrefixes, ulid } from '../../../domain/kernel/ids.ts';
import type { Language } from '../../../domain/kernel/language.ts';
import type { Ports } from '../ports.ts';
import { acceptedLanguage } from './accept-language.ts';

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpResponse = APIGatewayProxyStructuredResultV2 & { statusCode: number; headers: Record<string, string> };

/** One request on its way through the chain, and what the chain has learnt of it for the answer's headers and the log. */
export interface Exchange {
  readonly id: Id<'request'>;
  readonly event: HttpEvent;
  readonly ports: Ports;
  readonly now: string;
  readonly startedMs: number;
  /** What the caller asked for; where nothing was asked, the signed-in person's own language. */
  language: Language;
  readonly languageAsked: boolean;
  /** Carried by every answer to this request, refusals included. */
  readonly headers: Record<string, string>;
  /** For the log: who did what. Never a body, never a token. */
  readonly note: { route?: string; firm?: string; user?: string; code?: string; retries?: number };
}

export function openExchange(event: HttpEvent, ports: Ports): Exchange {
  const now = ports.clock.now();
  const id: Id<'request'> = `${idPrefixes.request}_${ulid(Date.parse(now), ports.randomBytes(16))}`;
  const asked = acceptedLanguage(event.headers['accept-language']);
  return {
    id,
    event,
    ports,
    now,
    startedMs: performance.now(),
    language: asked ?? 'en',
    languageAsked: asked !== undefined,
    headers: { 'x-request-id': id },
    note: {},
  };
}

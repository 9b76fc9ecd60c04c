import { hash } from 'node:crypto';
import * as z from 'zod';
import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Caller, IdempotencyKey } from '../call.ts';
import type { Item } from '../table/port.ts';
import type { HttpEvent } from './exchange.ts';
import type { Operation } from './operation.ts';

const StoredAnswer = z.object({ fingerprint: z.string(), status: z.number(), body: z.string(), version: z.number().optional() });

/**
 * The caller's promise that this is one command however often it is sent. The fingerprint tells the same command from another under the same key.
 * A key is the person's own: of two who choose the same one, each acts, and neither is told what the other was answered. Outside a firm the verbs keep
 * their first answers themselves, since those carry passwords and tokens (`identity/first-answer.ts`).
 */
export function idempotencyOf(
  operation: Operation,
  event: HttpEvent,
  caller: Caller | undefined,
): Outcome<{ readonly idempotency: IdempotencyKey | undefined }> {
  const key = event.headers['idempotency-key'];
  if (operation.route.method !== 'POST' || key === undefined) return { idempotency: undefined };
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) return refuse('idempotency.malformed');
  const route = caller ? `${operation.name}#${caller.user.id}` : operation.name;
  const fingerprint = hash('sha256', `${operation.route.method} ${event.rawPath}?${event.rawQueryString}\n${event.body ?? ''}`, 'hex');
  return { idempotency: { key, route, fingerprint } };
}

/** An answer as it was given the first time: its status, its JSON, and the version that its ETag said. */
export interface Stored {
  readonly status: number;
  readonly json: string;
  readonly version: number | undefined;
}

/** What was answered the first time: the same again for the same command, a refusal for another. */
export function storedAnswer(item: Item, idempotency: IdempotencyKey): Outcome<Stored> {
  const stored = StoredAnswer.parse(item);
  return stored.fingerprint === idempotency.fingerprint
    ? { status: stored.status, json: stored.body, version: stored.version }
    : refuse('idempotency.mismatch');
}

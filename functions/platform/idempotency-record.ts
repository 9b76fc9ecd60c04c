import type { IdempotencyKey } from './call.ts';
import { platformKeys } from './keys.ts';
import type { Write } from './table/port.ts';

/** The record under which an answer is kept: `IDEMPOTENCY` / route and key, never to be overwritten. */
export const idempotencyKey = (route: string, key: string) => platformKeys.idempotency({ route, key });

/** The write that remembers the answer of a command under its key; nothing where the caller gave none. */
export function remember(idempotency: IdempotencyKey | undefined, answer: unknown, at: string): Write[] {
  if (!idempotency) return [];
  const { status, body, version } = (answer ?? {}) as { status?: number; body?: unknown; version?: number };
  return [
    {
      kind: 'put',
      item: {
        ...idempotencyKey(idempotency.route, idempotency.key),
        fingerprint: idempotency.fingerprint,
        status: status ?? 200,
        body: JSON.stringify(body ?? null),
        version,
        at,
      },
      when: { exists: false },
    },
  ];
}

import type * as z from 'zod';
import { type Outcome, refuse } from '../../domain/kernel/decision.ts';
import type { IdempotencyKey } from '../platform/call.ts';
import type { Ports } from '../platform/ports.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import type { Key, Write } from '../platform/table/port.ts';
import { identityKeys } from './keys.ts';
import { derived, newToken, sameDigest } from './tokens.ts';

/**
 * The first answer to a command that carries a password or is answered with a token. The chain's own record would keep both within a thief's reach: the token as it is,
 * the password as a quick hash to guess against. Here the proof that it is the same command is keyed with the host's secret, and the token is not kept at all:
 * it is derived, and derived again for the twin.
 */
export class FirstAnswer {
  readonly #ports: Pick<Ports, 'signingKey' | 'randomBytes'>;
  readonly #idempotency: IdempotencyKey | undefined;
  readonly #now: string;
  /** The token that this command hands out: the same for the same command under the same key, and anybody's guess otherwise. */
  readonly token: string;

  constructor(call: {
    readonly ports: Pick<Ports, 'signingKey' | 'randomBytes'>;
    readonly idempotency: IdempotencyKey | undefined;
    readonly now: string;
  }) {
    this.#ports = call.ports;
    this.#idempotency = call.idempotency;
    this.#now = call.now;
    this.token = this.#idempotency ? this.#derived('token', this.#idempotency.key, this.#idempotency.fingerprint) : newToken(call.ports);
  }

  /** The same for the same command under the same key, and of no use to who reads it; nothing without a key. */
  get command(): string | undefined {
    return this.#idempotency && this.#proof(this.#idempotency);
  }

  /** What was answered before, a refusal where another command has the key, or undefined. */
  async before<S extends z.ZodType>(table: FirmTable, schema: S): Promise<Outcome<{ readonly body: z.output<S> } | undefined>> {
    if (!this.#idempotency) return undefined;
    const stored = await table.get(this.#key(this.#idempotency));
    if (!stored) return undefined;
    if (!sameDigest(String(stored.proof), this.#proof(this.#idempotency))) return refuse('idempotency.mismatch');
    const body = JSON.parse(String(stored.body).replaceAll(PLACE_OF_TOKEN, this.token));
    // Held against the schema, but given as it was: to the byte, the order of its members too.
    schema.parse(body);
    return { body };
  }

  /** Keeps the answer, in the transaction that makes it true. */
  remember(body: unknown): Write[] {
    if (!this.#idempotency) return [];
    const text = JSON.stringify(body).replaceAll(this.token, PLACE_OF_TOKEN);
    return [
      {
        kind: 'put',
        item: { ...this.#key(this.#idempotency), proof: this.#proof(this.#idempotency), body: text, at: this.#now },
        when: { exists: false },
      },
    ];
  }

  #key({ key, route }: IdempotencyKey): Key {
    return identityKeys.firstAnswer({ command: this.#derived('key', route, key) });
  }
  #proof({ key, route, fingerprint }: IdempotencyKey): string {
    return this.#derived('proof', route, key, fingerprint);
  }
  #derived(purpose: string, ...words: readonly string[]): string {
    return derived(this.#ports.signingKey, `first-answer ${purpose}`, ...words);
  }
}

/** Stands for the token in what is kept; no id, name or instant of an answer looks like it. */
const PLACE_OF_TOKEN = '\u0001token\u0001';

/** What a repeated answer says of itself. */
export const replayed = { headers: { 'idempotency-replayed': 'true' } } as const;

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ports } from '../platform/ports.ts';

const TOKEN_BYTES = 32;

/** 256 bits that nobody guesses, as text that goes into a header or a link. */
export const newToken = (ports: Pick<Ports, 'randomBytes'>): string => Buffer.from(ports.randomBytes(TOKEN_BYTES)).toString('base64url');

export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** 256 bits that only this host can make again from the same words. */
export const derived = (signingKey: Uint8Array, ...words: readonly string[]): string =>
  createHmac('sha256', signingKey).update(JSON.stringify(words)).digest('base64url');

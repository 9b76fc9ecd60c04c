import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from './write-durably.ts';

const KEY_BYTES = 32;

/** The secret with which this host signs cursors and links: made once, kept beside the data where only its owner may read it. */
export function signingKeyIn(file: string | undefined): Uint8Array {
  if (file && existsSync(file)) return readFileSync(file);
  const key = randomBytes(KEY_BYTES);
  if (file) writeDurably(file, key, 0o600);
  return key;
}

import { createPrivateKey, createPublicKey, hash, hkdfSync, type KeyObject } from 'node:crypto';
import type { Ports } from '../ports.ts';

/** The key with which a host signs receipts. Ed25519: short, the same signature each time, and no parameter to choose wrongly. */
export interface ReceiptKey {
  /** What it is called in a receipt: the thumbprint of its public half (RFC 7638). */
  readonly id: string;
  readonly privateKey: KeyObject;
  /** The public half as it is published (RFC 8037). */
  readonly jwk: {
    readonly kty: 'OKP';
    readonly crv: 'Ed25519';
    readonly x: string;
    readonly kid: string;
    readonly use: 'sig';
    readonly alg: 'EdDSA';
  };
}

const SEED_BYTES = 32;
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const keys = new WeakMap<Ports, Promise<ReceiptKey>>();

/** Made from the host's secret for receipts, which is read when the first receipt is signed and never leaves the host. */
export function receiptKeyOf(ports: Ports): Promise<ReceiptKey> {
  const known = keys.get(ports) ?? ports.receiptSecret().then(keyFrom);
  keys.set(ports, known);
  known.catch(() => keys.delete(ports));
  return known;
}

function keyFrom(secret: Uint8Array): ReceiptKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'diwan receipts', SEED_BYTES));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const id = hash('sha256', JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }), 'base64url');
  return { id, privateKey, jwk: { kty: 'OKP', crv: 'Ed25519', x, kid: id, use: 'sig', alg: 'EdDSA' } };
}

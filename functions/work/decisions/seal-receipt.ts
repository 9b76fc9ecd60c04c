import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { type Receipt, type Seal, type SealedReceipt, signedText } from '../../../domain/work/decisions/receipt.ts';
import type { ReceiptKey } from '../../platform/receipts/receipt-key.ts';

/** Signs a receipt. */
export function sealReceipt(receipt: Receipt, { id, privateKey }: ReceiptKey): SealedReceipt {
  const value = sign(null, Buffer.from(signedText(receipt)), privateKey).toString('base64url');
  return { ...receipt, signature: { algorithm: 'Ed25519', key: id, value } };
}

export interface PublishedKey {
  readonly kid: string;
  readonly x: string;
}

/** Holds a signature against the published keys: all that an offline check needs. */
export function signedByOneOf(published: readonly PublishedKey[]): (text: string, seal: Seal) => boolean | undefined {
  const known = new Map(
    published.map(({ kid, x }): [string, KeyObject] => [kid, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })]),
  );
  return (text, { key, value }) => {
    const publicKey = known.get(key);
    if (!publicKey) return undefined;
    const signature = Buffer.from(value, 'base64url');
    // Some letters of base64 carry bits that nobody reads: only the one spelling counts.
    return signature.toString('base64url') === value && verify(null, Buffer.from(text), publicKey, signature);
  };
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

import { digestOf } from '../../../domain/work/decisions/material.ts';
import { signedText, verifyReceipt } from '../../../domain/work/decisions/receipt.ts';
import type { Output } from '../../api/route-types.ts';

export type Checked = 'verified' | 'notVerified' | 'notChecked';

/** Verifies a receipt in the browser by the published keys: the same check that anybody makes offline. */
export async function checkReceipt(receipt: Output<'getDecisionReceipt'>, { keys }: Output<'readReceiptKeys'>): Promise<Checked> {
  const named = keys.find(({ kid }) => kid === receipt.signature.key);
  if (!named) return 'notVerified';
  const isSigned: boolean | undefined = await crypto.subtle
    ?.importKey('jwk', { kty: named.kty, crv: named.crv, x: named.x }, 'Ed25519', false, ['verify'])
    .then(
      (key) => crypto.subtle.verify('Ed25519', key, bytesOf(receipt.signature.value), new TextEncoder().encode(signedText(receipt))),
      () => undefined,
    );
  if (isSigned === undefined) return 'notChecked';
  const material = Object.entries(receipt.material).map(([name, value]) => ({ name, value }));
  let content = '';
  digestOf(material, (canonical) => {
    content = canonical;
    return '';
  });
  const digest = hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content)));
  return verifyReceipt(JSON.stringify(receipt), { sha256: () => digest, isSigned: () => isSigned }).verified ? 'verified' : 'notVerified';
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

import { canonicalText, digestOf } from './material.ts';
import type { DecisionRequest } from './request.ts';

export const RECEIPT_FORMAT = 'diwan.decision-receipt/1';

/** The proof of an outcome, as it is signed: all that was asked, who said what, in whose name, and what came of it. */
export function receiptOf(request: DecisionRequest, firm: { readonly id: string; readonly name: string }) {
  const { id, subject, state, digest, material, policy, steps, decisions, requestedBy, requestedAt, expiresAt, settledAt, because, note } = request;
  return {
    format: RECEIPT_FORMAT,
    firm: { id: firm.id, name: firm.name },
    request: id,
    subject: { ...subject },
    digest,
    material: Object.fromEntries(material.map(({ name, value }) => [name, value ?? null])),
    policy: {
      ...policy,
      steps: steps.map(({ name, need, required, approvers }) => ({
        name: { ...name },
        need,
        required,
        approvers: approvers.map((person) => ({ ...person })),
      })),
    },
    requestedBy: { ...requestedBy },
    requestedAt,
    expiresAt,
    ...(note !== undefined && { note }),
    outcome: state,
    settledAt: settledAt ?? null,
    ...(because && { because }),
    decisions: decisions.map(({ id: decision, step, of, by, self, outcome, comment, at }) => ({
      id: decision,
      step: step + 1,
      by: { ...by },
      for: of.id === by.id ? null : { ...of },
      ...(self && { self: true as const }),
      outcome,
      ...(comment !== undefined && { comment }),
      at,
    })),
  };
}
export type Receipt = ReturnType<typeof receiptOf>;
export interface Seal {
  readonly algorithm: 'Ed25519';
  readonly key: string;
  readonly value: string;
}
export type SealedReceipt = Receipt & { readonly signature: Seal };

/** What is signed: everything but the signature, in one spelling. */
export function signedText(receipt: object): string {
  return canonicalText(Object.fromEntries(Object.entries(receipt).filter(([name]) => name !== 'signature')));
}

export type ReceiptVerdict =
  | { readonly verified: true; readonly receipt: Readonly<Record<string, unknown>> }
  | { readonly verified: false; readonly why: ReceiptFault };
export type ReceiptFault = 'not-json' | 'not-a-receipt' | 'unknown-key' | 'signature' | 'digest';

interface Proof {
  readonly sha256: (text: string) => string;
  /** Whether a signature of a text is one of the key of this name; undefined where no such key is known. */
  readonly isSigned: (text: string, seal: Seal) => boolean | undefined;
}

/** Whether a receipt is as it was issued: the signature holds over every letter of it, and its digest is that of its material fields. */
export function verifyReceipt(text: string, { sha256, isSigned }: Proof): ReceiptVerdict {
  const no = (why: ReceiptFault): ReceiptVerdict => ({ verified: false, why });
  let receipt: unknown;
  try {
    receipt = JSON.parse(text);
  } catch {
    return no('not-json');
  }
  if (!isRecord(receipt) || receipt.format !== RECEIPT_FORMAT || !isRecord(receipt.signature) || !isRecord(receipt.material))
    return no('not-a-receipt');
  const { algorithm, key, value, ...more } = receipt.signature;
  if (algorithm !== 'Ed25519' || typeof key !== 'string' || typeof value !== 'string' || Object.keys(more).length > 0) return no('not-a-receipt');
  const signed = isSigned(signedText(receipt), { algorithm, key, value });
  if (signed === undefined) return no('unknown-key');
  if (!signed) return no('signature');
  const material = Object.entries(receipt.material).map(([name, member]) => ({ name, value: member }));
  return digestOf(material, sha256) === receipt.digest ? { verified: true, receipt } : no('digest');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

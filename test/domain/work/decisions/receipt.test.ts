import { generateKeyPairSync, hash, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, digestOf } from '../../../../domain/work/decisions/material.ts';
import { receiptOf, type Seal, signedText, verifyReceipt } from '../../../../domain/work/decisions/receipt.ts';
import { materialOfCase } from '../../../../domain/work/decisions/subjects.ts';
import { asked, people, rule, said } from './requests.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const isSigned = (text: string, { key, value }: Seal) =>
  key === 'k1'
    ? verify(null, Buffer.from(text), publicKey, Buffer.from(value, 'base64url')) && Buffer.from(value, 'base64url').toString('base64url') === value
    : undefined;

const material = materialOfCase({ kind: 'change', fields: { risk: 'low', plan: 'شراء خادم', backOut: 'return it', window: { from: 'a', to: 'b' } } });
const request = { ...said(asked([rule('any', { people: people('huda') })]), 'huda', 'approve'), material, digest: digestOf(material, sha256) };
const receipt = receiptOf(request, { id: 'frm_1', name: 'صقر' });
const sealed = (of: object = receipt, key = privateKey) => ({
  ...of,
  signature: { algorithm: 'Ed25519' as const, key: 'k1', value: sign(null, Buffer.from(signedText(of)), key).toString('base64url') },
});

describe('a receipt', () => {
  test('names all that was asked, who said what, and what came of it', () => {
    expect(receipt).toMatchObject({
      outcome: 'approved',
      digest: request.digest,
      material: { plan: 'شراء خادم', systems: null },
      policy: { code: 'change', version: 1, steps: [{ need: 'any', required: 1 }] },
      decisions: [{ outcome: 'approve', by: { name: 'huda' }, for: null }],
    });
    expect(verifyReceipt(JSON.stringify(sealed(), null, 2), { sha256, isSigned })).toMatchObject({ verified: true });
  });

  test('with any byte flipped does not verify', () => {
    const text = Buffer.from(canonicalText(sealed()));
    for (let at = 0; at < text.length; at++) {
      for (const bit of [1, 2, 16, 128]) {
        const flipped = Buffer.from(text);
        flipped[at] = (flipped[at] ?? 0) ^ bit;
        const verdict = verifyReceipt(flipped.toString(), { sha256, isSigned });
        if (verdict.verified) throw new Error(`byte ${at} flipped by ${bit}: ${flipped}`);
      }
    }
  });

  test.each([
    ['that is no JSON', '{', 'not-json'],
    ['that is something else', '{"format":"x"}', 'not-a-receipt'],
    ['without a signature', canonicalText(receipt), 'not-a-receipt'],
    ['of another key', canonicalText({ ...sealed(), signature: { ...sealed().signature, key: 'k2' } }), 'unknown-key'],
    ['signed by somebody else', canonicalText(sealed(receipt, generateKeyPairSync('ed25519').privateKey)), 'signature'],
    ['whose digest is not of its fields', canonicalText(sealed({ ...receipt, digest: 'f'.repeat(64) })), 'digest'],
  ])('%s does not verify', (_, text, why) => {
    expect(verifyReceipt(text, { sha256, isSigned })).toEqual({ verified: false, why });
  });
});

describe('the digest', () => {
  test('is the same however the members are ordered, and another for any other value', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.dictionary(fc.string(), fc.string()));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), value, { minKeys: 1, maxKeys: 5 }), fc.string(), (fields, other) => {
        const named = Object.entries(fields).map(([name, one]) => ({ name, value: one }));
        expect(digestOf(named.toReversed(), sha256)).toBe(digestOf(named, sha256));
        const [first, ...rest] = named;
        if (first && canonicalText(first.value) !== canonicalText(other))
          expect(digestOf([{ ...first, value: other }, ...rest], sha256)).not.toBe(digestOf(named, sha256));
      }),
    );
  });

  test('rests on the material fields of the kind and on what the firm asks for besides, and on nothing else', () => {
    const fields = { system: 'ERP', level: 'read', justification: 'because' };
    const of = (more: object) => digestOf(materialOfCase({ kind: 'access-request', fields: { ...fields, ...more } }), sha256);
    expect(of({ justification: 'other' })).toBe(of({}));
    expect(of({ level: 'write' })).not.toBe(of({}));
    expect(of({ until: '2026-01-01' })).not.toBe(of({}));
    expect(of({ ownField: 1 })).not.toBe(of({}));
  });
});

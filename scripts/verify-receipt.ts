// node scripts/verify-receipt.ts receipt.json --keys receipt-keys.json          verifies a receipt of a decision, without any host
// node scripts/verify-receipt.ts receipt.json --keys https://firm.example/v1/receipt-keys
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type ReceiptFault, verifyReceipt } from '../domain/work/decisions/receipt.ts';
import { sha256, signedByOneOf } from '../functions/work/decisions/seal-receipt.ts';

const { values, positionals } = parseArgs({ options: { keys: { type: 'string' } }, allowPositionals: true });
const [file] = positionals;
if (!file || !values.keys) {
  console.error('node scripts/verify-receipt.ts receipt.json --keys receipt-keys.json   (the keys: GET /v1/receipt-keys)');
  process.exit(2);
}

const KeySet = z.object({ keys: z.array(z.object({ kid: z.string(), x: z.string() })) });
const whys: Readonly<Record<ReceiptFault, string>> = {
  'not-json': 'the file is not JSON',
  'not-a-receipt': 'the file is no receipt of a decision',
  'unknown-key': 'none of the keys signed it',
  signature: 'it is not as it was signed',
  digest: 'its digest is not that of its material fields',
};

const keys = /^https?:/.test(values.keys) ? await (await fetch(values.keys)).text() : readFileSync(values.keys, 'utf8');
const verdict = verifyReceipt(readFileSync(file, 'utf8'), { sha256, isSigned: signedByOneOf(KeySet.parse(JSON.parse(keys)).keys) });
if (verdict.verified) {
  const { request, outcome, settledAt } = verdict.receipt;
  console.log(`verified  ${request}: ${outcome}, ${settledAt}`);
} else {
  console.log(`NOT VERIFIED  ${file}: ${whys[verdict.why]}`);
  process.exitCode = 1;
}

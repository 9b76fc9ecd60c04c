import type { Verb } from '../../platform/call.ts';
import { receiptKeyOf } from '../../platform/receipts/receipt-key.ts';
import type { decisionsRoutes } from './routes.ts';

/** The public keys by which anybody verifies receipts (a JWK set, RFC 7517). */
export const readReceiptKeys: Verb<typeof decisionsRoutes.readReceiptKeys> = async ({ ports }) => ({
  status: 200,
  body: { keys: [{ ...(await receiptKeyOf(ports)).jwk }] },
});

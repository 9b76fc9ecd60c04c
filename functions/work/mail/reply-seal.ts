import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FirmId } from '../../../domain/kernel/ids.ts';
import { replyAddress, SEAL_LENGTH } from '../../../domain/work/mail/desk-address.ts';
import type { Ports } from '../../platform/ports.ts';

interface Thread {
  readonly firm: FirmId;
  readonly number: number;
  readonly internal: boolean;
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Sixty bits that only this installation can make: whoever has them was sent a mail about this case. */
function sealOf({ firm, number, internal }: Thread, { signingKey }: Pick<Ports, 'signingKey'>): string {
  const bytes = createHmac('sha256', signingKey).update(`reply\n${firm}\n${number}\n${internal}`).digest();
  return Array.from(bytes.subarray(0, SEAL_LENGTH), (byte) => LETTERS[byte & 31]).join('');
}

export const sealedReplyAddress = (thread: Thread, ports: Ports, domain: string): string =>
  replyAddress(thread.firm, thread.number, thread.internal, sealOf(thread, ports), domain);

export function isSealed(thread: Thread & { readonly seal: string }, ports: Ports): boolean {
  const [given, made] = [Buffer.from(thread.seal), Buffer.from(sealOf(thread, ports))];
  return given.length === made.length && timingSafeEqual(given, made);
}

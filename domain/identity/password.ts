import { type Refusal, refuseAt } from '../kernel/decision.ts';
import { foldEmail } from '../kernel/email.ts';
import { commonPasswords } from './common-passwords.ts';

export const PASSWORD_MINIMUM = 10;
/** Far above any passphrase, and small enough that hashing a request costs what hashing a word costs. */
export const PASSWORD_MAXIMUM = 200;
const DISTINCT_MINIMUM = 4;
const BESIDES_EMAIL_MINIMUM = 6;
const MAILBOX_MINIMUM = 4;

/** Whether a password may be chosen. Length counts characters, so that an Arabic passphrase is as good as a Latin one. */
export function checkPassword(password: string, email: string, pointer: string): Refusal<'password.weak'> | undefined {
  return isWeak(password, email) ? refuseAt(pointer, 'password.weak') : undefined;
}

function isWeak(password: string, email: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase();
  if (lengthOf(folded) < PASSWORD_MINIMUM) return true;
  if (new Set(folded).size < DISTINCT_MINIMUM) return true;
  if (commonPasswords.has(folded)) return true;
  return lengthOf(withoutEmail(folded, foldEmail(email))) < BESIDES_EMAIL_MINIMUM;
}

/** What is left when the address is taken out: only that much has to be guessed. A short name before the @ is part of too many words to count. */
function withoutEmail(password: string, email: string): string {
  const mailbox = email.slice(0, email.lastIndexOf('@'));
  const rest = password.replaceAll(email, '');
  return mailbox.length < MAILBOX_MINIMUM ? rest : rest.replaceAll(mailbox, '');
}
const lengthOf = (text: string): number => [...text].length;

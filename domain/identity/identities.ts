import type { Instant } from '../kernel/dates.ts';
import type { UserId } from '../kernel/ids.ts';

/**
 * Nobody owns an address by typing it. Until a mail has verified it, several people may have signed up with one; each is an identity of its own, with its own password
 * and its own firms, and none learns of the others (ADR 20). A password at an address leads to the identity whose password it is.
 */
export interface Credential {
  readonly user: UserId;
  readonly openedAt: Instant;
  readonly verifiedAt?: Instant;
  /** The digest and how it was made, as text. */
  readonly password: string;
}

/** Verified identities of one address that a password is tried against: whoever reads its mail made them. */
export const VERIFIED_MAXIMUM = 10;
/** Unverified ones: the latest. Were it the first, three sign-ups in a row would tell by the fourth whether there had been one before. */
export const UNVERIFIED_MAXIMUM = 3;

/** Those among the identities of an address that a password is tried against, in the order in which they win. */
export function candidates<C extends Pick<Credential, 'user' | 'verifiedAt'>>(credentials: readonly C[]): readonly C[] {
  const latestFirst = credentials.toSorted((a, b) => (a.user < b.user ? 1 : -1));
  return [
    ...latestFirst.filter((credential) => credential.verifiedAt !== undefined).slice(0, VERIFIED_MAXIMUM),
    ...latestFirst.filter((credential) => credential.verifiedAt === undefined).slice(0, UNVERIFIED_MAXIMUM),
  ];
}

/** How many mails an address has had from people who only typed it. */
export interface MailCount {
  /** The hour, as an instant begins: `2031-01-01T09`. */
  readonly hour: string;
  readonly count: number;
}

/** Typing an address fills nobody's mailbox. Its owner finds the last of these mails, and each of them gets her in. */
const MAILS_AN_HOUR = 5;

/** The count with one more mail, or nothing where the hour has had enough. */
export function anotherMail(counted: MailCount | undefined, now: Instant): MailCount | undefined {
  const hour = now.slice(0, 13);
  const count = counted?.hour === hour ? counted.count : 0;
  return count < MAILS_AN_HOUR ? { hour, count: count + 1 } : undefined;
}

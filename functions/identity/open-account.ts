import { anotherMail, type Credential } from '../../domain/identity/identities.ts';
import type { User } from '../../domain/identity/sign-up.ts';
import { foldEmail } from '../../domain/kernel/email.ts';
import { Moved } from '../platform/commit-outcome.ts';
import type { Write } from '../platform/table/port.ts';
import { type IdentityStore, type Opening, type OpeningFacts, openingOf } from './identity-store.ts';
import { type Address, credentialItem, credentialWrites, type StoredUser, userItem } from './items.ts';
import { identityKeys } from './keys.ts';
import { newSalt, saltOf, tryPassword } from './passwords.ts';

/** What is known of an address and a password together. */
export interface Found {
  readonly address: Address | undefined;
  /** Whose password it is, if anybody's. */
  readonly match: Credential | undefined;
  /** The password as it would be kept today. */
  readonly digest: string;
}

/**
 * Whose password is this at the address? It takes the same reads and the same time whether anybody uses the address or not. The address is read first: an identity that
 * opens there meanwhile moves it, and defeats a commit that has not seen that identity.
 */
export async function findByPassword(
  store: IdentityStore,
  email: string,
  password: string,
  randomBytes: (count: number) => Uint8Array,
): Promise<Found> {
  const address = await store.address(email);
  const credentials = await store.candidates(email);
  return { address, ...(await tryPassword(password, credentials, address?.salt ?? newSalt(randomBytes))) };
}

/** A person with a session that opens, and what that writes. */
export interface Arriving {
  readonly user: StoredUser;
  readonly session: Opening['session'];
  readonly writes: readonly Write[];
}

/** The person whose password was found signs in. What the password is kept as is brought up to date on the way. */
export async function arriving(store: IdentityStore, match: Credential, digest: string, token: string, call: OpeningFacts): Promise<Arriving> {
  const user = await store.user(match.user);
  // Read after the person, on whose version the commit depends: a password that was changed since it was tried opens nothing.
  const credential = await store.credential(user);
  if (credential.password !== match.password && credential.password !== digest) throw new Moved();
  const { session, writes } = openingOf(user, await store.sessions(user.id), token, call);
  const rehashed = credential.password === digest ? [] : credentialWrites(user.email, credential, { ...credential, password: digest });
  return { user, session, writes: [...writes, ...rehashed] };
}

/** A new person as first kept, with the session that the caller opens beside counted. */
export const firstStored = (user: User): StoredUser => ({ ...user, opened: 1, passwords: 1 });

/**
 * What a new identity of an address writes: the person, the password, and the address itself, on which two who sign up at once with the same password meet
 * (the second finds the first and is the same person).
 */
export function accountWrites(user: StoredUser, digest: string, address: Address | undefined, mails: Address['mails'] = address?.mails): Write[] {
  const { id, email, openedAt, verifiedAt } = user;
  const credential: Credential = { user: id, openedAt, ...(verifiedAt !== undefined && { verifiedAt }), password: digest };
  return [
    { kind: 'put', item: userItem(user), when: { exists: false } },
    { kind: 'put', item: credentialItem(email, credential), when: { exists: false } },
    addressWrite(email, address, address?.salt ?? saltOf(digest), mails),
  ];
}

export const addressWrite = (email: string, before: Address | undefined, salt: string, mails: Address['mails']): Write => ({
  kind: 'put',
  item: { ...identityKeys.address({ email: foldEmail(email) }), salt, ...(mails && { mails }), v: (before?.v ?? 0) + 1 },
  when: before ? { equals: ['v', before.v] } : { exists: false },
});

/** Whether one more mail may go to an address that somebody only typed, and the count with it. */
export function mailing(address: Address | undefined, now: string): { readonly allowed: boolean; readonly mails: Address['mails'] } {
  const mails = anotherMail(address?.mails, now);
  return mails ? { allowed: true, mails } : { allowed: false, mails: address?.mails };
}

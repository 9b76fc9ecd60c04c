import * as z from 'zod';
import type { Credential } from '../../domain/identity/identities.ts';
import type { Session } from '../../domain/identity/session.ts';
import type { User } from '../../domain/identity/sign-up.ts';
import { foldEmail } from '../../domain/kernel/email.ts';
import type { Item, Key, Write } from '../platform/table/port.ts';
import { anId, language } from '../platform/wire.ts';
import { identityKeys } from './keys.ts';

/** What the table holds becomes ours here, and nowhere else. */

/**
 * A person with the count of sessions ever opened: what ends all sessions is conditional on it, so that none slips in between. And with the count of passwords ever set:
 * a link to choose one is good for the next alone.
 */
export interface StoredUser extends User {
  readonly opened: number;
  readonly passwords: number;
}
const UserItem = z.object({
  user: anId('user'),
  name: z.string(),
  email: z.string(),
  language,
  openedAt: z.string(),
  verifiedAt: z.string().optional(),
  opened: z.number(),
  passwords: z.number(),
  v: z.number(),
});
export function userOf(item: Item): StoredUser {
  const { user, v, verifiedAt, ...rest } = UserItem.parse(item);
  return { id: user, ...rest, ...(verifiedAt !== undefined && { verifiedAt }), version: v };
}
export function userItem({ id, version, ...rest }: StoredUser): Item {
  return { ...identityKeys.user({ user: id }), user: id, ...rest, v: version };
}

/** A session as its person's list holds it, with the digest of the token under which it opens. */
export interface StoredSession extends Session {
  readonly digest: string;
}
const SessionItem = z.object({
  session: anId('session'),
  openedAt: z.string(),
  expiresAt: z.string(),
  address: z.string(),
  userAgent: z.string(),
  digest: z.string(),
});
export function sessionOf(item: Item): StoredSession {
  const { session, ...rest } = SessionItem.parse(item);
  return { id: session, ...rest };
}
export function sessionItem(user: string, { id, ...rest }: StoredSession): Item {
  return { ...identityKeys.userSession({ user, session: id }), session: id, ...rest };
}

const CredentialItem = z.object({ user: anId('user'), openedAt: z.string(), verifiedAt: z.string().optional(), password: z.string() });
export function credentialOf(item: Item): Credential {
  const { verifiedAt, ...rest } = CredentialItem.parse(item);
  return { ...rest, ...(verifiedAt !== undefined && { verifiedAt }) };
}
export function credentialKey(email: string, { user, verifiedAt }: Pick<Credential, 'user' | 'verifiedAt'>): Key {
  const at = { email: foldEmail(email), user };
  return verifiedAt === undefined ? identityKeys.unverified(at) : identityKeys.verified(at);
}
export const credentialItem = (email: string, credential: Credential): Item => ({ ...credentialKey(email, credential), ...credential });

/** Moves a credential to where it now stands at its address: verified, or with another password. */
export function credentialWrites(email: string, before: Credential, after: Credential): Write[] {
  const put: Write = { kind: 'put', item: credentialItem(email, after) };
  return before.verifiedAt === after.verifiedAt ? [put] : [{ kind: 'delete', key: credentialKey(email, before) }, put];
}

/** An address: what its passwords are salted with, and the mails it had this hour. */
export const Address = z.object({ salt: z.string(), mails: z.object({ hour: z.string(), count: z.number() }).optional(), v: z.number() });
export type Address = z.infer<typeof Address>;

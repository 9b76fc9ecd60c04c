import { type Credential, candidates, UNVERIFIED_MAXIMUM, VERIFIED_MAXIMUM } from '../../domain/identity/identities.ts';
import { displacedBy, openSession } from '../../domain/identity/session.ts';
import { foldEmail } from '../../domain/kernel/email.ts';
import type { FirmId, Mint, UserId } from '../../domain/kernel/ids.ts';
import { sessionKey, tokenHash } from '../platform/auth/keys.ts';
import { Moved } from '../platform/commit-outcome.ts';
import type { Ports } from '../platform/ports.ts';
import { FirmTable, IDENTITY_SCOPE } from '../platform/table/firm-table.ts';
import type { Write } from '../platform/table/port.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { anId } from '../platform/wire.ts';
import { Address, credentialKey, credentialOf, type StoredSession, type StoredUser, sessionItem, sessionOf, userItem, userOf } from './items.ts';
import { identityKeys } from './keys.ts';

/** Identity's directories: people, the addresses they sign in with, and where they are signed in. */
export class IdentityStore {
  readonly table: FirmTable;

  private constructor(table: FirmTable) {
    this.table = table;
  }

  static async open(ports: Ports): Promise<IdentityStore> {
    return new IdentityStore(new FirmTable(await ports.table([IDENTITY_SCOPE]), IDENTITY_SCOPE));
  }

  async user(id: UserId): Promise<StoredUser> {
    const item = await this.table.get(identityKeys.user({ user: id }));
    if (!item) throw new Error('a session without its person');
    return userOf(item);
  }

  async address(email: string): Promise<Address | undefined> {
    const item = await this.table.get(identityKeys.address({ email: foldEmail(email) }));
    return item && Address.parse(item);
  }

  /** The identities of an address that a password is tried against. The same two queries, whether there are any or not. */
  async candidates(email: string): Promise<readonly Credential[]> {
    const { pk } = identityKeys.address({ email: foldEmail(email) });
    const [verified, unverified] = await Promise.all([
      this.table.query({ pk, prefix: 'VERIFIED#', descending: true, limit: VERIFIED_MAXIMUM }),
      this.table.query({ pk, prefix: 'UNVERIFIED#', descending: true, limit: UNVERIFIED_MAXIMUM }),
    ]);
    return candidates([...verified.items, ...unverified.items].map(credentialOf));
  }

  async credential(user: StoredUser): Promise<Credential> {
    const item = await this.table.get(
      credentialKey(user.email, { user: user.id, ...(user.verifiedAt !== undefined && { verifiedAt: user.verifiedAt }) }),
    );
    // The address was verified between the two reads, which moved it: read both again.
    if (!item) throw new Moved();
    return credentialOf(item);
  }

  async sessions(user: UserId): Promise<readonly StoredSession[]> {
    const { pk } = identityKeys.user({ user });
    return (await queryAll(this.table, { pk, prefix: 'SESSION#' })).map(sessionOf);
  }

  async firms(user: UserId): Promise<readonly FirmId[]> {
    const { pk } = identityKeys.user({ user });
    const { items } = await this.table.query({ pk, prefix: 'FIRM#', limit: FIRMS_MAXIMUM });
    return items.map((item) => anId('firm').parse(item.sk.slice('FIRM#'.length)));
  }

  /** One transaction: all of it or nothing. */
  commit(writes: readonly Write[]): Promise<void> {
    return this.table.transact(writes);
  }
}

/** Firms that one person is shown. */
export const FIRMS_MAXIMUM = 200;

/** Where and when a session opens. */
export interface OpeningFacts {
  readonly now: string;
  readonly mint: Mint;
  readonly address: string;
  readonly userAgent: string;
}

export interface Opening {
  readonly session: { readonly token: string; readonly expiresAt: string };
  readonly writes: readonly Write[];
}

/**
 * Opens a session under a token. For a person who is there already it is conditional on nobody having changed the person or opened another session meanwhile;
 * for a new one the caller writes the person, `opened` counting this session.
 */
export function openingOf(user: StoredUser, sessions: readonly StoredSession[] | 'new', token: string, facts: OpeningFacts): Opening {
  const session = openSession(facts.mint('session'), facts.now, facts);
  const digest = tokenHash(token);
  const { id, name, email, language } = user;
  const displaced = sessions === 'new' ? [] : displacedBy(sessions, facts.now);
  return {
    session: { token, expiresAt: session.expiresAt },
    writes: [
      { kind: 'put', item: { ...sessionKey(digest), user: id, name, email, language, session: session.id, expiresAt: session.expiresAt, v: 1 } },
      { kind: 'put', item: sessionItem(id, { ...session, digest }) },
      ...displaced.flatMap((old) => endingOf(id, old)),
      ...(sessions === 'new' ? [] : [userWrite(user, { ...user, opened: user.opened + 1 })]),
    ],
  };
}

/** Ends a session: with the next request nobody is behind its token. */
export const endingOf = (user: UserId, session: StoredSession): Write[] => [
  { kind: 'delete', key: sessionKey(session.digest) },
  { kind: 'delete', key: identityKeys.userSession({ user, session: session.id }) },
];

/** Changes a person, if the person is as read and has opened no session since. */
export const userWrite = (before: StoredUser, after: StoredUser): Write => ({
  kind: 'put',
  item: userItem(after),
  when: {
    all: [{ equals: ['v', before.version] }, { equals: ['opened', before.opened] }],
  },
});

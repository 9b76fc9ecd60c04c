import * as z from 'zod';
import type { LinkPurpose } from '../../domain/identity/links.ts';
import { type Outcome, refuse } from '../../domain/kernel/decision.ts';
import { tokenHash } from '../platform/auth/keys.ts';
import type { Write } from '../platform/table/port.ts';
import { anId } from '../platform/wire.ts';
import type { IdentityStore } from './identity-store.ts';
import type { StoredUser } from './items.ts';
import { identityKeys } from './keys.ts';

const StoredLink = z.object({ purpose: z.string(), user: anId('user'), passwords: z.number(), expiresAt: z.string() });

/** Whose link a token is, and the write by which it works once: of two who come with it, one finds it gone. */
export async function openLink(
  store: IdentityStore,
  token: string,
  purpose: LinkPurpose,
  now: string,
): Promise<Outcome<{ readonly user: StoredUser; readonly used: Write }, 'link.invalid'>> {
  const key = identityKeys.link({ digest: tokenHash(token) });
  const item = await store.table.get(key);
  if (!item) return refuse('link.invalid');
  const link = StoredLink.parse(item);
  if (link.purpose !== purpose || link.expiresAt <= now) return refuse('link.invalid');
  const user = await store.user(link.user);
  // A link to choose a password is for the next one: once that is set, the others that were sent are spent with it.
  if (purpose === 'password-reset' && link.passwords !== user.passwords) return refuse('link.invalid');
  return { user, used: { kind: 'delete', key, when: { exists: true } } };
}

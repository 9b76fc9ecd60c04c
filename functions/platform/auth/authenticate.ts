import * as z from 'zod';
import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import { type Id, idPattern } from '../../../domain/kernel/ids.ts';
import type { Caller } from '../call.ts';
import type { Ports } from '../ports.ts';
import { FirmTable, IDENTITY_SCOPE } from '../table/firm-table.ts';
import { language } from '../wire.ts';
import { sessionKey, tokenHash } from './keys.ts';

/** A session as identity keeps it. It says who somebody is and never what they may do. */
export const StoredSession = z.object({
  user: z.string().regex(idPattern('user')),
  name: z.string(),
  email: z.string(),
  language,
  session: z.string().regex(idPattern('session')),
  expiresAt: z.string(),
  revokedAt: z.string().optional(),
});

/**
 * Who is asking: the person whose session the bearer token opens. Read from the table on every request, so that a session that was
 * revoked fails on the very next one (A2).
 */
export async function authenticate(authorization: string | undefined, ports: Ports, now: string): Promise<Outcome<Caller, 'session.required'>> {
  const token = /^Bearer ([\w.~+/=-]{16,512})$/i.exec(authorization ?? '')?.[1];
  if (!token) return refuse('session.required');
  const table = new FirmTable(await ports.table([IDENTITY_SCOPE]), IDENTITY_SCOPE);
  const item = await table.get(sessionKey(tokenHash(token)));
  if (!item) return refuse('session.required');
  const stored = StoredSession.parse(item);
  if (stored.revokedAt !== undefined || stored.expiresAt <= now) return refuse('session.required');
  return {
    user: { id: stored.user as Id<'user'>, name: stored.name, email: stored.email, language: stored.language },
    session: stored.session as Id<'session'>,
  };
}

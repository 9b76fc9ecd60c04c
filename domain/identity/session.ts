import type { Instant } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { hoursAfter } from '../kernel/instants.ts';

/** Absolute, whatever the use: a token that leaked ends by itself. */
const SESSION_HOURS = 30 * 24;
/** Sessions of one person at a time. Ending all of them, with the change that demanded it, fits one transaction. */
export const SESSIONS_MAXIMUM = 40;

/** A session as its person sees it: where it was opened, never the token that carries it. */
export interface Session {
  readonly id: Id<'session'>;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  readonly address: string;
  readonly userAgent: string;
}

const USER_AGENT_MAXIMUM = 200;

export function openSession(id: Id<'session'>, now: Instant, from: { readonly address: string; readonly userAgent: string }): Session {
  return {
    id,
    openedAt: now,
    expiresAt: hoursAfter(now, SESSION_HOURS),
    address: from.address,
    userAgent: from.userAgent.slice(0, USER_AGENT_MAXIMUM),
  };
}

/** The sessions that make room for one more: those that have expired, and the oldest of a person who has too many. */
export function displacedBy<S extends Session>(sessions: readonly S[], now: Instant): readonly S[] {
  const live = sessions.filter((session) => session.expiresAt > now).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const oldest = live.slice(0, Math.max(0, live.length - SESSIONS_MAXIMUM + 1));
  return [...sessions.filter((session) => session.expiresAt <= now), ...oldest];
}

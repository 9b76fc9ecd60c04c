import { hash } from 'node:crypto';
import type { Happening } from '../../../domain/kernel/event.ts';
import type { FirmId, UserId } from '../../../domain/kernel/ids.ts';
import { derived, newToken } from '../../identity/tokens.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Item } from '../../platform/table/port.ts';
import { deadlinesKeys } from './keys.ts';
import type { deadlinesRoutes } from './routes.ts';

/**
 * The secret of an address is kept nowhere: it is derived from the host’s own secret and the feed’s nonce, so that whoever reads the table, its
 * backups or the remembered answers reads no calendar. What is compared is its digest.
 */
export const feedSecret = (ports: Pick<Ports, 'signingKey'>, firm: string, user: string, nonce: string): string =>
  derived(ports.signingKey, 'calendar-feed', firm, user, nonce);
export const feedDigest = (secret: string): string => hash('sha256', secret, 'hex');

/** The address says where the feed lies, so that no directory across firms has to. */
const addressOf = ({ ports, firm, caller }: FirmCall, nonce: string): string =>
  `${ports.pagesUrl}/v1/calendar-feeds/${firm.id}.${caller.user.id}.${feedSecret(ports, firm.id, caller.user.id, nonce)}.ics`;

/** The caller’s own address, where there is one. */
export const readCalendarFeedAddress: Verb<typeof deadlinesRoutes.readCalendarFeedAddress> = async (call) => {
  const item = await call.table.get(feedKey(call));
  const feed = item?.nonce === undefined ? null : { address: addressOf(call, String(item.nonce)), createdAt: String(item.createdAt) };
  return { status: 200, body: { feed } };
};

/** Makes an address; one that was there before opens nothing any more. */
export const renewCalendarFeed: Verb<typeof deadlinesRoutes.renewCalendarFeed> = async (call) => {
  const seen = new Reading(call.table);
  const before = await seen.get(feedKey(call));
  const nonce = newToken(call.ports);
  const { user } = call.caller;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [
        {
          kind: 'put',
          item: {
            ...feedKey(call),
            v: versionAfter(before),
            nonce,
            digest: feedDigest(feedSecret(call.ports, call.firm.id, user.id, nonce)),
            language: user.language,
            createdAt: call.now,
          },
        },
      ],
      happenings: [feedHappened(before?.nonce === undefined ? 'calendar_feed.made' : 'calendar_feed.renewed', user.id)],
      answer: { status: 201 as const, body: { createdAt: call.now } },
    }),
  });
};

/** Shuts the address. What a calendar program has fetched already it keeps. */
export const revokeCalendarFeed: Verb<typeof deadlinesRoutes.revokeCalendarFeed> = async (call) => {
  const seen = new Reading(call.table);
  const before = await seen.get(feedKey(call));
  if (!before) return { status: 204, body: null };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'delete', key: feedKey(call) }],
      happenings: [feedHappened('calendar_feed.revoked', call.caller.user.id)],
      answer: { status: 204 as const, body: null },
    }),
  });
};

export const feedKeyOf = (user: UserId) => deadlinesKeys.feed({ user });
const feedKey = ({ caller }: FirmCall) => feedKeyOf(caller.user.id);
const versionAfter = (before: Item | undefined): number => Number(before?.v ?? 0) + 1;
const feedHappened = (type: Happening['type'], user: UserId): Happening => ({ type, entity: { kind: 'calendar-feed', id: user } });

/** The parts of an address as a calendar program asks by it. */
export function readFeedAddress(text: string): { readonly firm: FirmId; readonly user: UserId; readonly secret: string } | undefined {
  const [, firm, user, secret] = /^(frm_[0-9a-z]{26})\.(usr_[0-9a-z]{26})\.([\w-]{43})(?:\.ics)?$/.exec(text) ?? [];
  return firm && user && secret ? { firm: firm as FirmId, user: user as UserId, secret } : undefined;
}

import * as z from 'zod';
import { type FirmProfile, firmKinds, type Invitation, type Member, type Seats } from '../../domain/firms/firm.ts';
import type { Founding } from '../../domain/firms/found-firm.ts';
import { planNames } from '../../domain/firms/plans.ts';
import { firmKey, memberKey } from '../platform/auth/keys.ts';
import { plain } from '../platform/table/own-item.ts';
import type { Item, Write } from '../platform/table/port.ts';
import { anId, language } from '../platform/wire.ts';
import { firmKeys } from './keys.ts';
import { address, numbering, role, taxRounding } from './wire-firm.ts';

/** What the table holds of a firm becomes ours here, and nowhere else. Absent members are absent, never `undefined`. */

const FirmItem = z
  .object({
    id: anId('firm'),
    name: z.string(),
    country: z.string(),
    currency: z.string(),
    kind: z.enum(firmKinds),
    plan: z.enum(planNames),
    language,
    timeZone: z.string(),
    fiscalYearStart: z.number(),
    taxNumber: z.string().exactOptional(),
    address: address.exactOptional(),
    invoicing: z.object({
      numbering: z.object({ invoice: numbering, creditNote: numbering }),
      taxRounding,
      dueDays: z.number(),
      footer: z.string().exactOptional(),
    }),
    foundedAt: z.string(),
    trialEndsOn: z.string().exactOptional(),
    v: z.number(),
  })
  .transform(({ v, ...rest }): FirmProfile => ({ ...rest, version: v }));
export const firmOf = (item: Item): FirmProfile => FirmItem.parse(item);
export const firmItem = ({ version, ...firm }: FirmProfile): Item => ({ ...firmKey, ...plain(firm), v: version });

const MemberItem = z
  .object({ user: anId('user'), name: z.string(), email: z.string(), role, joinedAt: z.string(), v: z.number() })
  .transform(({ v, ...rest }): Member => ({ ...rest, version: v }));
export const memberOf = (item: Item): Member => MemberItem.parse(item);
export const memberItem = ({ version, ...member }: Member): Item => ({ ...memberKey(member.user), ...member, v: version });

const SeatsItem = z
  .object({ owners: z.number(), members: z.number(), v: z.number() })
  .transform(({ v, ...rest }): Seats => ({ ...rest, version: v }));
export const seatsOf = (item: Item | undefined): Seats => SeatsItem.parse(item);
export const seatsItem = ({ version, ...seats }: Seats): Item => ({ ...firmKeys.seats(), ...seats, v: version });

/** An invitation with the digest of its link's secret. */
export interface StoredInvitation extends Invitation {
  readonly digest: string;
}
const InvitationItem = z
  .object({
    id: anId('invitation'),
    email: z.string(),
    role,
    language,
    invitedBy: z.string(),
    invitedAt: z.string(),
    expiresAt: z.string(),
    state: z.enum(['pending', 'accepted', 'withdrawn']),
    digest: z.string(),
    v: z.number(),
  })
  .transform(({ v, ...rest }): StoredInvitation => ({ ...rest, version: v }));
export const invitationOf = (item: Item): StoredInvitation => InvitationItem.parse(item);
export const invitationItem = ({ version, ...invitation }: StoredInvitation): Item => ({
  ...firmKeys.invitation({ invitation: invitation.id }),
  ...invitation,
  v: version,
});

/** The first items of a firm besides its book and its events. */
export const foundingItems = ({ firm, owner, seats }: Founding): Write[] =>
  [firmItem(firm), memberItem(owner), seatsItem(seats)].map((item) => ({ kind: 'put', item, when: { exists: false } }));

import { acceptInvitation } from '../../domain/firms/accept-invitation.ts';
import type { FirmProfile, Member } from '../../domain/firms/firm.ts';
import { isRefusal, type Outcome, refuse } from '../../domain/kernel/decision.ts';
import type { Mint } from '../../domain/kernel/ids.ts';
import { firmKey, memberKey } from '../platform/auth/keys.ts';
import { firmLog } from '../platform/firm-log.ts';
import type { Ports } from '../platform/ports.ts';
import type { Write } from '../platform/table/port.ts';
import { firmOf, invitationItem, memberItem, memberOf, seatsItem, seatsOf } from './firm-items.ts';
import type { FoundInvitation } from './invitation-token.ts';
import { firmKeys } from './keys.ts';

/**
 * Makes a person a member by an invitation, in one commit of the firm. `answered` is what the caller wants kept beside, so that a repeat of the request
 * finds its answer.
 */
export async function join<A>(
  { firmId, table, seen, invitation }: FoundInvitation,
  person: Pick<Member, 'user' | 'name' | 'email'>,
  facts: { readonly now: string; readonly mint: Mint; readonly ports: Ports },
  answered: (firm: FirmProfile) => { readonly answer: A; readonly writes: readonly Write[] },
): Promise<Outcome<A>> {
  const { now, mint, ports } = facts;
  const [firm, seats, member] = await seen.getAll([firmKey, firmKeys.seats(), memberKey(person.user)]);
  if (!firm) return refuse('link.invalid');
  const call = { ports, now, mint, actor: { kind: 'user', id: person.user, name: person.name } } as const;
  return firmLog(ports, firmId, table).submit({
    call,
    seen,
    decide: () => {
      const joined = acceptInvitation(invitation, person, { now, seats: seatsOf(seats), member: member && memberOf(member) });
      if (isRefusal(joined)) return joined;
      const { answer, writes } = answered(firmOf(firm));
      return {
        writes: [
          { kind: 'put', item: invitationItem({ ...joined.invitation, digest: invitation.digest }) },
          { kind: 'put', item: memberItem(joined.member) },
          { kind: 'put', item: seatsItem(joined.seats) },
          ...writes,
        ],
        happenings: joined.happenings,
        answer,
      };
    },
  });
}

import { removeMember as remove } from '../../domain/firms/remove-member.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { IdentityStore } from '../identity/identity-store.ts';
import { identityKeys } from '../identity/keys.ts';
import { memberKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { TransactionCancelled } from '../platform/table/port.ts';
import { memberOf, seatsItem, seatsOf } from './firm-items.ts';
import { firmKeys } from './keys.ts';
import type { firmsRoutes } from './routes.ts';

/** Ends a membership: the member's next request finds no such firm. */
export const removeMember: Verb<typeof firmsRoutes.removeMember> = async (call) => {
  const seen = new Reading(call.table);
  const key = memberKey(call.params.userId);
  const [item, seats] = await seen.getAll([key, firmKeys.seats()]);
  if (!item) return refuse('request.not_found');
  const member = memberOf(item);
  const answer = await commit(call, {
    seen,
    decide: () => {
      const removed = remove(member, { seats: seatsOf(seats) });
      if (isRefusal(removed)) return removed;
      return {
        writes: [
          { kind: 'delete', key },
          { kind: 'put', item: seatsItem(removed.seats) },
        ],
        happenings: removed.happenings,
        answer: { status: 204 as const, body: null },
      };
    },
  });
  if (!isRefusal(answer)) await forget(call.firm.id, member.user, member.joinedAt);
  return answer;

  /** Tidies the directory. If it is lost, the member's list leaves the firm out all the same: the membership has the last word. */
  async function forget(firm: string, user: string, since: string): Promise<void> {
    const store = await IdentityStore.open(call.ports);
    try {
      await store.commit([{ kind: 'delete', key: identityKeys.userFirm({ user, firm }), when: { equals: ['since', since] } }]);
    } catch (thrown) {
      // Joined again meanwhile, or gone already.
      if (!(thrown instanceof TransactionCancelled)) throw thrown;
    }
  }
};

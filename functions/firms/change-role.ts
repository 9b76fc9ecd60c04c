import { changeRole as change } from '../../domain/firms/change-role.ts';
import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { memberKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { memberItem, memberOf, seatsItem, seatsOf } from './firm-items.ts';
import { firmKeys } from './keys.ts';
import type { firmsRoutes } from './routes.ts';

/** Gives a member another role, with effect on the next request. */
export const changeRole: Verb<typeof firmsRoutes.changeRole> = async (call) => {
  const seen = new Reading(call.table);
  const [item, seats] = await seen.getAll([memberKey(call.params.userId), firmKeys.seats()]);
  if (!item) return refuse('request.not_found');
  return commit(call, {
    seen,
    decide: () => {
      const changed = change(memberOf(item), call.body.role, { ifMatch: call.ifMatch, seats: seatsOf(seats) });
      if (isRefusal(changed)) return changed;
      const { member } = changed;
      return {
        writes: [
          { kind: 'put', item: memberItem(member) },
          { kind: 'put', item: seatsItem(changed.seats) },
        ],
        happenings: changed.happenings,
        answer: { status: 200 as const, body: member, version: member.version },
      };
    },
  });
};

import type { FirmProfile } from '../../../domain/firms/firm.ts';
import type { Mint } from '../../../domain/kernel/ids.ts';
import type { Delegation } from '../../../domain/work/decisions/delegation.ts';
import { memberOf } from '../../firms/firm-items.ts';
import { authKeys } from '../../platform/auth/keys.ts';
import type { Ports } from '../../platform/ports.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { decisionsKeys } from './keys.ts';
import { delegationOf } from './request-items.ts';

/** Where something is decided: a request brings it, and so does what is due. */
export interface Place {
  readonly table: FirmTable;
  readonly ports: Ports;
  readonly firm: Pick<FirmProfile, 'id' | 'name' | 'language' | 'timeZone' | 'country'>;
  readonly now: string;
  readonly today: string;
  readonly mint: Mint;
}

export type MemberNow = ReturnType<typeof memberOf> & { readonly id: ReturnType<typeof memberOf>['user'] };

/** Who there is, and who stands in for whom: with the items that say so, so that a commit can rest on them. */
export interface People {
  readonly members: readonly MemberNow[];
  readonly delegations: readonly Delegation[];
  readonly items: readonly Item[];
}

export async function loadPeople(table: FirmTable): Promise<People> {
  const [members, delegations] = await Promise.all([
    queryAll(table, { pk: authKeys.member({ user: '' }).pk }),
    queryAll(table, { pk: decisionsKeys.delegation({ delegation: '' }).pk }),
  ]);
  return {
    members: members.map((item) => {
      const member = memberOf(item);
      return { ...member, id: member.user };
    }),
    delegations: delegations.map(delegationOf),
    items: [...members, ...delegations],
  };
}

/** The item that says so, of a member or a delegation. */
export const itemSaying = ({ items }: People, id: string): Item | undefined => items.find(({ sk }) => sk === id);

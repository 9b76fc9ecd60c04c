import type { Member } from '../../domain/firms/firm.ts';
import { authKeys } from '../platform/auth/keys.ts';
import type { Reader } from '../platform/reading.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { queryAll } from '../platform/table/query-all.ts';
import { memberOf } from './firm-items.ts';

/** Everybody who works in a firm: a plan bounds how many they are. */
export const membersOf = async (table: FirmTable): Promise<readonly Member[]> =>
  (await queryAll(table, { pk: authKeys.member({ user: '' }).pk })).map(memberOf);

/** One of them. Through a `Reading` the commit is conditional on their being there still. */
export async function loadMember(from: Reader, user: string): Promise<Member | undefined> {
  const item = await from.get(authKeys.member({ user }));
  return item && memberOf(item);
}

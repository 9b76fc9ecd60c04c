import type { Holder, Person } from '../../domain/it/holder.ts';
import { type Outcome, refuseAt } from '../../domain/kernel/decision.ts';
import type { UserId } from '../../domain/kernel/ids.ts';
import { memberOf } from '../firms/firm-items.ts';
import { authKeys, memberKey } from '../platform/auth/keys.ts';
import type { FirmCall } from '../platform/call.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import type { Item, Key } from '../platform/table/port.ts';
import { queryAll } from '../platform/table/query-all.ts';
import type { SentHolder } from './shapes.ts';

interface Reader {
  get(key: Key): Promise<Item | undefined>;
}

/** Whoever was named: a member as they are called now, or a person without an account. */
export async function holderFrom(from: Reader, sent: SentHolder, pointer: string): Promise<Outcome<Holder>> {
  if (sent.user === undefined) return { name: (sent.name ?? '').trim().replaceAll(/\s+/g, ' ') };
  const item = await from.get(memberKey(sent.user));
  return item ? { user: sent.user, name: memberOf(item).name } : refuseAt(`${pointer}/user`, 'holder.unknown');
}

/** A member by id, as a person who acts. */
export async function memberFrom(from: Reader, user: UserId, pointer: string): Promise<Outcome<Person>> {
  const item = await from.get(memberKey(user));
  return item ? { id: user, name: memberOf(item).name } : refuseAt(pointer, 'holder.unknown');
}

export const membersOf = async (table: FirmTable) => (await queryAll(table, { pk: authKeys.member({ user: '' }).pk })).map(memberOf);

export const personOf = ({ caller: { user } }: Pick<FirmCall, 'caller'>): Person => ({ id: user.id, name: user.name });
export const wireHolder = ({ user, name }: Holder) => ({ user: user ?? null, name });
export const wirePerson = ({ id, name }: Person) => ({ id, name });

import type { Holder } from '../../domain/it/holder.ts';
import { type Outcome, refuseAt } from '../../domain/kernel/decision.ts';
import type { UserId } from '../../domain/kernel/ids.ts';
import type { Person } from '../../domain/kernel/person.ts';
import { loadMember } from '../firms/members.ts';
import type { Reader } from '../platform/reading.ts';
import type { SentHolder } from './shapes.ts';

/** Whoever was named: a member as they are called now, or a person without an account. */
export async function holderFrom(from: Reader, sent: SentHolder, pointer: string): Promise<Outcome<Holder>> {
  if (sent.user === undefined) return { name: (sent.name ?? '').trim().replaceAll(/\s+/g, ' ') };
  const member = await loadMember(from, sent.user);
  return member ? { user: member.user, name: member.name } : refuseAt(`${pointer}/user`, 'holder.unknown');
}

/** A member by id, as a person who acts. */
export async function memberFrom(from: Reader, user: UserId, pointer: string): Promise<Outcome<Person>> {
  const member = await loadMember(from, user);
  return member ? { id: member.user, name: member.name } : refuseAt(pointer, 'holder.unknown');
}

export const wireHolder = ({ user, name }: Holder) => ({ user: user ?? null, name });

import { foldedKey } from '../kernel/fold.ts';
import type { UserId } from '../kernel/ids.ts';

/** Whoever holds something of the firm: a member, or a person without an account, who is told apart by name alone. */
export interface Holder {
  readonly user?: UserId;
  readonly name: string;
}

/** What tells holders apart in keys: however a name is spelled, it is one person. */
export const holderKey = ({ user, name }: Holder): string => user ?? `name:${foldedKey(name).replaceAll('#', ' ')}`;
export const isSameHolder = (a: Holder, b: Holder): boolean => holderKey(a) === holderKey(b);

import type { Person } from '../../domain/kernel/person.ts';
import type { FirmCall } from './call.ts';

/** Whoever calls, as they are written down. */
export const personOf = ({ caller: { user } }: Pick<FirmCall, 'caller'>): Person => ({ id: user.id, name: user.name });

/** Whoever acted, as the API says it: nothing but who and by which name. */
export const wirePerson = ({ id, name }: Person) => ({ id, name });

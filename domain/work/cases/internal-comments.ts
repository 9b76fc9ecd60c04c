import type { Role } from '../../firms/permissions.ts';

/** Who reads what colleagues say among themselves: those who work on cases. An auditor reads what was said to whoever asked. */
export const internalCommentsAreFor = ['owner', 'accountant', 'staff'] as const satisfies readonly Role[];
export const seesInternal = (role: Role): boolean => (internalCommentsAreFor as readonly Role[]).includes(role);

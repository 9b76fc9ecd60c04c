import type { DueHandlers } from '../platform/due/work.ts';
import { RENAME } from './rename-member.ts';
import { PASSWORD_RESET } from './send-password-reset.ts';

/** What identity does after an answer has gone. */
export const identityDue: DueHandlers = {
  [PASSWORD_RESET]: async () => (await import('./send-password-reset.ts')).sendPasswordReset,
  [RENAME]: async () => (await import('./rename-member.ts')).renameMember,
};

import type { DueHandlers } from '../../platform/due/work.ts';
import { FILE_UNCLAIMED } from './mail-items.ts';

/** What is done with files of cases at its time. */
export const mailDue: DueHandlers = {
  [FILE_UNCLAIMED]: async () => (await import('./forget-unclaimed.ts')).forgetUnclaimed,
};

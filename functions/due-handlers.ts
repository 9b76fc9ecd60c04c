import { IMPORT_WORK } from './accounting/imports/import-items.ts';
import { identityDue } from './identity/due.ts';
import type { DueHandlers } from './platform/due/work.ts';
import { MAIL_SEND, sendMail } from './platform/mail/outbox.ts';
import { workDue } from './work/due.ts';

/** Everything that may be due, by name: the worker loads a handler when the first item of its kind comes. */
export const dueHandlers: DueHandlers = {
  [MAIL_SEND]: async () => sendMail,
  ...identityDue,
  ...workDue,
  [IMPORT_WORK]: async () => (await import('./accounting/imports/work-import.ts')).workImport,
};

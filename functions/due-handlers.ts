import { IMPORT_WORK } from './accounting/imports/import-items.ts';
import { identityDue } from './identity/due.ts';
import { accessDue } from './it/access/due.ts';
import { assetsDue } from './it/assets/due.ts';
import { knowledgeDue } from './it/knowledge/due.ts';
import { licencesDue } from './it/licences/due.ts';
import { servicesDue } from './it/services/due.ts';
import type { DueHandlers } from './platform/due/work.ts';
import { MAIL_SEND, sendMail } from './platform/mail/outbox.ts';
import { once } from './platform/once.ts';
import { filingDue } from './records/filing/due.ts';
import { retentionDue } from './records/retention/due.ts';
import { searchDue } from './records/search/due.ts';
import { deadlinesDue } from './work/deadlines/due.ts';
import { decisionsDue } from './work/decisions/due.ts';
import { workDue } from './work/due.ts';
import { mailDue } from './work/mail/due.ts';

const handlers: DueHandlers = {
  [MAIL_SEND]: async () => sendMail,
  ...identityDue,
  ...workDue,
  ...decisionsDue,
  ...deadlinesDue,
  ...mailDue,
  ...filingDue,
  ...retentionDue,
  ...searchDue,
  ...assetsDue,
  ...licencesDue,
  ...accessDue,
  ...knowledgeDue,
  ...servicesDue,
  [IMPORT_WORK]: async () => (await import('./accounting/imports/work-import.ts')).workImport,
};

/** Everything that may be due, by name: the worker loads a handler when the first item of its kind comes, and keeps it. */
export const dueHandlers: DueHandlers = Object.fromEntries(Object.entries(handlers).map(([name, load]) => [name, once(load)]));

import type { DueHandlers } from '../../platform/due/work.ts';
import { CASE_RECORD } from './case-record-item.ts';
import { RECORD_TEXT, RECORD_UPLOAD_OVER } from './record-items.ts';

/** What filing does at its time. */
export const filingDue: DueHandlers = {
  [RECORD_TEXT]: async () => (await import('./read-text.ts')).readText,
  [RECORD_UPLOAD_OVER]: async () => (await import('./end-upload.ts')).endUpload,
  [CASE_RECORD]: async () => (await import('./file-case.ts')).fileCase,
};

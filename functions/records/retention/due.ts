import type { DueHandlers } from '../../platform/due/work.ts';
import { RECORD_DUE } from '../filing/record-items.ts';
import { DISPOSAL_CARRY_OUT, RECORD_SHRED } from './disposal-items.ts';
import { RECORD_REFOLD } from './refold-class.ts';

/** What becomes of records at its time. */
export const retentionDue: DueHandlers = {
  [RECORD_DUE]: async () => (await import('./note-due.ts')).noteDue,
  [RECORD_REFOLD]: async () => (await import('./refold-class.ts')).refoldClass,
  [DISPOSAL_CARRY_OUT]: async () => (await import('./carry-out-disposal.ts')).carryOutDisposal,
  [RECORD_SHRED]: async () => (await import('./shred-record.ts')).shredRecord,
};

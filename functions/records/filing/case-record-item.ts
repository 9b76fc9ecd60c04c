import type { Write } from '../../platform/table/port.ts';
import { filingKeys } from './keys.ts';

export const CASE_RECORD = 'record.of-case';

/** That a case was closed and is to leave a record: written with the closing. The record that an earlier closing left is remembered, and gets another version. */
export const caseRecordWrite = (closed: { readonly id: string }, code: string, now: string): Write => ({
  kind: 'update',
  key: filingKeys.ofCase({ case: closed.id }),
  set: { case: closed.id, class: code, due: { at: now, handler: CASE_RECORD } },
  add: { v: 1 },
});

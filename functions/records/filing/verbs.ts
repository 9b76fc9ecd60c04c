import type { VerbsOf } from '../../platform/call.ts';
import { completeRecordUpload } from './complete-record-upload.ts';
import { editRecord, linkRecord, unlinkRecord } from './edit-record.ts';
import { fileCaseFile } from './file-case-file.ts';
import { addRecordVersion, fileRecord } from './file-record.ts';
import { addFilingRule, changeFilingRule, listFilingRules, removeFilingRule, suggestFiling } from './filing-rules.ts';
import { downloadRecordVersion, getRecord, readRecordText } from './get-record.ts';
import { listRecordGroups, listRecords } from './list-records.ts';
import { addRecordClass, changeRecordClass, listRecordClasses } from './record-classes.ts';
import type { filingRoutes } from './routes.ts';

export const filingVerbs: VerbsOf<typeof filingRoutes> = {
  fileRecord,
  fileCaseFile,
  listRecords,
  listRecordGroups,
  suggestFiling,
  getRecord,
  editRecord,
  addRecordVersion,
  completeRecordUpload,
  downloadRecordVersion,
  readRecordText,
  linkRecord,
  unlinkRecord,
  listRecordClasses,
  addRecordClass,
  changeRecordClass,
  listFilingRules,
  addFilingRule,
  changeFilingRule,
  removeFilingRule,
};

import type { VerbsOf } from '../../platform/call.ts';
import { attachToCase, confirmCaseFile, downloadCaseFile, listCaseFiles } from './case-files.ts';
import { changeDeskMail, changeMailPreference, readDeskMail, readMailPreference } from './desk-mail.ts';
import type { mailRoutes } from './routes.ts';

export const mailVerbs: VerbsOf<typeof mailRoutes> = {
  attachToCase,
  confirmCaseFile,
  listCaseFiles,
  downloadCaseFile,
  readDeskMail,
  changeDeskMail,
  readMailPreference,
  changeMailPreference,
};

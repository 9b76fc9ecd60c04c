import type { VerbsOf } from '../platform/call.ts';
import { attachFile } from './book/attach-file.ts';
import { addAccount, addDimension, archiveAccount, changeAccount, changeDimension, getAccount, listAccounts, listDimensions, restoreAccount } from './book/change-chart.ts';
import { downloadAttachment } from './book/download-attachment.ts';
import { getEntry } from './book/get-entry.ts';
import { listEntries } from './book/list-entries.ts';
import { postEntries } from './book/post-entries.ts';
import { postEntry } from './book/post-entry.ts';
import { postOpeningBalances } from './book/post-opening-balances.ts';
import { reverseEntry } from './book/reverse-entry.ts';
import { checkImport, discardImport, getImport, importFile, listImports, prepareImport, startImport } from './imports/manage-imports.ts';
import { invoicingVerbs } from './invoicing/verbs.ts';
import { closePeriod, lockPeriod } from './periods/close-period.ts';
import { closeYear, reopenPeriod } from './periods/close-year.ts';
import { listPeriods } from './periods/list-periods.ts';
import { reportsVerbs } from './reports/verbs.ts';
import type { accountingRoutes } from './routes.ts';
import { exportBook } from './verify/export-book.ts';
import { verifyBook } from './verify/verify-book.ts';

export const verbs: VerbsOf<typeof accountingRoutes> = {
  listAccounts,
  getAccount,
  addAccount,
  changeAccount,
  archiveAccount,
  restoreAccount,
  listDimensions,
  addDimension,
  changeDimension,
  postEntry,
  postEntries,
  listEntries,
  getEntry,
  reverseEntry,
  attachFile,
  downloadAttachment,
  postOpeningBalances,
  ...invoicingVerbs,
  listPeriods,
  closePeriod,
  reopenPeriod,
  lockPeriod,
  closeYear,
  ...reportsVerbs,
  importFile,
  prepareImport,
  checkImport,
  startImport,
  discardImport,
  listImports,
  getImport,
  verifyBook,
  exportBook,
};

import type { VerbsOf } from '../../platform/call.ts';
import { attachFile } from './attach-file.ts';
import {
  addAccount,
  addDimension,
  archiveAccount,
  changeAccount,
  changeDimension,
  getAccount,
  listAccounts,
  listDimensions,
  restoreAccount,
} from './change-chart.ts';
import { downloadAttachment } from './download-attachment.ts';
import { getEntry } from './get-entry.ts';
import { listEntries } from './list-entries.ts';
import { postEntries } from './post-entries.ts';
import { postEntry } from './post-entry.ts';
import { postOpeningBalances } from './post-opening-balances.ts';
import { reverseEntry } from './reverse-entry.ts';
import type { bookRoutes } from './routes.ts';

export const bookVerbs: VerbsOf<typeof bookRoutes> = {
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
};

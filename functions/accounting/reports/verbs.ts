import type { VerbsOf } from '../../platform/call.ts';
import { accountLedger } from './account-ledger.ts';
import { balanceSheet } from './balance-sheet.ts';
import { cashFlow } from './cash-flow.ts';
import { generalLedger } from './general-ledger.ts';
import { profitAndLoss } from './profit-and-loss.ts';
import { reportSummary } from './report-summary.ts';
import type { reportsRoutes } from './routes.ts';
import { trialBalance } from './trial-balance.ts';

export const reportsVerbs: VerbsOf<typeof reportsRoutes> = {
  trialBalance,
  balanceSheet,
  profitAndLoss,
  cashFlow,
  generalLedger,
  accountLedger,
  reportSummary,
};

import type { VerbsOf } from '../../platform/call.ts';
import { askDecision } from './ask-decision.ts';
import { decideOnCase, decideRequest } from './decide.ts';
import { addDelegation, changeDelegation, endDelegation, listDelegations } from './delegations.ts';
import { getDecisionReceipt, getDecisionRequest } from './get-decision-request.ts';
import { listDecisionRequests } from './list-decision-requests.ts';
import { readReceiptKeys } from './receipt-keys.ts';
import type { decisionsRoutes } from './routes.ts';
import { withdrawDecisionRequest } from './withdraw-decision-request.ts';

export const decisionsVerbs: VerbsOf<typeof decisionsRoutes> = {
  askDecision,
  decideOnCase,
  listDecisionRequests,
  getDecisionRequest,
  decideRequest,
  withdrawDecisionRequest,
  getDecisionReceipt,
  readReceiptKeys,
  listDelegations,
  addDelegation,
  changeDelegation,
  endDelegation,
};

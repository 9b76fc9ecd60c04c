import type { VerbsOf } from '../../platform/call.ts';
import { approveDisposal, getDisposal, listDisposals, proposeDisposal, readCertificate, rejectDisposal, withdrawDisposal } from './disposals.ts';
import { explainRetention } from './explain-retention.ts';
import { getHold, listHolds, placeHold, releaseHold } from './holds.ts';
import type { retentionRoutes } from './routes.ts';

export const retentionVerbs: VerbsOf<typeof retentionRoutes> = {
  explainRetention,
  listHolds,
  placeHold,
  getHold,
  releaseHold,
  listDisposals,
  proposeDisposal,
  getDisposal,
  approveDisposal,
  rejectDisposal,
  withdrawDisposal,
  readCertificate,
};

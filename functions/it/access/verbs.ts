import type { VerbsOf } from '../../platform/call.ts';
import { approveAccess, exportGrants, getGrant, grantAccess, listGrants, requestAccess, revokeAccess } from './grants.ts';
import { closeLeaver, closeLeaverLine, getLeaver, listLeavers, openLeaver } from './leavers.ts';
import { answerReview, getReview, listReviews, startReview } from './reviews.ts';
import type { accessRoutes } from './routes.ts';
import { addSystem, changeSystem, getSystem, listSystems } from './systems.ts';

export const accessVerbs: VerbsOf<typeof accessRoutes> = {
  addSystem,
  listSystems,
  getSystem,
  changeSystem,
  requestAccess,
  listGrants,
  exportGrants,
  getGrant,
  approveAccess,
  grantAccess,
  revokeAccess,
  startReview,
  listReviews,
  getReview,
  answerReview,
  openLeaver,
  listLeavers,
  getLeaver,
  closeLeaverLine,
  closeLeaver,
};

import type { VerbsOf } from '../platform/call.ts';
import { assignCase } from './assign-case.ts';
import { bulkCases } from './bulk-cases.ts';
import type { casesRoutes } from './cases-routes.ts';
import { commentOnCase } from './comment-on-case.ts';
import { countQueues } from './count-queues.ts';
import { editCase } from './edit-case.ts';
import { explainClock } from './explain-clock.ts';
import { getCase } from './get-case.ts';
import { linkCases, unlinkCases } from './link-cases.ts';
import { listCaseKinds } from './list-case-kinds.ts';
import { listCases } from './list-cases.ts';
import { listComments } from './list-comments.ts';
import { logTime } from './log-time.ts';
import { mergeCases } from './merge-cases.ts';
import { moveCase } from './move-case.ts';
import { openCase } from './open-case.ts';
import { addQueue, changeQueue, listQueues } from './queues.ts';
import { rateCase } from './rate-case.ts';
import { addSavedView, changeSavedView, deleteSavedView, listSavedViews } from './saved-views.ts';
import { tagCase } from './tag-case.ts';
import { tickItem } from './tick-item.ts';
import { unwatchCase, watchCase } from './watch-case.ts';
import { changeWorkSettings, readWorkSettings } from './work-settings.ts';

export const casesVerbs: VerbsOf<typeof casesRoutes> = {
  openCase,
  listCases,
  bulkCases,
  getCase,
  editCase,
  moveCase,
  commentOnCase,
  listComments,
  assignCase,
  watchCase,
  unwatchCase,
  tickItem,
  linkCases,
  unlinkCases,
  mergeCases,
  logTime,
  tagCase,
  rateCase,
  explainClock,
  listQueues,
  addQueue,
  changeQueue,
  listCaseKinds,
  countQueues,
  listSavedViews,
  addSavedView,
  changeSavedView,
  deleteSavedView,
  readWorkSettings,
  changeWorkSettings,
};

import type { VerbsOf } from '../../platform/call.ts';
import { archiveDeadline } from './archive-deadline.ts';
import { readCalendarFeedAddress, renewCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts';
import { changeDeadline } from './change-deadline.ts';
import { getDeadline } from './get-deadline.ts';
import { listDeadlineTemplates } from './list-deadline-templates.ts';
import { listDeadlines } from './list-deadlines.ts';
import { previewDeadline } from './preview-deadline.ts';
import { readCalendar } from './read-calendar.ts';
import { readCalendarFeed } from './read-calendar-feed.ts';
import type { deadlinesRoutes } from './routes.ts';
import { setDeadline } from './set-deadline.ts';
import { completeOccurrence, reopenOccurrence, waiveOccurrence } from './settle-occurrence.ts';

export const deadlinesVerbs: VerbsOf<typeof deadlinesRoutes> = {
  setDeadline,
  listDeadlines,
  previewDeadline,
  listDeadlineTemplates,
  getDeadline,
  changeDeadline,
  archiveDeadline,
  completeOccurrence,
  waiveOccurrence,
  reopenOccurrence,
  readCalendar,
  readCalendarFeedAddress,
  renewCalendarFeed,
  revokeCalendarFeed,
  readCalendarFeed,
};

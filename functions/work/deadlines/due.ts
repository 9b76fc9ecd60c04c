import type { DueHandlers } from '../../platform/due/work.ts';
import { DEADLINE_CONTINUE, DEADLINE_RING } from './deadline-items.ts';

/** What deadlines do at their time. */
export const deadlinesDue: DueHandlers = {
  [DEADLINE_CONTINUE]: async () => (await import('./continue-series.ts')).continueSeries,
  [DEADLINE_RING]: async () => (await import('./ring-occurrence.ts')).ringOccurrence,
};

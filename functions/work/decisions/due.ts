import type { DueHandlers } from '../../platform/due/work.ts';
import { DECISION_EXPIRY } from './request-items.ts';

export const decisionsDue: DueHandlers = {
  [DECISION_EXPIRY]: async () => (await import('./expire-requests.ts')).expireRequests,
};

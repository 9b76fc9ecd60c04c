import type { DueHandlers } from '../../platform/due/work.ts';
import { FOLLOW_EVENTS } from './keys.ts';

export const searchDue: DueHandlers = {
  [FOLLOW_EVENTS]: async () => (await import('./follow-events.ts')).followEvents,
};

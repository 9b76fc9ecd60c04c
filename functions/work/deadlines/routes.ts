import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about deadlines and the calendar. */
export const deadlinesRoutes = defineRoutes({});

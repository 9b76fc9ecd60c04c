import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about records and what they are filed under. */
export const filingRoutes = defineRoutes({});

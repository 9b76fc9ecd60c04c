import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about how long records are kept, and about their end. */
export const retentionRoutes = defineRoutes({});

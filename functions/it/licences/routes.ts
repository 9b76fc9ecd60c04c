import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about software licences. */
export const licencesRoutes = defineRoutes({});

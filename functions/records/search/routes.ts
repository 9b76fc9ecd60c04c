import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can find. */
export const searchRoutes = defineRoutes({});

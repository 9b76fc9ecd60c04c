import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about services, their status and their maintenance. */
export const servicesRoutes = defineRoutes({});

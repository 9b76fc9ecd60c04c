import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about who has access to what. */
export const accessRoutes = defineRoutes({});

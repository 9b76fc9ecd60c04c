import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about the mail that comes in. */
export const mailRoutes = defineRoutes({});

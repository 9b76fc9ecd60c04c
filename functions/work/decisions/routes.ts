import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about decisions: requests, answers, delegations. */
export const decisionsRoutes = defineRoutes({});

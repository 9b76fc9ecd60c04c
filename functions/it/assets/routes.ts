import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about assets and consumables. */
export const assetsRoutes = defineRoutes({});

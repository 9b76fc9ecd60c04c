import { defineRoutes } from '../../platform/http/route.ts';

/** What callers can ask about the knowledge base. */
export const knowledgeRoutes = defineRoutes({});

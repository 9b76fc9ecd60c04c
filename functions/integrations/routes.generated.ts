// Generated from the rooms of api.ts by `npm run generate`.
import type { RouteIndex } from '../platform/http/route-index.ts';

export const integrationsIndex = {
  integrations: {
    listEvents: { method: 'GET', path: '/firms/{firmId}/events', permission: 'event.read' },
    readOpenApi: { method: 'GET', path: '/openapi.json', permission: 'public' },
    readDocs: { method: 'GET', path: '/docs', permission: 'public' },
    readHealth: { method: 'GET', path: '/healthz', permission: 'public' },
  },
} as const satisfies RouteIndex;

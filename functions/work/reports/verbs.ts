import type { VerbsOf } from '../../platform/call.ts';
import { listRepeatedIncidents, readDeskReport } from './read-desk-report.ts';
import type { reportsRoutes } from './routes.ts';

export const reportsVerbs: VerbsOf<typeof reportsRoutes> = { readDeskReport, listRepeatedIncidents };

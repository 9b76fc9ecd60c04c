import type { VerbsOf } from '../../platform/call.ts';
import { closePeriod, lockPeriod } from './close-period.ts';
import { closeYear, reopenPeriod } from './close-year.ts';
import { listPeriods } from './list-periods.ts';
import type { periodsRoutes } from './routes.ts';

export const periodsVerbs: VerbsOf<typeof periodsRoutes> = { listPeriods, closePeriod, reopenPeriod, lockPeriod, closeYear };

import type { DueHandlers } from '../../platform/due/work.ts';

export const licencesDue: DueHandlers = {
  'licence.due': async () => (await import('./remind-of-licence.ts')).remindOfLicence,
};

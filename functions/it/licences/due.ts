import type { DueHandlers } from '../../platform/due/work.ts';

export const licencesDue: DueHandlers = {};

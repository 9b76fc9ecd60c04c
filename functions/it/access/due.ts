import type { DueHandlers } from '../../platform/due/work.ts';

export const accessDue: DueHandlers = {};

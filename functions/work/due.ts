import type { DueHandlers } from '../platform/due/work.ts';
import { CASE_CLOCK } from './case-items.ts';
import { CASE_REFOLD } from './refold-item.ts';

/** What the desk does at its time. */
export const workDue: DueHandlers = {
  [CASE_CLOCK]: async () => (await import('./ring-clocks.ts')).ringClocks,
  [CASE_REFOLD]: async () => (await import('./refold-cases.ts')).refoldCases,
};

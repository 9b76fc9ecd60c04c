import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { loadDeadline } from './load-deadline.ts';
import type { deadlinesRoutes } from './routes.ts';
import { withDates } from './wire-deadline.ts';

/** One deadline with its dates. */
export const getDeadline: Verb<typeof deadlinesRoutes.getDeadline> = async (call) => {
  const stored = await loadDeadline(call.table, call.params.deadlineId);
  if (!stored) return refuse('request.not_found');
  return { status: 200, body: await withDates(call, stored.deadline), version: stored.deadline.version };
};

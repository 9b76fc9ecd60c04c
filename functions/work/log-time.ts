import { isRefusal } from '../../domain/kernel/decision.ts';
import { logTime as decideTime, type TimeEntry } from '../../domain/work/cases/log-time.ts';
import type { Verb } from '../platform/call.ts';
import { personOf } from '../platform/person.ts';
import { timeItem } from './case-items.ts';
import { changeCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';

/** Writes down time spent on a case. */
export const logTime: Verb<typeof workRoutes.logTime> = (call) => {
  const { minutes, billable, note, date = call.today } = call.body;
  const entry: TimeEntry = { id: call.mint('time'), by: personOf(call), at: call.now, date, minutes, billable, ...(note !== undefined && { note }) };
  return changeCase(call, call.params.caseId, (before) => {
    const act = decideTime(before, entry, call.today);
    return isRefusal(act) ? act : { act, writes: [{ kind: 'put', item: timeItem(before.id, entry), when: { exists: false } }] };
  });
};

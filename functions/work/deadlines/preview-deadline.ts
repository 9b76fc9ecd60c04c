import { addDays } from '../../../domain/kernel/dates.ts';
import { isRefusal, refuseAt } from '../../../domain/kernel/decision.ts';
import { readRule } from '../../../domain/work/deadlines/rule.ts';
import { ruleOf } from '../../../domain/work/deadlines/set-deadline.ts';
import { shiftDate } from '../../../domain/work/deadlines/shift-date.ts';
import type { Verb } from '../../platform/call.ts';
import { currentSettings } from '../settings-store.ts';
import type { deadlinesRoutes } from './routes.ts';
import { scheduledDates } from './scheduled-dates.ts';
import { wordsOf } from './wire-deadline.ts';

/** The next dates of a rule, shifted as the firm’s calendar has it. Nothing is kept. */
export const previewDeadline: Verb<typeof deadlinesRoutes.previewDeadline> = async ({ body, table, firm, ports }) => {
  const { firstOn, monthEnd = 'last-day', shift = 'none', from = firstOn, count } = body;
  const read = typeof body.rule === 'string' ? readRule(body.rule) : undefined;
  if (isRefusal(read)) return read;
  const deadline = { firstOn, monthEnd, ...(typeof body.rule === 'string' && { rule: body.rule }) };
  const inForce = ruleOf(deadline);
  if (isRefusal(inForce)) return inForce;
  const [dates, { calendar }] = await Promise.all([scheduledDates(deadline, addDays(from, -1), count + 1), currentSettings(table, firm, ports)]);
  if (dates.length === 0) return refuseAt('/rule', 'deadline.no_dates');
  return {
    status: 200,
    body: {
      ruleWords: wordsOf(deadline),
      dates: dates.slice(0, count).map((date) => ({ date, dueOn: shiftDate(date, shift, calendar) })),
      ends: dates.length <= count,
    },
  };
};

import { commitDue, whenDue } from '../../firms/when-due.ts';
import { currentSettings } from '../settings-store.ts';
import { deadlineItem } from './deadline-items.ts';
import { loadDeadline, occurrencesFrom } from './load-deadline.ts';
import { makeDates } from './schedule.ts';

/** Makes the dates of a series that come next. Run twice, the second finds them made. */
export const continueSeries = whenDue(async (call, item, due) => {
  const { table, ports, firm, now, today, seen } = call;
  const id = String(item.id);
  const stored = await loadDeadline(seen, id);
  if (stored?.continuesAt !== due.at || stored.deadline.state !== 'active') return;
  const { calendar } = await currentSettings(seen, firm, ports);
  const existing = await occurrencesFrom(table, id, today);
  const { deadline, continuesAt, writes } = await makeDates(stored.deadline, existing, { calendar, timeZone: firm.timeZone, now, today });
  await commitDue(call, {
    decide: () => ({
      writes: [{ kind: 'put', item: deadlineItem(deadline, stored.writes + 1, continuesAt) }, ...writes],
      happenings: [],
      answer: undefined,
    }),
  });
});

import { addDays } from '../../../domain/kernel/dates.ts';
import type { Deadline } from '../../../domain/work/deadlines/deadline.ts';
import type { Verb } from '../../platform/call.ts';
import { rowsFrom } from '../../platform/lists/rows-from.ts';
import { pageBody, takePage } from '../../platform/lists/take-page.ts';
import type { Item } from '../../platform/table/port.ts';
import { storedDeadlineOf } from './deadline-items.ts';
import { deadlinesKeys } from './keys.ts';
import type { deadlinesRoutes } from './routes.ts';
import { wireDeadline } from './wire-deadline.ts';

/** Deadlines by the next day on which one is due: what is overdue comes first. */
export const listDeadlines: Verb<typeof deadlinesRoutes.listDeadlines> = async (call) => {
  const { table, today, cursor, caller } = call;
  const { state, owner, overdue, opens, asset, limit } = call.query;
  const { pk } = deadlinesKeys.deadlinesByDue({ state, due: '', deadline: '' });
  const person = owner === 'me' ? caller.user.id : owner;
  const rows = rowsFrom(table, { index: 'gsi1', pk, ...(overdue && { to: `${addDays(today, -1)}~` }) }, cursor.from);
  const wanted = ({ owner: has, does, link }: Deadline): boolean =>
    (person === undefined || (person === 'nobody' ? !has : has?.id === person)) &&
    (opens === undefined || (does.type === 'open-case' && does.kind === opens)) &&
    (asset === undefined || link?.id === asset);
  const page = await takePage(placed(rows), limit, wanted);
  const data = page.data.map((deadline) => wireDeadline(deadline, today));
  return { status: 200, body: pageBody(call, data, page.next) };
};

async function* placed(rows: AsyncIterable<Item>) {
  for await (const row of rows) yield { at: String(row.gsi1sk), value: storedDeadlineOf(row).deadline };
}

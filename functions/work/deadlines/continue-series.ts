import { isRefusal } from '../../../domain/kernel/decision.ts';
import { firmOf } from '../../firms/firm-items.ts';
import { firmKey } from '../../platform/auth/keys.ts';
import { viewOf } from '../../platform/due/work.ts';
import { firmLog } from '../../platform/firm-log.ts';
import { untilSettled } from '../../platform/http/retry.ts';
import { todayIn } from '../../platform/http/today.ts';
import { mintAt } from '../../platform/mint.ts';
import type { DueHandler, Ports } from '../../platform/ports.ts';
import { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { currentSettings } from '../settings-store.ts';
import { deadlineItem } from './deadline-items.ts';
import { loadDeadline, occurrencesFrom } from './load-deadline.ts';
import { makeDates } from './schedule.ts';

/** Makes the dates of a series that come next. Run twice, the second finds them made. */
export const continueSeries: DueHandler = async (due, item, ports) => {
  const { table } = await viewOf(due, ports);
  const outcome = await untilSettled(
    () => goOn(String(item.id), due.at, table, ports),
    () => undefined,
  );
  if (isRefusal(outcome)) throw new Error(`the series of ${item.id} keeps moving`);
};

async function goOn(id: string, dueAt: string, table: FirmTable, ports: Ports): Promise<void> {
  const seen = new Reading(table);
  const [stored, firmItem] = await Promise.all([loadDeadline(seen, id), table.get(firmKey)]);
  if (!stored || !firmItem || stored.continuesAt !== dueAt || stored.deadline.state !== 'active') return;
  const firm = firmOf(firmItem);
  const now = ports.clock.now();
  const today = todayIn(firm.timeZone, now);
  const { calendar } = await currentSettings(seen, firm, ports);
  const existing = await occurrencesFrom(table, id, today);
  const { deadline, continuesAt, writes } = await makeDates(stored.deadline, existing, { calendar, timeZone: firm.timeZone, now, today });
  await firmLog(ports, firm.id, table).submit({
    call: { ports, now, mint: mintAt(now, ports), actor: { kind: 'system', name: 'clock' } },
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: deadlineItem(deadline, stored.writes + 1, continuesAt) }, ...writes],
      happenings: [],
      answer: undefined,
    }),
  });
}

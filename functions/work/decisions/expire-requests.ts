import { isRefusal } from '../../../domain/kernel/decision.ts';
import { expireRequest } from '../../../domain/work/decisions/settle-request.ts';
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
import { decisionsKeys } from './keys.ts';
import { loadPeople, type Place } from './place.ts';
import { requestOf } from './request-items.ts';
import { requestHappened, requestWrites } from './request-writes.ts';
import { loadSubject } from './subject-store.ts';

/** A request whose time is over: nobody decided. Handed the same instant twice, the second finds nothing to do. */
export const expireRequests: DueHandler = async (due, item, ports) => {
  const { table } = await viewOf(due, ports);
  const outcome = await untilSettled(
    () => expire(String(item.id), table, ports),
    () => undefined,
  );
  if (isRefusal(outcome)) throw new Error(`the request ${item.id} keeps moving`);
};

async function expire(id: string, table: FirmTable, ports: Ports): Promise<void> {
  const seen = new Reading(table);
  const [item, firmItem] = await Promise.all([seen.get(decisionsKeys.request({ request: id })), table.get(firmKey)]);
  if (!item || !firmItem) return;
  const before = requestOf(item);
  const now = ports.clock.now();
  const after = expireRequest(before, now);
  if (!after) return;
  const firm = firmOf(firmItem);
  const place: Place = { table, ports, firm, now, today: todayIn(firm.timeZone, now), mint: mintAt(now, ports) };
  const [people, subject] = await Promise.all([loadPeople(table), loadSubject(before.subject, seen, place)]);
  const { writes } = await requestWrites(before, after, people, place);
  await firmLog(ports, firm.id, table).submit({
    call: { ports, now, mint: place.mint, actor: { kind: 'system', name: 'clock' } },
    seen,
    decide: () => ({
      writes: [...writes, ...(subject?.point(after) ?? [])],
      happenings: [requestHappened('decision.expired', after, { expiresAt: after.expiresAt })],
      answer: undefined,
    }),
  });
}

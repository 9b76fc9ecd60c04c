import { startReview } from '../../../domain/it/access/access.ts';
import { reviewMail } from '../../../domain/it/access/mails.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { localTimeOf } from '../../../domain/work/calendars/zone.ts';
import { firmOf } from '../../firms/firm-items.ts';
import { firmKey } from '../../platform/auth/keys.ts';
import { viewOf } from '../../platform/due/work.ts';
import { firmLog } from '../../platform/firm-log.ts';
import { untilSettled } from '../../platform/http/retry.ts';
import { mintAt } from '../../platform/mint.ts';
import type { DueHandler, Ports } from '../../platform/ports.ts';
import { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { tell } from '../mails.ts';
import { aboutReview, loadSystem, reviewWrites, systemWrites } from './access-items.ts';
import { grantsOn } from './grants.ts';
import { systemUnder } from './reviews.ts';

/** The day of a review has come: it begins by itself, and the owner of the system is told. */
export const beginReview: DueHandler = async (due, item, ports) => {
  const { table } = await viewOf(due, ports);
  const outcome = await untilSettled(
    () => begin(String(item.id), table, ports),
    () => undefined,
  );
  if (isRefusal(outcome)) throw new Error(`system ${item.id} keeps moving`);
};

async function begin(id: string, table: FirmTable, ports: Ports): Promise<undefined> {
  const seen = new Reading(table);
  const [system, firmItem] = await Promise.all([loadSystem(seen, id), table.get(firmKey)]);
  if (!system || !firmItem || system.review !== undefined || system.archived) return;
  const firm = firmOf(firmItem);
  const now = ports.clock.now();
  const { date: today } = localTimeOf(firm.timeZone, now);
  if (system.reviewOn > today) return;
  const mint = mintAt(now, ports);
  const review = startReview(system, await grantsOn(table, id), { id: mint('accessReview'), at: now, today });
  if (isRefusal(review)) throw new Error(`no review of ${id}: ${review.refused}`);
  const values = { system: system.name, lines: review.lines.length, dueOn: review.dueOn };
  const mails =
    review.state === 'done'
      ? []
      : await tell({ table, ports, mint, now, firm }, { users: [system.owner.id] }, reviewMail, values, `/access-reviews/${review.id}`);
  await firmLog(ports, firm.id, table).submit({
    call: { ports, now, mint, actor: { kind: 'system', name: 'clock' } },
    seen,
    decide: () => ({
      writes: [
        ...reviewWrites(undefined, review),
        ...systemWrites(system, systemUnder(system, review, today), { timeZone: firm.timeZone, now }),
        ...mails,
      ],
      happenings: [aboutReview('access_review.started', review, { lines: review.lines.length })],
      answer: undefined,
    }),
  });
}

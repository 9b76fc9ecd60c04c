import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Actor } from '../../../domain/kernel/event.ts';
import { firmOf } from '../../firms/firm-items.ts';
import { firmKey } from '../../platform/auth/keys.ts';
import { viewOf } from '../../platform/due/work.ts';
import { type Decided, firmLog } from '../../platform/firm-log.ts';
import { untilSettled } from '../../platform/http/retry.ts';
import { todayIn } from '../../platform/http/today.ts';
import { mintAt } from '../../platform/mint.ts';
import type { DueItem, Ports } from '../../platform/ports.ts';
import { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';

/** What a handler of something due knows of its firm and of the day. */
export interface System {
  readonly ports: Ports;
  readonly table: FirmTable;
  readonly firm: ReturnType<typeof firmOf>;
  readonly now: string;
  readonly today: string;
  readonly mint: ReturnType<typeof mintAt>;
}

/** The firm of something due. One that is gone has nothing to do. */
export async function systemOf(due: DueItem, ports: Ports): Promise<System | undefined> {
  const { table } = await viewOf(due, ports);
  const item = await table.get(firmKey);
  if (!item) return undefined;
  const firm = firmOf(item);
  const now = ports.clock.now();
  return { ports, table, firm, now, today: todayIn(firm.timeZone, now), mint: mintAt(now, ports) };
}

/** Loads, decides and commits, again when what was read has moved. What decides gives nothing when there is nothing to do. */
export async function settle(
  system: System,
  run: (seen: Reading) => Promise<(Omit<Decided<undefined, undefined>, 'answer'> & { readonly actor?: Actor }) | undefined>,
): Promise<void> {
  const outcome = await untilSettled(
    async () => {
      const seen = new Reading(system.table);
      const decided = await run(seen);
      if (!decided) return undefined;
      const { actor = { kind: 'system', name: 'records' }, ...changes } = decided;
      await firmLog(system.ports, system.firm.id, system.table).submit({
        call: { ports: system.ports, now: system.now, mint: system.mint, actor },
        seen,
        decide: () => ({ ...changes, answer: undefined }),
      });
      return undefined;
    },
    () => undefined,
  );
  if (isRefusal(outcome)) throw new Error('what was due keeps moving');
}

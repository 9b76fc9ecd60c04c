import type { FirmProfile } from '../../domain/firms/firm.ts';
import type { LocalDate } from '../../domain/kernel/dates.ts';
import { isRefusal, type Outcome } from '../../domain/kernel/decision.ts';
import type { Mint } from '../../domain/kernel/ids.ts';
import { firmKey } from '../platform/auth/keys.ts';
import { viewOf } from '../platform/due/work.ts';
import { firmLog, type Submission } from '../platform/firm-log.ts';
import { untilSettled } from '../platform/http/retry.ts';
import { todayIn } from '../platform/http/today.ts';
import { mintAt } from '../platform/mint.ts';
import type { DueHandler, DueItem, Ports } from '../platform/ports.ts';
import { Reading } from '../platform/reading.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import type { Item } from '../platform/table/port.ts';
import { firmOf } from './firm-items.ts';

/** What something due knows of its firm, as a request would: how the firm is now, and which day it is there. */
export interface DueCall {
  readonly ports: Ports;
  readonly table: FirmTable;
  readonly firm: FirmProfile;
  readonly now: string;
  readonly today: LocalDate;
  readonly mint: Mint;
}
/** With what a decision rests on: the commit is conditional on it. */
interface DueReading extends DueCall {
  readonly seen: Reading;
}

/** The firm of something due. One that is gone has nothing to do. */
export async function dueCall(due: DueItem, ports: Ports): Promise<DueCall | undefined> {
  const { table } = await viewOf(due, ports);
  const item = await table.get(firmKey);
  if (!item) return undefined;
  const firm = firmOf(item);
  const now = ports.clock.now();
  return { ports, table, firm, now, today: todayIn(firm.timeZone, now), mint: mintAt(now, ports) };
}

/** Runs again, from its load on, while what it rested on moves; the worker hands it over again if that never ends. */
export async function settled(run: () => Promise<void>): Promise<void> {
  const outcome = await untilSettled(run, () => undefined);
  if (isRefusal(outcome)) throw new Error('what was due keeps moving');
}

/** Something due as a verb: it loads, decides and commits. Handed over twice, the second finds from the item that nothing is left to do. */
export const whenDue =
  (act: (call: DueReading, item: Item, due: DueItem) => Promise<void>): DueHandler =>
  async (due, item, ports) => {
    const call = await dueCall(due, ports);
    if (call) await settled(() => act({ ...call, seen: new Reading(call.table) }, item, due));
  };

/** The commit of it: nobody did it but the clock. */
export const commitDue = <S>(
  { ports, table, firm, now, mint, seen }: DueReading,
  { serial, decide }: Pick<Submission<S, undefined>, 'serial' | 'decide'>,
): Promise<Outcome<undefined>> =>
  firmLog(ports, firm.id, table).submit({
    call: { ports, now, mint, actor: { kind: 'system', name: 'clock' } },
    seen,
    ...(serial && { serial }),
    decide,
  });

import { isOver } from '../../../domain/records/retention/schedule.ts';
import { dueCall } from '../../firms/when-due.ts';
import type { DueHandler } from '../../platform/ports.ts';
import { filingKeys } from '../filing/keys.ts';
import { recordOf, recordWrites } from '../filing/record-items.ts';
import { settle } from './as-system.ts';

/** The time of a record is over: it shows as due for disposal, and stays until two people have decided. */
export const noteDue: DueHandler = async (due, item, ports) => {
  const system = await dueCall(due, ports);
  if (!system) return;
  await settle(system, async (seen) => {
    const found = await seen.get(filingKeys.record({ record: String(item.id) }));
    const before = found && recordOf(found);
    if (before?.state !== 'kept' || !isOver(before, system.today)) return undefined;
    const after = { ...before, state: 'due' as const, version: before.version + 1 };
    return {
      writes: recordWrites(before, after),
      happenings: [
        {
          type: 'record.due_for_disposal',
          entity: { kind: 'record', id: after.id, version: after.version },
          data: { retainUntil: after.retainUntil ?? null },
        },
      ],
    };
  });
};

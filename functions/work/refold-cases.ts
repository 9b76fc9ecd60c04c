import { activeStates } from '../../domain/work/kinds/states.ts';
import { firmOf } from '../firms/firm-items.ts';
import { firmKey } from '../platform/auth/keys.ts';
import { viewOf } from '../platform/due/work.ts';
import { inBatches, rowsFrom } from '../platform/lists/rows-from.ts';
import { MergedWrites } from '../platform/merged-writes.ts';
import type { DueHandler } from '../platform/ports.ts';
import type { FirmTable } from '../platform/table/firm-table.ts';
import { TransactionCancelled, type Write } from '../platform/table/port.ts';
import { caseWrites, storedCaseOf } from './case-items.ts';
import { workKeys } from './keys.ts';
import { readQueues } from './queue-store.ts';
import { currentSettings } from './settings-store.ts';

const TOGETHER = 20;

/**
 * Counts every open case again after the settings have changed, so that its clocks fire, and it stands in its lists, by the new ones. A case that has moved on by
 * itself was counted again in doing so. Stopped half way, it begins anew and finds what is done.
 */
export const refoldCases: DueHandler = async (due, item, ports) => {
  const { table, key } = await viewOf(due, ports);
  const stored = await table.get(firmKey);
  if (!stored) return;
  const settings = await currentSettings(table, firmOf(stored), ports);
  const now = ports.clock.now();
  for (const { code } of await readQueues(table)) {
    for (const state of [...activeStates, 'resolved' as const]) {
      const { pk } = workKeys.casesOfQueue({ queue: code, state, case: '' });
      for await (const rows of inBatches(rowsFrom(table, { pk }, undefined), TOGETHER)) {
        const items = await table.batchGet(rows.map(({ sk }) => workKeys.case({ case: sk })));
        const behind = items.flatMap((each) => (each && Number(each.settings) < settings.version ? [storedCaseOf(each)] : []));
        const writes = behind.map((before) => {
          const after = { ...before.case, settings: settings.version, version: before.case.version + 1 };
          const [first, ...places] = caseWrites(before, after, settings, now);
          return first?.kind === 'put' ? [{ ...first, when: { equals: ['v', before.case.version] as const } }, ...places] : places;
        });
        await allOrEach(table, writes);
      }
    }
  }
  await table.transact([{ kind: 'delete', key, when: { equals: ['v', Number(item.v)] } }]).catch(ignoreCancelled);
};

/** Together if none has moved meanwhile; else one by one, leaving out those that have. */
async function allOrEach(table: FirmTable, writes: readonly (readonly Write[])[]): Promise<void> {
  if (writes.length === 0) return;
  const together = new MergedWrites();
  for (const alone of writes) together.add(alone);
  try {
    await table.transact(together.writes());
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    for (const alone of writes) await table.transact(alone).catch(ignoreCancelled);
  }
}

const ignoreCancelled = (error: unknown): void => {
  if (!(error instanceof TransactionCancelled)) throw error;
};

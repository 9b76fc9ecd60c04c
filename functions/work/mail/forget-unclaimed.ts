import { viewOf } from '../../platform/due/work.ts';
import type { DueHandler } from '../../platform/ports.ts';
import { TransactionCancelled } from '../../platform/table/port.ts';
import { copyOf, fileOfItem } from './mail-items.ts';

/** Forgets a file that was announced and never confirmed: that it was expected, and then its bytes: one that is confirmed meanwhile keeps them. */
export const forgetUnclaimed: DueHandler = async (due, item, ports) => {
  const file = fileOfItem(item);
  if (file.state !== 'expected') return;
  const { table, key } = await viewOf(due, ports);
  try {
    await table.transact([{ kind: 'delete', key, when: { equals: ['v', Number(item.v)] } }]);
  } catch (thrown) {
    // Confirmed just now: it is a file of the case.
    if (thrown instanceof TransactionCancelled) return;
    throw thrown;
  }
  // A confirmation that died on its way may have left its copy.
  const arrived = file.sha256 === undefined ? await ports.blobs.digest(file.blob) : undefined;
  if (arrived) await ports.blobs.delete(copyOf(file.blob, arrived.sha256));
  await ports.blobs.delete(file.blob);
};

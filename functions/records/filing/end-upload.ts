import { viewOf } from '../../platform/due/work.ts';
import type { DueHandler } from '../../platform/ports.ts';
import { TransactionCancelled } from '../../platform/table/port.ts';
import { filingKeys } from './keys.ts';
import { recordOf, uploadOf, versionBlob } from './record-items.ts';

/** A file was announced and did not become part of a record in time: it is forgotten, and what came of it goes. */
export const endUpload: DueHandler = async (due, item, ports) => {
  const { table, key } = await viewOf(due, ports);
  const { record, version } = uploadOf(item);
  try {
    // First the announcement: after that nobody can complete it, so its bytes belong to nothing.
    await table.transact([{ kind: 'delete', key, when: { equals: ['duesk', String(item.duesk)] } }]);
  } catch (error) {
    if (error instanceof TransactionCancelled) return;
    throw error;
  }
  const stored = await table.get(filingKeys.record({ record }));
  if (stored && recordOf(stored).versions.some(({ id }) => id === version.id)) return;
  await ports.blobs.delete(versionBlob(table.firm, version.id));
};

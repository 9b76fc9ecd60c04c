import { viewOf } from '../../platform/due/work.ts';
import type { DueHandler } from '../../platform/ports.ts';
import { dueKeys } from '../../platform/table/firm-table.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { filingKeys } from '../filing/keys.ts';
import { RECORD_SHRED } from './disposal-items.ts';

/** Items of one transaction. */
const TOGETHER = 80;

/** Deletes the files and texts of a record that was disposed of. The stub is written before any of it goes, and a repeat deletes what is gone already. */
export const shredRecord: DueHandler = async (due, item, ports) => {
  const { table, key } = await viewOf(due, ports);
  const versions = versionsOf(item);
  for (const { blob } of versions) await ports.blobs.delete(blob);
  const record = String(item.record);
  const writes = versions.flatMap(({ id, sha256 }): Write[] => [
    { kind: 'delete', key: filingKeys.text({ record, version: id }) },
    { kind: 'delete', key: filingKeys.digest({ sha256, record, version: id }) },
  ]);
  for (let i = 0; i < writes.length; i += TOGETHER) await table.transact(writes.slice(i, i + TOGETHER));
  const againAt = String(item.againAt);
  await table.transact([againAt > ports.clock.now() ? later(item, due.pk, againAt) : { kind: 'delete', key }]);
};

/** Whoever holds an address for an upload that is still good could have used it once more: what came by it goes too. */
function later({ pk, sk }: Item, absolutePk: string, at: string): Write {
  return { kind: 'update', key: { pk, sk }, set: dueKeys(at, RECORD_SHRED, absolutePk, sk), when: { exists: true } };
}

interface ShreddedVersion {
  readonly id: string;
  readonly sha256: string;
  readonly blob: string;
}
const versionsOf = (item: Item): readonly ShreddedVersion[] => item.versions as unknown as readonly ShreddedVersion[];

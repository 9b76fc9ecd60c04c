import type { Hold } from '../../../domain/records/retention/hold.ts';
import type { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { retentionKeys } from './keys.ts';

/** Active holds of a firm: each disposal looks at all of them. */
export const MAX_ACTIVE_HOLDS = 200;

/** All holds. Read for a decision, the commit is conditional on none having been placed or released meanwhile. */
export async function readHolds(table: FirmTable, seen?: Reading): Promise<readonly Hold[]> {
  await seen?.get(retentionKeys.holdsHead());
  return (await queryAll(table, { pk: retentionKeys.hold({ hold: '' }).pk })).map(holdOf);
}

export const holdOf = (item: Item): Hold => stored<Hold>(item);

/** Writes a hold, and moves the head by which others notice. */
export function holdWrites({ version, ...hold }: Hold, head: Item | undefined): Write[] {
  return [
    { kind: 'put', item: { ...retentionKeys.hold({ hold: hold.id }), ...plain(hold), v: version } },
    { kind: 'put', item: { ...retentionKeys.holdsHead(), v: Number(head?.v ?? 0) + 1 } },
  ];
}

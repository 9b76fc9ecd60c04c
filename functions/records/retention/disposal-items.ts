import type { Disposal } from '../../../domain/records/retention/dispose.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { retentionKeys } from './keys.ts';

export const DISPOSAL_CARRY_OUT = 'record.dispose';
export const RECORD_SHRED = 'record.shred';

export const disposalOf = (item: Item): Disposal => stored<Disposal>(item);

/** A disposal, due to be carried out as long as it is approved and not done. */
export function disposalWrite({ version, ...disposal }: Disposal, now: string): Write {
  const item: FirmItem = {
    ...retentionKeys.disposal({ disposal: disposal.id }),
    ...plain(disposal),
    v: version,
    ...(disposal.state === 'approved' && { due: { at: disposal.decided?.at ?? now, handler: DISPOSAL_CARRY_OUT } }),
  };
  return { kind: 'put', item };
}

import * as z from 'zod';
import { eachItem } from '../../../functions/platform/table/each-item.ts';
import type { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import type { Key } from '../../../functions/platform/table/port.ts';

/** As the worker leaves it (functions/platform/due/work.ts). */
const Letter = z.object({
  pk: z.string(),
  sk: z.string(),
  handler: z.string(),
  item: z.object({ pk: z.string(), sk: z.string() }),
  reason: z.string(),
});

export interface Redone {
  readonly item: Key;
  readonly handler: string;
  readonly reason: string;
}

/** Makes everything that was set aside in a firm due again, now, and takes the letters away. Handlers find out from the item what is still to be done. */
export async function redo(table: FirmTable, now: string): Promise<readonly Redone[]> {
  const letters: z.infer<typeof Letter>[] = [];
  for await (const stored of eachItem(table, { pk: 'DEAD' })) letters.push(Letter.parse(stored));
  for (const { pk, sk, item, handler } of letters) {
    await table.transact([
      { kind: 'update', key: item, set: { due: { at: now, handler } }, when: { exists: true } },
      { kind: 'delete', key: { pk, sk }, when: { exists: true } },
    ]);
  }
  return letters.map(({ item, handler, reason }) => ({ item, handler, reason }));
}

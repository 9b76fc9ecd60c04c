import type { Month } from '../../../domain/kernel/dates.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { invoicingKeys } from './keys.ts';

/** How many drafts are dated in a month: they are posted, re-dated or discarded before it closes. */
export async function countDrafts(table: FirmTable, month: Month): Promise<number> {
  const partitions = [
    invoicingKeys.invoicesByState({ state: 'draft', date: '', document: '' }),
    invoicingKeys.creditNotesByState({ state: 'draft', date: '', document: '' }),
  ];
  const pages = await Promise.all(partitions.map(({ pk }) => queryAll(table, { index: 'gsi1', pk, prefix: `${month}-`, attributes: ['v'] })));
  return pages.reduce((sum, items) => sum + items.length, 0);
}

import { type TaxCode, taxCodesFor } from '../../../domain/accounting/tax/tax-codes.ts';
import type { FirmCall } from '../../platform/call.ts';
import { heldIn } from '../../platform/table/own-item.ts';
import type { Item, Value } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { invoicingKeys } from './keys.ts';

export const taxCodeItem = (code: TaxCode): Item => ({
  ...invoicingKeys.taxCode({ code: code.code }),
  v: 1,
  ...(code as unknown as Record<string, Value>),
});

/** The codes of the firm's country, then those that it added. */
export async function taxCodesOf({ table, firm }: Pick<FirmCall, 'table' | 'firm'>): Promise<readonly TaxCode[]> {
  const own = await queryAll(table, { pk: invoicingKeys.taxCode({ code: '' }).pk });
  return [...taxCodesFor(firm.country), ...own.map(heldIn<TaxCode>)];
}

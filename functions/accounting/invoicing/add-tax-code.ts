import { addTaxCode as decideTaxCode } from '../../../domain/accounting/invoicing/add-tax-code.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { invoicingKeys } from './keys.ts';
import { wireTaxCode } from './list-tax-codes.ts';
import type { invoicingRoutes } from './routes.ts';
import { taxCodeItem, taxCodesOf } from './tax-code-items.ts';

/** Adds a tax code of the firm's own. */
export const addTaxCode: Verb<typeof invoicingRoutes.addTaxCode> = async (call) => {
  const seen = new Reading(call.table);
  await seen.get(invoicingKeys.taxCode({ code: call.body.code }));
  const code = decideTaxCode(call.body, await taxCodesOf(call));
  if (isRefusal(code)) return code;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: taxCodeItem(code) }],
      happenings: [{ type: 'tax_code.added', entity: { kind: 'tax-code', id: code.code }, data: { name: code.name } }],
      answer: { status: 201 as const, body: wireTaxCode(code, true) },
    }),
  });
};

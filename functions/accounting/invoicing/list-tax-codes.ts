import { percentOf } from '../../../domain/accounting/invoicing/percent.ts';
import type { TaxCode } from '../../../domain/accounting/tax/tax-codes.ts';
import { taxCodesFor } from '../../../domain/accounting/tax/tax-codes.ts';
import type { Verb } from '../../platform/call.ts';
import type { invoicingRoutes } from './routes.ts';
import { taxCodesOf } from './tax-code-items.ts';

/** The country's tax codes, then the firm's own. */
export const listTaxCodes: Verb<typeof invoicingRoutes.listTaxCodes> = async (call) => {
  const country = new Set(taxCodesFor(call.firm.country).map(({ code }) => code));
  const codes = await taxCodesOf(call);
  return { status: 200, body: { data: codes.map((code) => wireTaxCode(code, !country.has(code.code))), has_more: false, next_cursor: null } };
};

export const wireTaxCode = ({ code, name, kind, category, rates }: TaxCode, own: boolean) => ({
  code,
  name: { ...name },
  kind,
  category,
  rates: rates.map(({ from, to, rateBasisPoints }) => ({ from, to: to ?? null, rate: percentOf(rateBasisPoints) })),
  own,
});

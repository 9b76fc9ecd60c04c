import { addDays, type LocalDate } from '../../kernel/dates.ts';
import { type Fault, type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/language.ts';
import type { TaxCode } from '../tax/tax-codes.ts';
import { parseDecimal } from './exchange.ts';

export interface SentTaxCode {
  readonly code: string;
  readonly name: Text;
  readonly rates: readonly { readonly from: LocalDate; readonly rate: string }[];
}

const PERCENT_SCALE = 4;

/** Adds a tax code of the firm's own: the sum of the rates of a place of sale. Each rate holds until the next begins. */
export function addTaxCode(sent: SentTaxCode, existing: readonly TaxCode[]): Outcome<TaxCode> {
  if (existing.some(({ code }) => code === sent.code)) return refuseAt('/code', 'tax_code.exists', { taxCode: sent.code });
  const faults: Fault[] = [];
  const rates = sent.rates.map(({ from, rate }, i) => {
    const percent = parseDecimal(rate, PERCENT_SCALE);
    if (percent === undefined)
      faults.push({ pointer: `/rates/${i}/rate`, code: 'decimal.malformed', values: { value: rate, decimals: PERCENT_SCALE, example: '8.875' } });
    else if (percent < 0n || percent > 100n * 10n ** BigInt(PERCENT_SCALE)) faults.push({ pointer: `/rates/${i}/rate`, code: 'field.invalid' });
    if (i > 0 && from <= (sent.rates[i - 1]?.from ?? '')) faults.push({ pointer: `/rates/${i}/from`, code: 'field.invalid' });
    return { from, rateBasisPoints: Number(percent ?? 0n) / 10 ** (PERCENT_SCALE - 2) };
  });
  if (faults.length > 0) return refuse('request.invalid', undefined, faults);
  return {
    code: sent.code,
    name: sent.name,
    kind: 'standard',
    category: 'S',
    rates: rates
      .toReversed()
      .map((rate, i, later) => ({ ...rate, ...(i > 0 && { to: addDays(later[i - 1]?.from ?? '', -1) }) }))
      .toReversed(),
  };
}

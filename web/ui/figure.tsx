import { useFormat } from '../i18n/format.ts';

/** An amount in running text or a card: digits left to right whatever surrounds them. */
export function Amount({ value, currency }: { readonly value: string; readonly currency?: string }) {
  const format = useFormat();
  if (currency !== undefined) return <bdi className={negative(value)}>{format.money(value, currency)}</bdi>;
  return <span className={`figure-inline ${negative(value)}`}>{format.amount(value)}</span>;
}

/** What stands in a table's column of figures: nothing where there is nothing. */
export function Cell({ value, zero = '' }: { readonly value: string | undefined; readonly zero?: string }) {
  const format = useFormat();
  if (value === undefined || value === '' || isZero(value)) return <>{zero}</>;
  return <span className={negative(value)}>{format.amount(value)}</span>;
}

export const isZero = (decimal: string): boolean => /^-?0*(\.0*)?$/.test(decimal);
const negative = (decimal: string): string => (decimal.startsWith('-') && !isZero(decimal) ? 'negative' : '');

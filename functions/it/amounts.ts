import { digitsOf } from '../../domain/kernel/currencies.ts';
import { type Outcome, refuseAt } from '../../domain/kernel/decision.ts';
import { formatAmount, parseAmount } from '../../domain/kernel/money.ts';

/** An amount of the wire in minor units; never negative here. */
export function minorOf(text: string, currency: string, pointer: string): Outcome<number> {
  const digits = digitsOf(currency);
  if (digits === undefined) return refuseAt(pointer.replace(/[^/]+$/, 'currency'), 'field.invalid');
  const minor = parseAmount(text, digits);
  if (typeof minor === 'string') return refuseAt(pointer, minor, { digits, currency, amount: text });
  return minor < 0n ? refuseAt(pointer, 'field.invalid') : Number(minor);
}
export const amountOf = (minor: number, currency: string): string => formatAmount(BigInt(minor), digitsOf(currency) ?? 2);

import { parseAmount } from '../../domain/kernel/money.ts';
import { padDecimals } from './digits.ts';

/** A typed decimal string in minor units; undefined while it is empty, malformed, or has more digits than the currency. */
export function minorOf(text: string, digits: number): bigint | undefined {
  if (text === '') return undefined;
  const parsed = parseAmount(padDecimals(text, digits), digits);
  return typeof parsed === 'bigint' ? parsed : undefined;
}

/** A sum of amounts of the wire; exact, whatever its size. */
export function sumOf(amounts: readonly string[], digits: number): bigint {
  return amounts.reduce((total, amount) => total + wire(amount, digits), 0n);
}

/** An amount as the API gave it, in minor units. Totals may be larger than a line may. */
export function wire(amount: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  const minor = BigInt(whole.replace('-', '') + fraction.padEnd(digits, '0').slice(0, digits));
  return amount.startsWith('-') ? -minor : minor;
}

import { add, type Decimal, roundHalfEven, ZERO } from '../../../../domain/accounting/journals/decimal.ts';
import type { JournalEntry, JournalReader, LineFault, Quantity } from '../../../../domain/accounting/journals/journal.ts';

/** Reads a whole text: its entries, its faults, and what the reading then knows. */
export function readWhole(reader: JournalReader, text: string) {
  const reading = reader(text);
  const entries: JournalEntry[] = [];
  const faults: LineFault[] = [];
  for (const item of reading) {
    if (item.kind === 'entry') entries.push(item.entry);
    else faults.push(item.fault);
  }
  return { entries, faults, accounts: reading.accounts, commodities: reading.commodities };
}

/** `account commodity` -> sum, over every posting. */
export function trialBalance(entries: readonly JournalEntry[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { postings } of entries) {
    for (const { account, amount } of postings) {
      const key = `${account}\t${amount.commodity}`;
      sums.set(key, add(sums.get(key) ?? ZERO, amount));
    }
  }
  return sums;
}

/** Exactly, without trailing zeros: `-1.5`, `10`. */
export function plain({ quantity, scale }: Decimal): string {
  const digits = (quantity < 0n ? -quantity : quantity).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${quantity < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}

/** As a report shows it, to a number of decimals. */
export const shown = (amount: Decimal, decimals: number): string => plain(roundHalfEven(amount, decimals));

/** One line per posting: `a 10 EUR`, and ` = -5 USD` for its worth. */
export function postingLines(entry: JournalEntry | undefined): string[] {
  return (entry?.postings ?? []).map(({ account, amount, worth, virtual, date }) => {
    const parts = [virtual ? `(${account})` : account, written(amount)];
    if (worth) parts.push('=', written(worth));
    if (date) parts.push(`on ${date}`);
    return parts.join(' ');
  });
}
const written = (amount: Quantity): string => `${plain(amount)}${amount.commodity === '' ? '' : ` ${amount.commodity}`}`;

export const faultLines = (faults: readonly LineFault[]): string[] => faults.map(({ line, code }) => `${line} ${code}`);

import type { Book, Entry, Line } from '../../domain/accounting/book.ts';
import type { Account, ChartOfAccounts } from '../../domain/accounting/chart-of-accounts.ts';
import { formatAmount } from '../../domain/kernel/money.ts';

/** An entry on the wire: amounts as decimal strings of their currencies. */
export function wireEntry(entry: Entry, { head, chart }: Book) {
  const { lines, closing, document, ...rest } = entry;
  const total = lines.reduce((sum, line) => (line.amount > 0n ? sum + line.amount : sum), 0n);
  return {
    ...rest,
    ...(document && { document: { ...document } }),
    ...(closing && { closing }),
    by: { ...entry.by },
    total: formatAmount(total, head.digits),
    lines: lines.map((line) => wireLine(line, head.digits, chart)),
  };
}

function wireLine({ amount, foreign, dimensions, ...rest }: Line, digits: number, chart: ChartOfAccounts) {
  const debit = amount > 0n || (amount === 0n && (foreign?.amount ?? 0n) > 0n);
  return {
    ...rest,
    ...(debit ? { debit: formatAmount(amount, digits) } : { credit: formatAmount(-amount, digits) }),
    ...(foreign && {
      foreign: {
        currency: foreign.currency,
        amount: formatAmount(foreign.amount < 0n ? -foreign.amount : foreign.amount, chart.digitsOf(foreign.currency) ?? 0),
      },
    }),
    ...(dimensions && { dimensions: { ...dimensions } }),
  };
}

export const wireAccount = ({ code, name, type, role, currency, archived, version }: Account) => ({
  code,
  name: { ...name },
  type,
  ...(role && { role }),
  ...(currency && { currency }),
  archived: archived === true,
  version,
});

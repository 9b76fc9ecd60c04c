import type { Range } from '../../../domain/accounting/balances.ts';
import type { Entry } from '../../../domain/accounting/book.ts';
import { inLedgerOrder, type LedgerLine, type LedgerPlace } from '../../../domain/accounting/reports/account-ledger.ts';
import { type Month, monthOf } from '../../../domain/kernel/dates.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item } from '../../platform/table/port.ts';
import { entryOf } from '../book-items.ts';
import { bookKeys } from '../keys.ts';

/** What is wanted of an account's ledger. */
export interface LedgerQuestion {
  readonly account: string;
  readonly range: Required<Pick<Range, 'from' | 'to'>> & { readonly from: string };
  /** The head's number: lines beyond it are of a batch that does not count yet. */
  readonly through: number;
  /** Where the page before ended: months before it are not read. */
  readonly after?: LedgerPlace | undefined;
  /** Stop after the month in which so many lines lie beyond `after`. */
  readonly enough?: number;
  readonly keep?: (line: LedgerLine) => boolean;
}

/** Rows asked for at first (a small account's whole year) and, doubling, at the most: a row of a batch holds many lines, a row of one entry few. */
const FIRST_ROWS = 64;
const MOST_ROWS = 1024;

/**
 * The lines of an account by date, from the start of the range (or of the month in which the page before ended), and whether they are all.
 * Whole months at a time, for inside a month the rows lie by number. A line, once posted, never changes: bounded by the head's number, what
 * is read is exact at that head whatever is posted meanwhile.
 */
export async function readLedger(
  table: FirmTable,
  question: LedgerQuestion,
): Promise<{ readonly lines: readonly LedgerLine[]; readonly complete: boolean }> {
  const { account, range, after, enough = Number.POSITIVE_INFINITY } = question;
  const { pk } = bookKeys.ledger({ account, month: '', seq: '', part: '' });
  const lines: LedgerLine[] = [];
  let month: { name: Month; lines: LedgerLine[] } = { name: '', lines: [] };
  let beyond = 0;
  const endMonth = () => {
    month.lines.sort(inLedgerOrder);
    for (const line of month.lines) {
      lines.push(line);
      if (!after || inLedgerOrder(line, after) > 0) beyond += 1;
    }
  };
  let cursor: string | undefined;
  let limit = FIRST_ROWS;
  do {
    const page = await table.query({
      pk,
      from: monthOf(after?.date ?? range.from),
      to: `${monthOf(range.to)}$`,
      attributes: ['lines'],
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    for (const item of page.items) {
      const name = monthOf(item.sk);
      if (name !== month.name) {
        endMonth();
        if (beyond >= enough) return { lines, complete: false };
        month = { name, lines: [] };
      }
      for (const line of linesOf(item)) if (isWanted(line, question)) month.lines.push(line);
    }
    cursor = page.cursor;
    limit = Math.min(limit * 2, MOST_ROWS);
  } while (cursor !== undefined);
  endMonth();
  return { lines, complete: true };
}

const isWanted = (line: LedgerLine, { range, through, keep }: LedgerQuestion): boolean =>
  line.seq <= through && line.date >= range.from && line.date <= range.to && (keep?.(line) ?? true);

type StoredLine = readonly [
  seq: number,
  date: string,
  amount: number,
  currency: string,
  foreign: number,
  contact: string,
  dimensions: string,
  line: number,
];

/** As `posting-writes.ts` writes them. */
function linesOf(item: Item): readonly LedgerLine[] {
  const stored = item.lines as unknown as readonly StoredLine[];
  return stored.map(([seq, date, amount, currency, foreign, contact, dimensions, line]) => ({
    seq,
    date,
    amount: BigInt(amount),
    currency,
    foreign: BigInt(foreign),
    contact,
    dimensions,
    line,
  }));
}

/** The entries of lines, by number. */
export async function entriesOf(table: FirmTable, lines: readonly Pick<LedgerLine, 'seq'>[]): Promise<ReadonlyMap<number, Entry>> {
  const numbers = [...new Set(lines.map(({ seq }) => seq))];
  const items = await table.batchGet(numbers.map((seq) => bookKeys.entry({ seq: padSeq(seq) })));
  return new Map(items.flatMap((item): [number, Entry][] => (item ? [[Number(item.seq), entryOf(item)]] : [])));
}

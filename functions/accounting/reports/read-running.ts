import { type AccountBalance, balancesOf, type Which } from '../../../domain/accounting/balances.ts';
import type { BookHead, Entry } from '../../../domain/accounting/book.ts';
import type { Movement } from '../../../domain/accounting/movements.ts';
import {
  inLedgerOrder,
  isUnderDimensions,
  type LedgerPlace,
  type RunningLine,
  runningBalances,
} from '../../../domain/accounting/reports/account-ledger.ts';
import type { Period } from '../../../domain/accounting/reports/periods-compared.ts';
import { firstDayOf, type LocalDate, lastDayOf, monthOf } from '../../../domain/kernel/dates.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { entriesOf, readLedger } from './read-ledger.ts';

/** A page of an account's ledger that is wanted. */
export interface RunningQuestion {
  readonly account: string;
  readonly range: Period;
  readonly which: Which;
  readonly after?: LedgerPlace | undefined;
  readonly limit: number;
}

/** Where balances must be known for a page: the whole range, and from where its lines are read. */
export const rangesOfPage = (range: Period, after: LedgerPlace | undefined): readonly Period[] => [
  range,
  { from: readFrom(range, after), to: range.to },
];

const readFrom = ({ from }: Period, after: LedgerPlace | undefined): LocalDate => {
  const month = after && firstDayOf(monthOf(after.date));
  return month !== undefined && month > from ? month : from;
};

/**
 * A page of an account's lines, each with the balance after it. What stands before the page comes from the movements, so that the last page of a
 * ledger costs what the first does.
 */
export async function readRunning(
  table: FirmTable,
  head: BookHead,
  movements: readonly Movement[],
  question: RunningQuestion,
): Promise<{ readonly lines: readonly RunningLine[]; readonly more: boolean }> {
  const { account, range, which, after, limit } = question;
  const ofAccount = movements.filter(({ key }) => key.account === account);
  const leftOut = which.withoutClosing ? await closingEntries(table, head, ofAccount, range) : undefined;
  const { dimensions } = which;
  const { lines, complete } = await readLedger(table, {
    account,
    range,
    through: head.seq,
    after,
    enough: limit + 1,
    keep: (line) => !leftOut?.has(line.seq) && (!dimensions || isUnderDimensions(line.dimensions, dimensions)),
  });
  const held = heldBefore(balancesOf(ofAccount, { from: readFrom(range, after), to: range.to }, which));
  const running = runningBalances(lines, held);
  const start = after ? running.findIndex((line) => inLedgerOrder(line, after) > 0) : 0;
  const rest = start === -1 ? [] : running.slice(start);
  return { lines: rest.slice(0, limit), more: !complete || rest.length > limit };
}

function heldBefore(balances: readonly AccountBalance[]) {
  let balance = 0n;
  const currencies = new Map<string, bigint>();
  for (const { currency, opening, foreignOpening } of balances) {
    balance += opening;
    currencies.set(currency, (currencies.get(currency) ?? 0n) + foreignOpening);
  }
  return { balance, currencies };
}

/** The entries that closed a year (or undid that) on an account. Such are dated on the last day of a month, and the movements tell of which. */
async function closingEntries(table: FirmTable, head: BookHead, movements: readonly Movement[], { from, to }: Period): Promise<ReadonlySet<number>> {
  const days = new Set(movements.filter(({ key }) => key.closing).map(({ key }) => lastDayOf(key.month)));
  const found = new Set<number>();
  for (const day of days) {
    if (day < from || day > to) continue;
    const { lines } = await readLedger(table, { account: movements[0]?.key.account ?? '', range: { from: day, to: day }, through: head.seq });
    for (const [seq, entry] of await entriesOf(table, lines)) if (entry.closing) found.add(seq);
  }
  return found;
}

/** A line with what its entry says of it. */
export interface LineInFull extends RunningLine {
  readonly entry: Entry;
  readonly memo: string;
}

export async function linesInFull(table: FirmTable, lines: readonly RunningLine[]): Promise<readonly LineInFull[]> {
  const entries = await entriesOf(table, lines);
  return lines.flatMap((line) => {
    const entry = entries.get(line.seq);
    return entry ? [{ ...line, entry, memo: entry.lines[line.line]?.memo ?? entry.memo }] : [];
  });
}

/** A place in a ledger as the text of a cursor. */
export const placeText = ({ date, seq, line }: LedgerPlace): string => `${date}#${seq}#${line}`;
export function placeOf(text: string): LedgerPlace {
  const [date = '', seq = '', line = ''] = text.split('#');
  return { date, seq: Number(seq), line: Number(line) };
}

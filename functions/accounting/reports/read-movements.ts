import type { Range } from '../../../domain/accounting/balances.ts';
import type { BookHead } from '../../../domain/accounting/book.ts';
import { type Counters, type Movement, movementsOf } from '../../../domain/accounting/movements.ts';
import { dayOf, lastDayOf, type Month, monthOf } from '../../../domain/kernel/dates.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { Ports } from '../../platform/ports.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Query } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { entryOf, movementKeyOf, movementOf } from '../book-items.ts';
import { readHead } from '../book-store.ts';
import { bookKeys } from '../keys.ts';

interface Reader {
  readonly table: FirmTable;
  readonly ports: Ports;
}

const PARTITION = bookKeys.movement({ month: '', account: '', currency: '', dimensions: '', closing: '' }).pk;
const JOURNAL = bookKeys.entry({ seq: '' }).pk;
/** Sorts after `#`: the bound behind everything of a month. */
const AFTER = '$';
const TOTALS = ['dr', 'cr', 'fdr', 'fcr'] as const;

/**
 * The movements that balances over these ranges are made of: whole months by their totals, and the months that a range cuts with their days.
 * To be called inside `exactly`, which reads again if the book has moved.
 */
export async function readMovements(reader: Reader, head: BookHead, ranges: readonly Range[]): Promise<Movement[]> {
  const cut = cutMonths(ranges);
  const { totals, days } = await rowsAt(reader, head, cut);
  if (cut.length === 0) return [...totals.values()];
  const isCut = new Set(cut);
  const movements = cut.flatMap((month) => [...(days.get(month)?.values() ?? [])]);
  for (const row of totals.values()) if (!isCut.has(row.key.month)) movements.push(row);
  return movements;
}

function cutMonths(ranges: readonly Range[]): Month[] {
  const months = new Set<Month>();
  for (const { from, to } of ranges) {
    if (from !== undefined && dayOf(from) !== 1) months.add(monthOf(from));
    if (to !== lastDayOf(monthOf(to))) months.add(monthOf(to));
  }
  return [...months];
}

/** Rows of movements by their sort key. */
type Rows = ReadonlyMap<string, Movement>;

/** The totals of every row, and some months with their days, as of one entry of the chain. */
interface Kept {
  readonly seq: number;
  readonly hash: string;
  readonly totals: Rows;
  readonly days: ReadonlyMap<Month, Rows>;
}

/**
 * Rows that were read, by firm. They are what the book is at their entry for ever, because entries never change: what was posted since is added
 * from the journal. So a report costs what is new, not what there is; an instance that has none reads them once. Losing them costs that read.
 */
const kept = new WeakMap<Ports, Map<string, Kept>>();
/** Rows kept over all firms: some 50 MB. */
const MAX_KEPT_ROWS = 200_000;
/** A row with its days takes as much as so many without. */
const DAYS_WEIGH = 16;
/** Months of a firm whose days are kept: those read last. */
const MAX_KEPT_MONTHS = 4;
/** More entries than this cost more to add than the rows cost to read. */
const MAX_ADDED = 400;

async function rowsAt(reader: Reader, head: BookHead, cut: readonly Month[]): Promise<Kept> {
  const { table } = reader;
  const last = kept.get(reader.ports)?.get(table.firm);
  const known = last && (last.seq === head.seq && last.hash === head.hash ? last : await advanced(table, last, head));
  const missing = cut.filter((month) => !known?.days.has(month));
  if (known && missing.length === 0) {
    keep(reader, known);
    return known;
  }
  const [totals, ...months] = await Promise.all([
    known?.totals ?? readRows(table, { attributes: TOTALS }),
    ...missing.map(async (month) => [month, await readRows(table, { from: `${month}#`, to: `${month}${AFTER}` })] as const),
  ]);
  const read = { seq: head.seq, hash: head.hash, totals, days: new Map([...(known?.days ?? []), ...months]) };
  // They are known to be those of the head only if it has not moved at all meanwhile.
  const after = await readHead(table);
  if (after.version === head.version) keep(reader, { ...read, days: new Map([...read.days].slice(-MAX_KEPT_MONTHS)) });
  return read;
}

async function readRows(table: FirmTable, part: Omit<Query, 'pk'>): Promise<Rows> {
  const items = await queryAll(table, { pk: PARTITION, ...part });
  return new Map(items.map((item) => [item.sk, movementOf(item)]));
}

/** The rows with the entries that were posted since: only where the chain leads from one to the other. */
async function advanced(table: FirmTable, known: Kept, head: BookHead): Promise<Kept | undefined> {
  const count = head.seq - known.seq;
  if (count <= 0 || count > MAX_ADDED) return undefined;
  const items = await queryAll(table, { pk: JOURNAL, from: padSeq(Math.max(known.seq, 1)), to: padSeq(head.seq) });
  const entries = items.map(entryOf);
  const before = known.seq === 0 ? undefined : entries.shift();
  if (before?.hash !== (known.hash || undefined) || entries.length !== count || entries.at(-1)?.hash !== head.hash) return undefined;
  const totals = new Map(known.totals);
  const days = new Map([...known.days].map(([month, rows]) => [month, new Map(rows)]));
  for (const { key, counters } of movementsOf(entries)) {
    const id = movementKeyOf(key).sk;
    totals.set(id, { key, counters: sum(totals.get(id)?.counters, counters, TOTALS) });
    const month = days.get(key.month);
    month?.set(id, { key, counters: sum(month.get(id)?.counters, counters, Object.keys(counters)) });
  }
  return { seq: head.seq, hash: head.hash, totals, days };
}

/** The counters before stay as they are: another report may be reading them. */
function sum(before: Counters | undefined, added: Counters, names: readonly string[]): Counters {
  const total: Counters = { ...before };
  for (const name of names) {
    const count = (total[name] ?? 0) + (added[name] ?? 0);
    if (count !== 0) total[name] = count;
  }
  return total;
}

/** The rows used last are kept, as many as there is room for. */
function keep({ ports, table }: Reader, rows: Kept): void {
  const firms = kept.get(ports) ?? new Map<string, Kept>();
  kept.set(ports, firms);
  firms.delete(table.firm);
  firms.set(table.firm, rows);
  let held = 0;
  for (const each of firms.values()) held += weightOf(each);
  for (const [firm, each] of firms) {
    if (held <= MAX_KEPT_ROWS) break;
    firms.delete(firm);
    held -= weightOf(each);
  }
}

function weightOf({ totals, days }: Kept): number {
  let rows = totals.size;
  for (const month of days.values()) rows += month.size * DAYS_WEIGH;
  return rows;
}

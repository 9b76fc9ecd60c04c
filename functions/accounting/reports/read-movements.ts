import type { Range } from '../../../domain/accounting/balances.ts';
import type { BookHead } from '../../../domain/accounting/book.ts';
import { type Counters, type Movement, movementsOf } from '../../../domain/accounting/movements.ts';
import { dayOf, lastDayOf, type Month, monthOf } from '../../../domain/kernel/dates.ts';
import { padSeq } from '../../platform/event-chain.ts';
import type { Ports } from '../../platform/ports.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
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
  const totals = await totalsAt(reader, head);
  if (cut.length === 0) return [...totals.rows.values()];
  const days = await Promise.all(cut.map((month) => queryAll(reader.table, { pk: PARTITION, from: `${month}#`, to: `${month}${AFTER}` })));
  const isCut = new Set(cut);
  const movements = days.flatMap((items) => items.map(movementOf));
  for (const row of totals.rows.values()) if (!isCut.has(row.key.month)) movements.push(row);
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

/** The totals of every row of movements, as of one entry of the chain. */
interface Totals {
  readonly seq: number;
  readonly hash: string;
  readonly rows: ReadonlyMap<string, Movement>;
}

/**
 * Totals that were read, by firm. They are what the book is at their entry for ever, because entries never change: what was posted since is added
 * from the journal. So a report costs what is new, not what there is; an instance that has none reads them once. Losing them costs that read.
 */
const kept = new WeakMap<Ports, Map<string, Totals>>();
/** Rows kept over all firms: some 50 MB. */
const MAX_KEPT_ROWS = 200_000;
/** More entries than this cost more to add than the totals cost to read. */
const MAX_ADDED = 400;

async function totalsAt(reader: Reader, head: BookHead): Promise<Totals> {
  const known = kept.get(reader.ports)?.get(reader.table.firm);
  const totals = known && (known.seq === head.seq && known.hash === head.hash ? known : await advanced(reader.table, known, head));
  const exact = totals ?? (await readTotals(reader.table, head));
  if (exact.seq === head.seq) keep(reader, exact);
  return exact;
}

/** Totals with the entries that were posted since: only where the chain leads from one to the other. */
async function advanced(table: FirmTable, known: Totals, head: BookHead): Promise<Totals | undefined> {
  const count = head.seq - known.seq;
  if (count <= 0 || count > MAX_ADDED) return undefined;
  const items = await queryAll(table, { pk: JOURNAL, from: padSeq(Math.max(known.seq, 1)), to: padSeq(head.seq) });
  const entries = items.map(entryOf);
  const before = known.seq === 0 ? undefined : entries.shift();
  if (before?.hash !== (known.hash || undefined) || entries.length !== count || entries.at(-1)?.hash !== head.hash) return undefined;
  const rows = new Map(known.rows);
  for (const { key, counters } of movementsOf(entries)) {
    const id = movementKeyOf(key).sk;
    rows.set(id, { key, counters: sum(rows.get(id)?.counters, counters) });
  }
  return { seq: head.seq, hash: head.hash, rows };
}

function sum(before: Counters | undefined, added: Counters): Counters {
  const total: Counters = {};
  for (const name of TOTALS) {
    const count = (before?.[name] ?? 0) + (added[name] ?? 0);
    if (count !== 0) total[name] = count;
  }
  return total;
}

/** Reads the totals of all months. They are known to be those of the head only if it has not moved at all meanwhile. */
async function readTotals(table: FirmTable, head: BookHead): Promise<Totals> {
  const items = await queryAll(table, { pk: PARTITION, attributes: TOTALS });
  const rows = new Map(items.map((item) => [item.sk, movementOf(item)]));
  const after = await readHead(table);
  return after.version === head.version ? { seq: head.seq, hash: head.hash, rows } : { seq: UNKNOWN, hash: '', rows };
}
const UNKNOWN = -1;

/** The totals used last are kept, as many as there is room for. */
function keep({ ports, table }: Reader, totals: Totals): void {
  const firms = kept.get(ports) ?? new Map<string, Totals>();
  kept.set(ports, firms);
  firms.delete(table.firm);
  firms.set(table.firm, totals);
  let rows = 0;
  for (const { rows: held } of firms.values()) rows += held.size;
  for (const [firm, { rows: held }] of firms) {
    if (rows <= MAX_KEPT_ROWS) break;
    firms.delete(firm);
    rows -= held.size;
  }
}

import { daysBetween, type LocalDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Moves, openOf } from './open-item.ts';

/** A document on the control account with everything that happened to it; or lines that no document stands for, entered by hand or imported. */
export interface OpenItem {
  readonly contact: Id<'contact'> | null;
  /** Payments, credit notes and lines without a document settle or await something else: they are shown as unallocated, not aged. */
  readonly aged: boolean;
  readonly dueOn: LocalDate;
  readonly moves: Moves;
}

/** What one contact owes at a date, in the book's currency, by how long it is overdue. */
export interface AgedRow {
  readonly contact: Id<'contact'> | null;
  /** Payments and credit notes still to be allocated (below zero), and lines without a document. */
  readonly unallocated: bigint;
  /** Not due yet, then one per stretch of days overdue, then the rest: one more than there are edges. */
  readonly buckets: readonly bigint[];
  readonly total: bigint;
}

export interface Ageing {
  readonly rows: readonly AgedRow[];
  readonly totals: Omit<AgedRow, 'contact'>;
}

/** Days overdue at which one bucket ends and the next begins: up to 0 is not due yet, then 1 to 30, 31 to 60, 61 to 90, and more. */
export const AGEING_EDGES = [0, 30, 60, 90] as const;

/**
 * Who owes what since when, at the end of any date. The total is the balance of the control account at that date (rule B9), because
 * items are sums of dated moves: what was paid, undone or voided later still counts as it stood.
 */
export function agedReceivables(items: Iterable<OpenItem>, asOf: LocalDate, edges: readonly number[] = AGEING_EDGES): Ageing {
  const totals = emptyRow(edges);
  const rows = new Map<string | null, { contact: Id<'contact'> | null; sums: Sums }>();
  for (const item of items) {
    const { amount, base } = openOf(item.moves, asOf);
    if (amount === 0n && base === 0n) continue;
    const row = rows.get(item.contact) ?? { contact: item.contact, sums: emptyRow(edges) };
    rows.set(item.contact, row);
    const bucket = item.aged ? bucketOf(daysBetween(item.dueOn, asOf), edges) : undefined;
    for (const sums of [row.sums, totals]) {
      if (bucket === undefined) sums.unallocated += base;
      else sums.buckets[bucket] = (sums.buckets[bucket] ?? 0n) + base;
      sums.total += base;
    }
  }
  return { rows: [...rows.values()].map(({ contact, sums }) => ({ contact, ...sums })), totals };
}

type Sums = { unallocated: bigint; buckets: bigint[]; total: bigint };
const emptyRow = (edges: readonly number[]): Sums => ({ unallocated: 0n, buckets: Array.from({ length: edges.length + 1 }, () => 0n), total: 0n });

function bucketOf(daysOverdue: number, edges: readonly number[]): number {
  const bucket = edges.findIndex((edge) => daysOverdue <= edge);
  return bucket === -1 ? edges.length : bucket;
}

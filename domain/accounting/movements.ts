import { dayOf, type Month, monthOf } from '../kernel/dates.ts';
import type { Entry } from './book.ts';
import { dimensionsKey } from './post.ts';

/** What tells one row of movements from another: an account in a month, in one currency, under one set of dimensions, closing entries apart. */
export interface MovementKey {
  readonly month: Month;
  readonly account: string;
  /** Empty for the book's own currency. */
  readonly currency: string;
  readonly dimensions: string;
  readonly closing: boolean;
}

/**
 * What a row counts, in minor units: `dr` and `cr` in the book's currency, `fdr` and `fcr` in the row's own, for the month,
 * and the same for each day (`dr07`), so that any date costs what a month end costs. Movements, never running balances: a back-dated entry touches one row.
 */
export type Counters = Record<string, number>;
export interface Movement {
  readonly key: MovementKey;
  readonly counters: Counters;
}

/** The movements that entries add, one row per key. */
export function movementsOf(entries: readonly Entry[]): Movement[] {
  const rows = new Map<string, Movement>();
  for (const entry of entries) {
    const month = monthOf(entry.date);
    const day = dayNames[dayOf(entry.date)] ?? '';
    for (const line of entry.lines) {
      const currency = line.foreign?.currency ?? '';
      const dimensions = dimensionsKey(line.dimensions);
      const id = `${month}#${line.account}#${currency}#${dimensions}#${entry.closing ? 1 : 0}`;
      const row = rows.get(id) ?? { key: { month, account: line.account, currency, dimensions, closing: entry.closing === true }, counters: {} };
      rows.set(id, row);
      count(row.counters, 'dr', 'cr', day, Number(line.amount));
      if (line.foreign) count(row.counters, 'fdr', 'fcr', day, Number(line.foreign.amount));
    }
  }
  return [...rows.values()];
}

const dayNames = Array.from({ length: 32 }, (_, day) => String(day).padStart(2, '0'));

function count(counters: Counters, debit: string, credit: string, day: string, amount: number): void {
  if (amount === 0) return;
  const side = amount > 0 ? debit : credit;
  const size = Math.abs(amount);
  counters[side] = (counters[side] ?? 0) + size;
  const daily = side + day;
  counters[daily] = (counters[daily] ?? 0) + size;
}

/** What a row counts, as numbers: a row never leaves the integers that a number holds exactly. */
export interface Counted {
  readonly dr: number;
  readonly cr: number;
  readonly fdr: number;
  readonly fcr: number;
}

/** Debits and credits of a row up to a day of its month (or all of it). */
export function upTo(counters: Counters, day: number | undefined): Counted {
  if (day === undefined) return { dr: counters.dr ?? 0, cr: counters.cr ?? 0, fdr: counters.fdr ?? 0, fcr: counters.fcr ?? 0 };
  return { dr: daysOf(counters, 'dr', day), cr: daysOf(counters, 'cr', day), fdr: daysOf(counters, 'fdr', day), fcr: daysOf(counters, 'fcr', day) };
}

/** A side of which the month has nothing has nothing on any day. */
function daysOf(counters: Counters, side: keyof typeof daily, day: number): number {
  if (counters[side] === undefined) return 0;
  const names = daily[side];
  let sum = 0;
  for (let d = 1; d <= day; d++) sum += counters[names[d] ?? ''] ?? 0;
  return sum;
}

const daysNamed = (side: string): readonly string[] => dayNames.map((day) => side + day);
const daily = { dr: daysNamed('dr'), cr: daysNamed('cr'), fdr: daysNamed('fdr'), fcr: daysNamed('fcr') } as const;

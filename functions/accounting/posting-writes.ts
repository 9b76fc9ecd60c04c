import type { Entry } from '../../domain/accounting/book.ts';
import { movementsOf } from '../../domain/accounting/movements.ts';
import { dimensionsKey } from '../../domain/accounting/post.ts';
import { monthOf } from '../../domain/kernel/dates.ts';
import { padSeq } from '../platform/event-chain.ts';
import type { Condition, Value, Write } from '../platform/table/port.ts';
import { entryItem, movementKeyOf } from './book-items.ts';
import { contactLineWrites } from './invoicing/contact-lines.ts';
import { bookKeys } from './keys.ts';
import { mostBytesOf, ROW_BYTES } from './row-size.ts';

/** What entries write: each entry, the lines of each account and month of the post, and what is added to the movements. */
export function postingWrites(entries: readonly Entry[]): Write[] {
  return [...entries.map(entryWrite), ...ledgerWrites(entries), ...movementWrites(entries)];
}

/** An entry beyond the head is garbage of a batch that was given up, so it may be overwritten; one within it cannot be: its number is taken under the head. */
export const entryWrite = (entry: Entry): Write => ({ kind: 'put', item: entryItem(entry) });

/** Lines of an account that one ledger row holds at the most, and how heavy they may be together. */
const LINES_PER_ROW = 2000;

/** One row per account and month of the post (and one per account of the lines that name a contact without a document): `[seq, date, amount, currency, foreign amount, contact, dimensions, line]`. */
export function ledgerWrites(entries: readonly Entry[]): Write[] {
  const rows = new Map<string, { account: string; month: string; seq: number; part: number; lines: Value[]; bytes: number }>();
  for (const entry of entries) {
    const month = monthOf(entry.date);
    for (const [i, line] of entry.lines.entries()) {
      const id = `${line.account}#${month}`;
      const value = [
        entry.seq,
        entry.date,
        Number(line.amount),
        line.foreign?.currency ?? '',
        Number(line.foreign?.amount ?? 0),
        line.contact ?? '',
        dimensionsKey(line.dimensions),
        i,
      ];
      const bytes = mostBytesOf(value);
      const open = rows.get(id);
      const isFull = open !== undefined && (open.lines.length >= LINES_PER_ROW || open.bytes + bytes > ROW_BYTES);
      if (isFull) rows.set(`${id}#${open.part}`, open);
      const row = open && !isFull ? open : { account: line.account, month, seq: entry.seq, part: open ? open.part + 1 : 0, lines: [], bytes: 0 };
      rows.set(id, row);
      row.lines.push(value);
      row.bytes += bytes;
    }
  }
  const writes = [...rows.values()].map(
    ({ account, month, seq, part, lines }): Write => ({
      kind: 'put',
      item: { ...bookKeys.ledger({ account, month, seq: padSeq(seq), part: String(part) }), lines },
    }),
  );
  return [...writes, ...contactLineWrites(entries)];
}

/** The largest sum that a month's row may hold: below 2^53 by more than one transaction can add. */
export const MOVEMENT_LIMIT = 8_000_000_000_000_000;
const below = (name: string): Condition => ({ any: [{ lacks: name }, { atMost: [name, MOVEMENT_LIMIT] }] });
/** Kept exact: a row that could leave the integers that every table holds exactly refuses the post. */
const withinBounds: Condition = { all: [below('dr'), below('cr'), below('fdr'), below('fcr')] };

export type MovementWrite = Extract<Write, { kind: 'update' }>;

export function movementWrites(entries: readonly Entry[]): MovementWrite[] {
  return movementsOf(entries).map(({ key, counters }) => ({ kind: 'update', key: movementKeyOf(key), add: counters, when: withinBounds }));
}

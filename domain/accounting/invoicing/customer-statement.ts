import type { LocalDate } from '../../kernel/dates.ts';
import type { Moves } from './open-item.ts';

/** A document of one contact, as its statement lists it. */
export interface StatementItem {
  readonly kind: 'invoice' | 'credit-note' | 'payment' | 'entry';
  readonly id: string;
  readonly number: string | null;
  readonly reference: string | null;
  readonly dueOn: LocalDate | null;
  readonly moves: Moves;
}

export interface StatementLine extends Omit<StatementItem, 'moves' | 'dueOn'> {
  readonly date: LocalDate;
  /** Why: the document itself, its reversal, or an exchange difference. */
  readonly move: 'document' | 'void' | 'exchange';
  readonly dueOn: LocalDate | null;
  readonly debit: bigint;
  readonly credit: bigint;
  /** What is owed after this line. */
  readonly balance: bigint;
}

export interface Statement {
  readonly opening: bigint;
  readonly lines: readonly StatementLine[];
  readonly closing: bigint;
}

/**
 * What a contact was told it owes: opening balance, each document, payment and reversal of the range in order, closing balance, in the book's currency.
 * Allocations are left out: they settle one line against another and owe nothing by themselves.
 */
export function customerStatement(items: readonly StatementItem[], from: LocalDate, to: LocalDate): Statement {
  let opening = 0n;
  const inRange: { item: StatementItem; on: LocalDate; base: bigint; move: StatementLine['move'] }[] = [];
  for (const item of items) {
    for (const { on, base, kind } of item.moves) {
      if (on > to || kind === 'allocation' || kind === 'undone') continue;
      if (on < from) opening += base;
      else inRange.push({ item, on, base, move: kind });
    }
  }
  inRange.sort((a, b) => compare(a.on, b.on) || compare(a.item.id.slice(ID_PREFIX), b.item.id.slice(ID_PREFIX)) || ORDER[a.move] - ORDER[b.move]);
  let balance = opening;
  const lines = inRange.map(({ item: { moves: _, dueOn, ...item }, on, base, move }): StatementLine => {
    balance += base;
    return {
      ...item,
      date: on,
      move,
      dueOn: move === 'document' ? dueOn : null,
      debit: base > 0n ? base : 0n,
      credit: base < 0n ? -base : 0n,
      balance,
    };
  });
  return { opening, lines, closing: balance };
}

const ORDER = { document: 0, exchange: 1, void: 2 } as const;
/** Ids sort by the instant of their making once their kind (`inv_`) is taken off. */
const ID_PREFIX = 4;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import type { LocalDate } from '../../kernel/dates.ts';
import { assert } from '../../kernel/decision.ts';
import { divideRounded } from '../../kernel/money.ts';

/**
 * What happened to a document on the control account (ADR 30), debit above zero, credit below: `amount` in its own currency, `base` in the book's.
 * Every move but an allocation is a line of the ledger; the two moves of an allocation cancel each other. So at any date the open items
 * of an account add up to its balance, however documents were settled, undone or voided since.
 */
export interface Move {
  readonly on: LocalDate;
  readonly amount: bigint;
  readonly base: bigint;
  readonly kind: MoveKind;
  /** The document on the other side of an allocation. */
  readonly with?: string;
  /** The document that made the allocation: voiding it undoes what it made. */
  readonly by?: string;
}
/** `document`: its own entry. `exchange`: a realised gain or loss. `void`: its reversal. `allocation` and `undone`: settled against another, and no longer. */
export type MoveKind = 'document' | 'allocation' | 'undone' | 'exchange' | 'void';
export type Moves = readonly Move[];

export interface Open {
  readonly amount: bigint;
  readonly base: bigint;
}

/** A document takes this many moves: a row of the table holds no more in comfort. */
export const MAX_MOVES = 2000;

/** What is open of a document, at the end of a date or now. */
export function openOf(moves: Moves, asOf?: LocalDate): Open {
  let amount = 0n;
  let base = 0n;
  for (const move of moves) {
    if (asOf !== undefined && move.on > asOf) continue;
    amount += move.amount;
    base += move.base;
  }
  return { amount, base };
}

/** The date from which nothing is open for good; undefined while something is. */
export function settledOn(moves: Moves): LocalDate | undefined {
  const { amount, base } = openOf(moves);
  return amount === 0n && base === 0n ? lastMoveOn(moves) : undefined;
}

/** The date of the last move: nothing is put before what was built on it. */
export const lastMoveOn = (moves: Moves): LocalDate => moves.reduce((last, move) => (move.on > last ? move.on : last), '');

/** A document's side of an allocation: its id and what is open of it. */
export interface Side {
  readonly id: string;
  readonly open: Open;
}

/**
 * Settles `amount` (above zero) of one document against another of the opposite side, both in one currency. Each gives up the share of its carried
 * base amount, the last unit all that is left, so that a settled document is zero in both currencies (rule B12); `exchange` is what the
 * acting document's control line must move by to make up the difference, and is zero in the book's own currency.
 */
export function allocateBetween(acting: Side, target: Side, amount: bigint, on: LocalDate): { acting: Move; target: Move; exchange: bigint } {
  const sign = target.open.amount > 0n ? 1n : -1n;
  assert(
    amount > 0n && amount <= sign * target.open.amount && amount <= -sign * acting.open.amount,
    'an allocation is within what is open on both sides',
  );
  const released = shareOf(target.open, amount);
  const given = shareOf(acting.open, amount);
  return {
    target: { on, amount: -sign * amount, base: -released, kind: 'allocation', with: acting.id, by: acting.id },
    acting: { on, amount: sign * amount, base: released, kind: 'allocation', with: target.id, by: acting.id },
    exchange: -(given + released),
  };
}

/** The base amount that goes with part of what is open, all of it with the last unit. */
export function shareOf(open: Open, amount: bigint): bigint {
  const size = open.amount < 0n ? -open.amount : open.amount;
  return divideRounded(open.base * amount, size);
}

/** What is still allocated between a document and each other one, by the document that made it: amounts above zero on the far side of the sign. */
export interface Allocated {
  readonly with: string;
  readonly by: string;
  readonly on: LocalDate;
  readonly amount: bigint;
  readonly base: bigint;
}
export function allocationsOf(moves: Moves): Allocated[] {
  const standing = new Map<string, Allocated>();
  for (const move of moves) {
    if (move.with === undefined || move.by === undefined) continue;
    const id = `${move.with} ${move.by}`;
    const before = standing.get(id);
    const sum = { amount: (before?.amount ?? 0n) + move.amount, base: (before?.base ?? 0n) + move.base };
    if (sum.amount === 0n && sum.base === 0n) standing.delete(id);
    else standing.set(id, { with: move.with, by: move.by, on: move.kind === 'allocation' ? move.on : (before?.on ?? move.on), ...sum });
  }
  return [...standing.values()];
}

/** The moves that undo a standing allocation from a date on, seen from the document that holds it. */
export const undone = ({ with: other, by, amount, base }: Allocated, on: LocalDate): Move => ({
  on,
  amount: -amount,
  base: -base,
  kind: 'undone',
  with: other,
  by,
});

import type { LocalDate } from '../../kernel/dates.ts';
import { assert, type Outcome, refuse } from '../../kernel/decision.ts';
import { allocationsOf, lastMoveOn, type Moves, undone } from './open-item.ts';
import { moved, type OpenDocument, type Settlement } from './settle.ts';

/** The ids of the documents that this one settles: what must be read before it can be voided. */
export const settledBy = (id: string, moves: Moves): string[] =>
  allocationsOf(moves)
    .filter(({ by }) => by === id)
    .map((allocated) => allocated.with);

/**
 * Undoes from a date on what a document settled, so that it can be voided. Refused while another document settles this one (its credit was refunded),
 * and before the last thing that happened to any of them.
 */
export function undoAllocations(
  document: { readonly id: string; readonly moves: Moves },
  targets: ReadonlyMap<string, OpenDocument>,
  on: LocalDate,
): Outcome<Omit<Settlement, 'exchange'>> {
  const standing = allocationsOf(document.moves);
  if (standing.some(({ by }) => by !== document.id)) return refuse('document.refunded');
  const last = standing.reduce((date, { with: id }) => laterOf(date, lastMoveOn(targets.get(id)?.document.moves ?? [])), lastMoveOn(document.moves));
  if (on < last) return refuse('document.date_early', { date: last });
  const settled = standing.map((allocated) => {
    const before = targets.get(allocated.with);
    assert(before !== undefined, 'every document that is settled was read');
    const facing = allocationsOf(before.document.moves).find((other) => other.with === document.id && other.by === document.id);
    assert(
      facing !== undefined && facing.amount === -allocated.amount && facing.base === -allocated.base,
      'the two moves of an allocation cancel each other',
    );
    return { before, after: moved(before, [undone(facing, on)]), amount: allocated.amount, on };
  });
  return { acting: standing.map((allocated) => undone(allocated, on)), settled };
}

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

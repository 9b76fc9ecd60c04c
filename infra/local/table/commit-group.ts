import type { DatabaseSync } from 'node:sqlite';
import type { Change, Write } from '../../../functions/platform/table/port.ts';
import { inserted, modified, removed } from './change.ts';
import { decideWrites, type Step } from './decide-writes.ts';
import type { ItemStatements } from './item-statements.ts';
import { isSameRow, type Row } from './row.ts';

export interface Transaction {
  readonly writes: readonly Write[];
  readonly sizes: readonly number[];
  /** Called once the group is on disk: with nothing, or with why this transaction was refused. */
  readonly settle: (refusal?: unknown) => void;
}

/**
 * Writes a group of transactions with one fsync. Each is evaluated in turn, against a state that includes those before it; one that is
 * refused writes nothing and does not hold up the others. Throws, with nothing written and nobody settled, when the engine itself fails.
 */
export function groupCommitter(database: DatabaseSync, items: ItemStatements): (group: readonly Transaction[]) => readonly Change[] {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  return (group) => {
    const changes: Change[] = [];
    begin.run();
    try {
      const refusals = group.map((transaction) => write(items, transaction, changes));
      commit.run();
      group.forEach(({ settle }, at) => {
        settle(refusals[at]);
      });
      return changes;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
}

/** Gives why the transaction is refused, if it is. Once its steps are decided they are all taken. */
function write(items: ItemStatements, { writes, sizes }: Transaction, changes: Change[]): unknown {
  let steps: readonly Step[];
  try {
    steps = decideWrites(items.read, writes, sizes);
  } catch (refusal) {
    return refusal;
  }
  for (const step of steps) {
    const change = take(items, step);
    if (change) changes.push(change);
  }
  return undefined;
}

function take(items: ItemStatements, step: Step): Change | undefined {
  switch (step.kind) {
    case 'put':
      return put(items, step.row);
    case 'replace':
      items.replace(step.row, step.before);
      return modified(step.before, step.row);
    case 'remove':
      items.remove({ pk: step.before[0], sk: step.before[1] });
      return removed(step.before);
    default:
      return step satisfies never;
  }
}

/** Most puts without a condition are of new items: the insert finds out, and only where there was one is it read. */
function put(items: ItemStatements, row: Row): Change | undefined {
  if (items.insert(row)) return inserted(row);
  const before = items.read({ pk: row[0], sk: row[1] });
  if (before === undefined || isSameRow(before, row)) return undefined;
  items.replace(row, before);
  return modified(before, row);
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Key } from '../../../functions/platform/table/port.ts';
import { columns, hasSameIndexKeys, type Row } from './row.ts';

/** The statements that touch one item by its key, prepared once. */
export interface ItemStatements {
  read(key: Key): Row | undefined;
  /** False, and nothing done, when the item is there already. */
  insert(row: Row): boolean;
  /** Leaves the indexes alone when their keys did not change. */
  replace(row: Row, before: Row): void;
  remove(key: Key): void;
}

export function itemStatements(database: DatabaseSync): ItemStatements {
  const read = rows(database.prepare(`SELECT ${columns.slice(0, -1).join(', ')}, json(body) FROM items WHERE pk = ? AND sk = ?`));
  const insert = database.prepare(`INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, jsonb(?)) ON CONFLICT DO NOTHING`);
  const replaceBody = database.prepare('UPDATE items SET size = ?, nulls = ?, body = jsonb(?) WHERE pk = ? AND sk = ?');
  const replaceAll = database.prepare(
    'UPDATE items SET gsi1pk = ?, gsi1sk = ?, duepk = ?, duesk = ?, size = ?, nulls = ?, body = jsonb(?) WHERE pk = ? AND sk = ?',
  );
  const remove = database.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  return {
    read: ({ pk, sk }) => read.get(pk, sk),
    insert: (row) => insert.run(...row).changes === 1,
    replace(row, before) {
      const [pk, sk, gsi1pk, gsi1sk, duepk, duesk, size, nulls, body] = row;
      if (hasSameIndexKeys(row, before)) replaceBody.run(size, nulls, body, pk, sk);
      else replaceAll.run(gsi1pk, gsi1sk, duepk, duesk, size, nulls, body, pk, sk);
    },
    remove: ({ pk, sk }) => {
      remove.run(pk, sk);
    },
  };
}

/** A statement that gives rows in the order of `columns`: the schema (`schema.ts`, strict) is the proof of their types. */
export interface RowStatement {
  get(...values: readonly (string | number)[]): Row | undefined;
  all(...values: readonly (string | number)[]): readonly Row[];
}

export function rows(statement: StatementSync): RowStatement {
  statement.setReturnArrays(true);
  return {
    get: (...values) => statement.get(...values) as unknown as Row | undefined,
    all: (...values) => statement.all(...values) as unknown as readonly Row[],
  };
}

import { DatabaseSync } from 'node:sqlite';
import { backupMemory } from './backup.ts';
import { type EmbeddedTable, embeddedTable } from './embedded-table.ts';
import { migrate } from './schema.ts';

/** The embedded table without a file: the same engine, statements and group commit, for tests. */
export function memoryTable(): EmbeddedTable {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  return embeddedTable({ database, readOnly: false, backup: (toFile) => backupMemory(database, toFile), onClose: () => {} });
}

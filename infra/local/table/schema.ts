import type { DatabaseSync } from 'node:sqlite';

/** A step that brings the data from one version to the next. Steps are never edited once released: data out there has been through them. */
export interface Migration {
  readonly to: number;
  readonly sql: string;
}

/** The data is of a later Diwan than this one, which would misread it. */
export class DataVersionNewer extends Error {
  override readonly name = 'DataVersionNewer';
}

export const migrations: readonly Migration[] = [
  {
    to: 1,
    // Clustered by key, so that a range is read in one sweep. `body` is the item without its keys, as SQLite's binary JSON: attributes are
    // picked out of it without parsing the rest. `size` is what DynamoDB counts, keys included; `nulls` says that an attribute holds an
    // explicit null (`range-statement.ts` says why it matters).
    sql: `
      CREATE TABLE items (
        pk TEXT NOT NULL, sk TEXT NOT NULL, gsi1pk TEXT, gsi1sk TEXT, duepk TEXT, duesk TEXT,
        size INTEGER NOT NULL, nulls INTEGER NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (pk, sk)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX gsi1 ON items (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL;
      CREATE INDEX due ON items (duepk, duesk, pk, sk) WHERE duepk IS NOT NULL;
    `,
  },
];

const latest = (steps: readonly Migration[]) => steps.at(-1)?.to ?? 0;

/** Brings the data forward, each step whole or not at all, and gives the version it then has. */
export function migrate(database: DatabaseSync, steps: readonly Migration[] = migrations): number {
  database.exec('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const found = checkVersion(database, steps);
  for (const step of steps.filter(({ to }) => to > found)) take(database, step);
  return latest(steps);
}

function take(database: DatabaseSync, { to, sql }: Migration): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(`${sql}; INSERT OR REPLACE INTO meta VALUES ('schema_version', '${to}')`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The version of the data: 0 when it is new. Refuses data from the future. */
export function checkVersion(database: DatabaseSync, steps: readonly Migration[] = migrations): number {
  const found = Number(database.prepare(`SELECT value FROM meta WHERE name = 'schema_version'`).get()?.value ?? 0);
  if (found > latest(steps)) {
    throw new DataVersionNewer(
      `the data is of version ${found} and this Diwan knows versions up to ${latest(steps)}: start the newer Diwan, or restore a backup`,
    );
  }
  return found;
}

import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TableUnavailable } from '../../../functions/platform/table/port.ts';
import { backupFile } from './backup.ts';
import { type EmbeddedTable, embeddedTable } from './embedded-table.ts';
import { lockForHost } from './host-lock.ts';
import { checkVersion, migrate, migrations } from './schema.ts';

export interface OpenOptions {
  /** Beside a running host: for `npm run verify` and backups. */
  readonly readOnly?: boolean;
}

/** Opens the table in a file, creating it if there is none and bringing older data forward. */
export function openTable(file: string, { readOnly = false }: OpenOptions = {}): EmbeddedTable {
  return readOnly ? openForReading(file) : openAsHost(file);
}

function openAsHost(file: string): EmbeddedTable {
  mkdirSync(dirname(file), { recursive: true });
  const unlock = lockForHost(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: busyTimeoutMs });
    database.exec(hostSettings);
    migrate(database);
    return embeddedTable({ database, readOnly: false, backup: (toFile) => backupFile(file, toFile), onClose: unlock });
  } catch (error) {
    database?.close();
    unlock();
    throw error;
  }
}

function openForReading(file: string): EmbeddedTable {
  if (!existsSync(file)) throw new TableUnavailable(`there is no table at ${file}`);
  const database = new DatabaseSync(file, { readOnly: true, timeout: busyTimeoutMs });
  try {
    const version = checkVersion(database);
    if (version < (migrations.at(-1)?.to ?? 0))
      throw new TableUnavailable(`the data at ${file} is of version ${version}: start Diwan once to bring it forward`);
    return embeddedTable({ database, readOnly: true, backup: (toFile) => backupFile(file, toFile), onClose: () => {} });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A reader waits this long for a writer's checkpoint, and the other way round. */
const busyTimeoutMs = 5_000;

/**
 * A commit is on disk when it returns (FULL). Pages of 8 KB hold items of up to 2 KB without overflow. The log is folded into the file every
 * 16 MB, and 16 MB of pages stay cached: together they bound what the process holds.
 */
export const hostSettings = `
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 2048;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA cache_size = -16384;
  PRAGMA mmap_size = 0;
`;

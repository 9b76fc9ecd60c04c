import type { DatabaseSync } from 'node:sqlite';
import { checkKey, checkWrites } from '../../../functions/platform/table/check-writes.ts';
import { type Change, type Item, type Key, type Table, TableUnavailable } from '../../../functions/platform/table/port.ts';
import { groupCommitter, type Transaction } from './commit-group.ts';
import { commitQueue } from './commit-queue.ts';
import { itemStatements } from './item-statements.ts';
import { pageReader } from './query-page.ts';
import { toItem } from './row.ts';

export type ChangeListener = (changes: readonly Change[]) => void;

/** The table on one machine. Reads see what is committed; a transaction's promise settles once it is on disk. */
export interface EmbeddedTable extends Table {
  /**
   * Tells of every change after its commit, in order, to listeners in this process. It is not kept: what must happen after a crash is
   * found by the due index. Gives the way to stop listening.
   */
  onChanges(listener: ChangeListener): () => void;
  /** Writes a whole, consistent copy beside the running table. Never overwrites a file. */
  backup(toFile: string): Promise<void>;
  /** Commits what waits, then closes. */
  close(): void;
}

export interface EmbeddedSource {
  readonly database: DatabaseSync;
  readonly readOnly: boolean;
  readonly backup: (toFile: string) => Promise<void>;
  readonly onClose: () => void;
}

export function embeddedTable({ database, readOnly, backup, onClose }: EmbeddedSource): EmbeddedTable {
  const items = itemStatements(database);
  const readPage = pageReader(database);
  const listeners = new Set<ChangeListener>();
  const commitGroup = groupCommitter(database, items);
  const queue = commitQueue((group) => {
    commit(group, commitGroup, listeners);
  });

  const reading = <T>(read: () => T): T => {
    if (!database.isOpen) throw new TableUnavailable('the table is closed');
    try {
      return read();
    } catch (error) {
      throw asPortError(error);
    }
  };
  const get = (key: Key): Item | undefined => {
    checkKey(key);
    const row = items.read(key);
    return row && toItem(row);
  };

  return {
    get: async (key) => reading(() => get(key)),
    batchGet: async (keys) => reading(() => keys.map(get)),
    query: async (query) => reading(() => readPage(query)),
    async transact(writes) {
      if (readOnly || !database.isOpen) throw new TableUnavailable(readOnly ? 'the table is open for reading only' : 'the table is closed');
      const sizes = checkWrites(writes);
      if (writes.length === 0) return;
      await new Promise<void>((resolve, reject) => {
        queue.add({ writes, sizes, settle: (refusal) => (refusal === undefined ? resolve() : reject(asPortError(refusal))) });
      });
    },
    onChanges(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    backup,
    close() {
      if (!database.isOpen) return;
      queue.drain();
      database.close();
      onClose();
    },
  };
}

function commit(group: readonly Transaction[], commitGroup: ReturnType<typeof groupCommitter>, listeners: ReadonlySet<ChangeListener>): void {
  try {
    const changes = commitGroup(group);
    if (changes.length > 0) for (const listener of listeners) tell(listener, changes);
  } catch (error) {
    // The engine failed (a full disk): nothing of the group was written.
    for (const { settle } of group) settle(error);
  }
}

/** A listener that throws is a bug of its own, and no reason for the others, or for those who wrote, to hear nothing. */
function tell(listener: ChangeListener, changes: readonly Change[]): void {
  try {
    listener(changes);
  } catch (error) {
    process.nextTick(() => {
      throw error;
    });
  }
}

/** The engine's own failures (no space, a bad sector) are the table being unavailable; everything else stays what it is. */
function asPortError(error: unknown): unknown {
  const isEngine = error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
  return isEngine ? new TableUnavailable(`the table's file: ${error.message}`, { cause: error }) : error;
}

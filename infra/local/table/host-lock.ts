import { DatabaseSync } from 'node:sqlite';

/** Another host has the data open. */
export class DataInUse extends Error {
  override readonly name = 'DataInUse';
}

/**
 * One host at a time: two would each believe that they alone decide. The lock is a file beside the data, held by the operating
 * system for as long as this process lives, so that a kill leaves nothing behind. Readers of the data do not ask for it.
 */
export function lockForHost(file: string): () => void {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new DataInUse(`${file} is open in another Diwan: stop that one first, or open it for reading only`, { cause });
  }
  return () => lock.close();
}

import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';

/** All pages in one step: the copy is then of one instant, and writers, whose log it does not touch, never make it begin anew. */
const allPages = 2 ** 31 - 1;

/** Copies the data through a connection of its own, off the main thread: the running table does not wait for it. */
export async function backupFile(file: string, toFile: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    await appear(toFile, (unfinished) => backup(source, unfinished, { rate: allPages }));
  } finally {
    source.close();
  }
}

/** Data without a file has one connection, which no second thread may use while this one writes: it is copied here and now. */
export async function backupMemory(source: DatabaseSync, toFile: string): Promise<void> {
  await appear(toFile, async (unfinished) => source.prepare('VACUUM INTO ?').run(unfinished));
}

/** The copy appears under its name when it is whole, or not at all. */
async function appear(toFile: string, write: (unfinished: string) => Promise<unknown>): Promise<void> {
  if (existsSync(toFile)) throw new Error(`${toFile} is there already: a backup overwrites nothing`);
  const unfinished = `${toFile}.unfinished`;
  await rm(unfinished, { force: true });
  await write(unfinished);
  await rename(unfinished, toFile);
}

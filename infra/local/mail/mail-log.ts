import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { type FileHandle, open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../write-durably.ts';

/** Lines that are on disk once `append` has answered: those that come together are flushed together. */
export interface MailLog {
  append(line: string): Promise<void>;
  /** Every line that is whole, the oldest first. */
  lines(): Promise<readonly string[]>;
}

interface Waiting {
  readonly line: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const LOG = 'mails.jsonl';

/** The log of a folder. Folders of before had a file for each mail: they are taken in once. */
export function mailLog(folder: string): MailLog {
  const file = join(folder, LOG);
  if (!existsSync(file)) takeIn(folder, file);
  let handle: FileHandle | undefined;
  let waiting: Waiting[] = [];
  let busy = false;
  let isWhole = false;
  const openWhole = async (): Promise<FileHandle> => {
    // A line that a crash cut off would spoil the next one.
    if (!isWhole) await truncate(file, wholeLines(await readFile(file)));
    isWhole = true;
    return open(file, 'a');
  };
  const flushWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        handle ??= await openWhole();
        await handle.appendFile(group.map(({ line }) => `${line}\n`).join(''));
        await handle.datasync();
        for (const { done } of group) done();
      } catch (error) {
        // What of it is on disk is not known: the next one begins by cutting it off.
        isWhole = false;
        await handle?.close().catch(() => undefined);
        handle = undefined;
        for (const { failed } of group) failed(error);
      }
    }
    await handle?.close();
    handle = undefined;
  };
  const flush = async (): Promise<void> => {
    busy = true;
    // A line that comes while the file is closed wakes nobody: it is met here.
    while (waiting.length > 0) await flushWaiting();
    busy = false;
  };
  return {
    append: (line) =>
      new Promise<void>((done, failed) => {
        waiting.push({ line, done, failed });
        if (!busy) void flush();
      }),
    async lines() {
      const bytes = await readFile(file);
      // What a crash left half written was never answered for, and is sent again.
      return bytes.subarray(0, wholeLines(bytes)).toString('utf8').split('\n').slice(0, -1);
    },
  };
}

const wholeLines = (bytes: Buffer): number => bytes.lastIndexOf('\n') + 1;

function takeIn(folder: string, file: string): void {
  const mails = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const lines = mails.map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const sorted = lines.sort((a, b) => (atOf(a) < atOf(b) ? -1 : 1));
  if (sorted.length > 0) writeDurably(file, sorted.map((line) => `${line}\n`).join(''));
  else closeSync(openSync(file, 'a'));
}
const atOf = (line: string): string => String((JSON.parse(line) as { at?: unknown }).at ?? '');

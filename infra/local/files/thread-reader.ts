import { Worker } from 'node:worker_threads';
import { noReader } from '../../../functions/platform/files/file-reader.ts';
import type { FileReader, ReadText } from '../../../functions/platform/ports.ts';

export interface ReadingBounds {
  readonly timeMs: number;
  /** What the process may grow by while a file is read: a small file can unpack to a thousand times its size. */
  readonly growthBytes: number;
}

const usualBounds: ReadingBounds = { timeMs: 20_000, growthBytes: 384 * 1024 * 1024 };
const LOOK_EVERY_MS = 25;
const HEAP_MB = 256;
/** What it has loaded is kept for files that come one after the other, and given back when none does. */
const IDLE_MS = 5_000;

/** Reads files in a thread that is ended when one takes too long or too much: what Lambda does to a function, this does to one file. */
export const threadReader = (bounds: ReadingBounds = usualBounds): FileReader => {
  // One at a time: several at once would share the memory of which each is promised all.
  let last: Promise<unknown> = Promise.resolve();
  let kept: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  function started(): Worker {
    const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      stdout: true,
      stderr: true,
    });
    // What it complains of says nothing that its answer does not.
    thread.stdout.resume();
    thread.stderr.resume();
    thread.unref();
    return thread;
  }

  function inThread(content: Uint8Array): Promise<ReadText> {
    clearTimeout(idle);
    const before = process.memoryUsage.rss();
    const thread = kept ?? started();
    kept = thread;
    return new Promise((resolve) => {
      const told = (read: ReadText) => end(read, true);
      const broke = () => end({ state: 'unread', why: 'broken' }, false);
      const end = (read: ReadText, isHealthy: boolean) => {
        clearTimeout(late);
        clearInterval(watch);
        thread.off('message', told).off('error', broke).off('exit', broke);
        if (isHealthy) {
          idle = setTimeout(stop, IDLE_MS).unref();
          return resolve(read);
        }
        kept = undefined;
        void thread.terminate().then(() => resolve(read));
      };
      const late = setTimeout(() => end({ state: 'unread', why: 'took-too-long' }, false), bounds.timeMs);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > bounds.growthBytes) end({ state: 'unread', why: 'too-large' }, false);
      }, LOOK_EVERY_MS);
      thread.on('message', told).on('error', broke).on('exit', broke);
      thread.postMessage(content);
    });
  }

  function stop(): void {
    const thread = kept;
    kept = undefined;
    void thread?.terminate();
  }

  return {
    pdfText: (content) => {
      const mine = last.then(() => inThread(content));
      last = mine.catch(() => undefined);
      return mine;
    },
    pictureText: async () => noReader,
  };
};

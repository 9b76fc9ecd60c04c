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

/** Reads files in a thread that is ended when it takes too long or too much: what Lambda does to a function, this does to one file. */
export const threadReader = (bounds: ReadingBounds = usualBounds): FileReader => {
  // One at a time: several at once would share the memory of which each is promised all.
  let last: Promise<unknown> = Promise.resolve();
  return {
    pdfText: (content) => {
      const mine = last.then(() => inThread(content, bounds));
      last = mine.catch(() => undefined);
      return mine;
    },
    pictureText: async () => noReader,
  };
};

function inThread(content: Uint8Array, { timeMs, growthBytes }: ReadingBounds): Promise<ReadText> {
  const before = process.memoryUsage.rss();
  const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    let isOver = false;
    const end = (read: ReadText) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      clearInterval(watch);
      void thread.terminate().then(() => resolve(read));
    };
    const late = setTimeout(() => end({ state: 'unread', why: 'took-too-long' }), timeMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growthBytes) end({ state: 'unread', why: 'too-large' });
    }, LOOK_EVERY_MS);
    thread.once('message', (read: ReadText) => end(read));
    thread.once('error', () => end({ state: 'unread', why: 'broken' }));
    thread.once('exit', () => end({ state: 'unread', why: 'broken' }));
  });
}

import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOf } from '../../../functions/platform/files/digest-of.ts';
import { flushFolderOf } from '../write-durably.ts';

/** Blobs as files: a folder a firm, a name that is the digest of the key, so that no key can leave its folder. */
export interface BlobFiles {
  /** Whole or not at all, and durable when it returns. */
  write(key: string, type: string, content: AsyncIterable<Uint8Array> | Uint8Array): Promise<void>;
  read(key: string): Promise<Uint8Array | undefined>;
  /** The bytes a little at a time. */
  stream(key: string, maximumBytes?: number): Promise<AsyncIterable<Uint8Array> | undefined>;
  digest(key: string): Promise<{ readonly bytes: number; readonly sha256: string } | undefined>;
  typeOf(key: string): Promise<string | undefined>;
  delete(key: string): Promise<void>;
}

const CHUNK_BYTES = 256 * 1024;

export function blobFiles(root: string): BlobFiles {
  const fileOf = (key: string): string => join(root, /^[\w-]+(?=\/)/.exec(key)?.[0] ?? '_', hash('sha256', key, 'hex'));
  let drafts = 0;

  async function place(file: string, content: AsyncIterable<Uint8Array> | Uint8Array): Promise<void> {
    drafts += 1;
    const draft = `${file}.${process.pid}.${drafts}.tmp`;
    const handle = await open(draft, 'w');
    try {
      for await (const chunk of content instanceof Uint8Array ? [content] : content) await handle.writeFile(chunk);
      await handle.sync();
    } catch (error) {
      await handle.close();
      await rm(draft, { force: true });
      throw error;
    }
    await handle.close();
    await rename(draft, file);
    await flushFolderOf(file);
  }

  return {
    async write(key, type, content) {
      const file = fileOf(key);
      await mkdir(dirname(file), { recursive: true });
      await place(file, content);
      await place(`${file}.json`, Buffer.from(JSON.stringify({ key, type })));
    },
    read: (key) => readFile(fileOf(key)).catch(absent),
    async stream(key, maximumBytes) {
      const file = fileOf(key);
      const found = await stat(file).catch(absent);
      if (!found) return undefined;
      return createReadStream(file, { highWaterMark: CHUNK_BYTES, ...(maximumBytes !== undefined && { end: maximumBytes - 1 }) });
    },
    async digest(key) {
      const content = await this.stream(key);
      return content && digestOf(content);
    },
    async typeOf(key) {
      const about = await readFile(`${fileOf(key)}.json`, 'utf8').catch(absent);
      const stored: unknown = about === undefined ? undefined : JSON.parse(about);
      return typeof stored === 'object' && stored !== null && 'type' in stored ? String(stored.type) : undefined;
    },
    async delete(key) {
      await rm(fileOf(key), { force: true });
      await rm(`${fileOf(key)}.json`, { force: true });
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

import type { Blobs } from '../../../functions/platform/ports.ts';
import type { LocalClock } from '../clock.ts';
import type { BlobFiles } from './blob-files.ts';
import { signLink } from './link.ts';

export const BLOBS_PATH = '/local/blobs';

/** The blobs port of the local host. Its links are as S3's: good for one purpose, for a while, without signing in. */
export function localBlobs(files: BlobFiles, signingKey: Uint8Array, clock: LocalClock, baseUrl: () => string): Blobs {
  const until = (seconds: number): string => new Date(Date.parse(clock.now()) + seconds * 1000).toISOString();
  return {
    put: (key, content, type) => files.write(key, type, content),
    get: (key) => files.read(key),
    delete: (key) => files.delete(key),
    read: (key, maximumBytes) => files.stream(key, maximumBytes),
    digest: (key) => files.digest(key),
    async uploadUrl(key, { type, maximumBytes, seconds, sha256 }) {
      const token = signLink(signingKey, { does: 'upload', key, type, maximumBytes, until: until(seconds), ...(sha256 !== undefined && { sha256 }) });
      return { url: `${baseUrl()}${BLOBS_PATH}`, fields: { token, 'Content-Type': type } };
    },
    async downloadUrl(key, { name, seconds }) {
      return `${baseUrl()}${BLOBS_PATH}/${signLink(signingKey, { does: 'download', key, name, until: until(seconds) })}`;
    },
  };
}

import type { Blobs } from '../ports.ts';

/** Blobs whose client is read when the first file is touched: it weighs more than everything else that a request needs. */
export function lateBlobs(load: () => Promise<Blobs>): Blobs {
  let loaded: Promise<Blobs> | undefined;
  const blobs = (): Promise<Blobs> => (loaded ??= load());
  return {
    put: async (...file) => (await blobs()).put(...file),
    get: async (key) => (await blobs()).get(key),
    delete: async (key) => (await blobs()).delete(key),
    read: async (...rules) => (await blobs()).read(...rules),
    digest: async (key) => (await blobs()).digest(key),
    uploadUrl: async (...rules) => (await blobs()).uploadUrl(...rules),
    downloadUrl: async (...rules) => (await blobs()).downloadUrl(...rules),
  };
}

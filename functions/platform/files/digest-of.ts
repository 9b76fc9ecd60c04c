import { createHash } from 'node:crypto';

/** How many bytes come and their SHA-256, counted as they come: none of them is kept. */
export async function digestOf(content: AsyncIterable<Uint8Array>): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const sum = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    sum.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: sum.digest('hex') };
}

import type { IncomingMessage } from 'node:http';

/** The body of a request, or how it failed: larger than what a Lambda is given, or cut off. */
export async function readWhole(request: IncomingMessage, limitBytes: number): Promise<Buffer | undefined | 'too-large'> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if ((length === undefined && encoding === undefined) || length === '0') return undefined;
  if (Number(length) > limitBytes) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limitBytes) return 'too-large';
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** The fields of an upload form that come before its file, and the file's bytes as they arrive. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: AsyncIterable<Buffer>;
}

/** What was sent is not a form with its file last, or is larger than its link allows. */
export class BadUpload extends Error {
  override readonly name = 'BadUpload';
  readonly reason: 'malformed' | 'too_large' | 'not what its link is for';
  constructor(reason: BadUpload['reason']) {
    super(`the upload is ${reason}`);
    this.reason = reason;
  }
}

/** All fields and part headers together: a token and a content type. */
const MAX_PREAMBLE_BYTES = 32 * 1024;

/**
 * Reads a multipart form as S3 takes it: fields first, one file last. The file is never held in memory; whoever reads it sets the limit.
 */
export async function readUploadForm(stream: Readable, contentType: string | undefined): Promise<UploadForm> {
  const boundary = /^multipart\/form-data;.*\bboundary="?([\w'()+,./:=?-]{1,70})"?/i.exec(contentType ?? '')?.[1];
  if (!boundary) throw new BadUpload('malformed');
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  const fields: Record<string, string> = {};
  let held = Buffer.from('\r\n');

  async function until(mark: string): Promise<Buffer> {
    for (let at = held.indexOf(mark); ; at = held.indexOf(mark)) {
      if (at >= 0) {
        const before = held.subarray(0, at);
        held = held.subarray(at + mark.length);
        return before;
      }
      const next = await chunks.next();
      if (next.done || held.length > MAX_PREAMBLE_BYTES) throw new BadUpload('malformed');
      held = Buffer.concat([held, next.value]);
    }
  }

  for (;;) {
    await until(`\r\n--${boundary}\r\n`);
    const header = (await until('\r\n\r\n')).toString('utf8');
    const name = /\bname="([^"]*)"/i.exec(header)?.[1];
    if (name === undefined) throw new BadUpload('malformed');
    if (name === 'file') return { fields, file: fileBytes(held, chunks, Buffer.from(`\r\n--${boundary}`)) };
    fields[name] = (await until(`\r\n--${boundary}`)).toString('utf8');
    held = Buffer.concat([Buffer.from(`\r\n--${boundary}`), held]);
  }
}

/** The bytes up to the closing boundary. A tail as long as the boundary is held back, lest it be split between two chunks. */
async function* fileBytes(first: Buffer, chunks: AsyncIterator<Buffer>, end: Buffer): AsyncGenerator<Buffer> {
  let held = first;
  for (;;) {
    const at = held.indexOf(end);
    if (at >= 0) {
      if (at > 0) yield held.subarray(0, at);
      return;
    }
    const sure = held.length - end.length;
    if (sure > 0) {
      yield held.subarray(0, sure);
      held = held.subarray(sure);
    }
    const next = await chunks.next();
    if (next.done) throw new BadUpload('malformed');
    held = Buffer.concat([held, next.value]);
  }
}

/** The bytes, no more than so many of them. */
export async function* atMost(bytes: AsyncIterable<Buffer>, maximumBytes: number): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of bytes) {
    count += chunk.length;
    if (count > maximumBytes) throw new BadUpload('too_large');
    yield chunk;
  }
}

/** The bytes, which must be those of a digest: told at their end, before anything of them is in its place. */
export async function* ofDigest(bytes: AsyncIterable<Buffer>, sha256: string | undefined): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  for await (const chunk of bytes) {
    if (sha256 !== undefined) sum.update(chunk);
    yield chunk;
  }
  if (sha256 !== undefined && sum.digest('hex') !== sha256) throw new BadUpload('not what its link is for');
}

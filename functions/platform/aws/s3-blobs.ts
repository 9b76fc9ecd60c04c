import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, NoSuchKey, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { digestOf } from '../files/digest-of.ts';
import { attachment } from '../http/respond.ts';
import type { Blobs } from '../ports.ts';

/** The blobs port on S3. Uploads are forms and not PUTs: only a form's policy can hold a size. */
export function s3Blobs(bucket: string, client: S3Client = new S3Client({})): Blobs {
  return {
    async put(Key, Body, ContentType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType }));
    },
    async get(Key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async delete(Key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    },
    async read(Key, maximumBytes) {
      try {
        const Range = maximumBytes === undefined ? undefined : `bytes=0-${maximumBytes - 1}`;
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key, ...(Range && { Range }) }));
        return Body && streamed(Body.transformToWebStream());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async digest(Key) {
      try {
        const { ChecksumSHA256, ChecksumType, ContentLength } = await client.send(
          new HeadObjectCommand({ Bucket: bucket, Key, ChecksumMode: 'ENABLED' }),
        );
        // What S3 has counted over the whole object while it came in need not be counted again.
        if (ChecksumSHA256 !== undefined && ChecksumType !== 'COMPOSITE' && ContentLength !== undefined)
          return { bytes: ContentLength, sha256: Buffer.from(ChecksumSHA256, 'base64').toString('hex') };
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
      const content = await this.read(Key);
      return content && digestOf(content);
    },
    uploadUrl(Key, { type, maximumBytes, seconds, sha256 }) {
      // S3 counts the digest of what comes and refuses anything else: the address is good for these bytes alone.
      const sum =
        sha256 === undefined ? {} : { 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
      return createPresignedPost(client, {
        Bucket: bucket,
        Key,
        Expires: seconds,
        Fields: { 'Content-Type': type, ...sum },
        Conditions: [
          ['content-length-range', 0, maximumBytes],
          ['eq', '$Content-Type', type],
          ...Object.entries(sum).map(([name, value]): ['eq', string, string] => ['eq', `$${name}`, value]),
        ],
      });
    },
    downloadUrl: (Key, { name, seconds }) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key, ResponseContentDisposition: attachment(name) }), { expiresIn: seconds }),
  };
}

async function* streamed(stream: ReadableStream): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (value instanceof Uint8Array) yield value;
  }
}

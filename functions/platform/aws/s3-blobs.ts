import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
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
    uploadUrl: (Key, { type, maximumBytes, seconds }) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key,
        Expires: seconds,
        Fields: { 'Content-Type': type },
        Conditions: [
          ['content-length-range', 0, maximumBytes],
          ['eq', '$Content-Type', type],
        ],
      }),
    downloadUrl: (Key, { name, seconds }) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key, ResponseContentDisposition: attachment(name) }), { expiresIn: seconds }),
  };
}

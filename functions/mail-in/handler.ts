import type { SESEvent } from 'aws-lambda';
import { environment } from '../platform/aws/environment.ts';
import { takeIn } from '../platform/aws/lambda-mail.ts';
import { lateBlobs } from '../platform/aws/late-blobs.ts';
import { awsPorts } from '../platform/aws/ports.ts';
import { once } from '../platform/once.ts';
import { receiveMail } from '../work/mail/receive-mail.ts';

const bucketBlobs = (name: 'BLOB_BUCKET' | 'MAIL_BUCKET') =>
  lateBlobs(async () => (await import('../platform/aws/s3-blobs.ts')).s3Blobs(environment(name)));
const ports = once(() => awsPorts({ blobs: bucketBlobs('BLOB_BUCKET') }));
const incoming = bucketBlobs('MAIL_BUCKET');

/** With every mail that SES took in. */
export const handler = async (event: SESEvent): Promise<void> => takeIn(event, { ports: await ports(), incoming, receive: receiveMail });

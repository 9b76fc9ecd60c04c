import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dueHandlers } from '../due-handlers.ts';
import { environment } from '../platform/aws/environment.ts';
import { workBatch } from '../platform/aws/lambda-due.ts';
import { lateBlobs } from '../platform/aws/late-blobs.ts';
import { awsPorts } from '../platform/aws/ports.ts';
import { sesMail } from '../platform/aws/ses-mail.ts';
import { once } from '../platform/once.ts';

const blobs = lateBlobs(async () => (await import('../platform/aws/s3-blobs.ts')).s3Blobs(environment('BLOB_BUCKET')));
const ports = once(() => awsPorts({ blobs, mail: sesMail(environment('MAIL_FROM')) }));

/** With every batch of the queue. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => workBatch(event, await ports(), dueHandlers);

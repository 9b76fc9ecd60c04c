import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dueHandlers } from '../due-handlers.ts';
import { environment } from '../platform/aws/environment.ts';
import { workBatch } from '../platform/aws/lambda-due.ts';
import { once } from '../platform/aws/once.ts';
import { awsPorts } from '../platform/aws/ports.ts';
import { s3Blobs } from '../platform/aws/s3-blobs.ts';
import { sesMail } from '../platform/aws/ses-mail.ts';

const ports = once(() => awsPorts({ blobs: s3Blobs(environment('BLOB_BUCKET')), mail: sesMail(environment('MAIL_FROM')) }));

/** With every batch of the queue. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => workBatch(event, await ports(), dueHandlers);

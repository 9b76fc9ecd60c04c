import { environment } from '../platform/aws/environment.ts';
import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { lateBlobs } from '../platform/aws/late-blobs.ts';
import { rooms } from './api.ts';
import { accountingIndex } from './routes.generated.ts';

const blobs = lateBlobs(async () => (await import('../platform/aws/s3-blobs.ts')).s3Blobs(environment('BLOB_BUCKET')));

export const handler = lambdaApi('accounting', accountingIndex, rooms, { blobs });

import { environment } from '../platform/aws/environment.ts';
import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { s3Blobs } from '../platform/aws/s3-blobs.ts';
import { verbs } from './api.ts';
import { accountingRoutes } from './routes.ts';

export const handler = lambdaApi('accounting', accountingRoutes, verbs, { blobs: s3Blobs(environment('BLOB_BUCKET')) });

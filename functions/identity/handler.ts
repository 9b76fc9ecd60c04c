import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { verbs } from './api.ts';
import { identityRoutes } from './routes.ts';

export const handler = lambdaApi('identity', identityRoutes, verbs);

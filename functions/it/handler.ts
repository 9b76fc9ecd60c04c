import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { verbs } from './api.ts';
import { itRoutes } from './routes.ts';

export const handler = lambdaApi('it', itRoutes, verbs);
